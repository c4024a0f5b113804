import { Ajv, type ValidateFunction } from "ajv";
import * as schemas from "../model/schemas.ts";
import { validatorOptions } from "./validator-options.ts";

/**
 * ajv compiles each schema to a function. In the browser, where the Content-Security-Policy forbids compiling, the build puts
 * the same functions, compiled beforehand, in place of this module (src/publish/astro/standalone-validators.ts).
 */
const ajv = new Ajv(validatorOptions);

export const validateWorkspace10: ValidateFunction = ajv.compile(schemas.workspace10);
export const validateWorkspace11: ValidateFunction = ajv.compile(schemas.workspace11);
export const validateRegistry: ValidateFunction = ajv.compile(schemas.registry);
export const validateList10: ValidateFunction = ajv.compile(schemas.list10);
export const validateList11: ValidateFunction = ajv.compile(schemas.list11);
