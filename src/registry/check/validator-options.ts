import type { Options } from "ajv";

/**
 * How ajv reads the schemas, for check and build as for the browser. That the schemas are schemas is for the tests (validate.test.ts):
 * asking each time takes a third of the compiling.
 */
export const validatorOptions = {
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  meta: false,
  validateSchema: false,
} as const satisfies Options;
