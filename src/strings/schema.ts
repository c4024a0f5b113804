import * as en from "./en/schema.ts";
import { translated } from "./translated.ts";

export const { fields, schemaChoice } = translated("schema", en);
