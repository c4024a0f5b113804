import { isObject, type JsonValue } from "../../registry/model/json.ts";
import type { Schema } from "../../registry/model/schemas.ts";

/** The one type that a schema asks for, or "" where it asks for none or several. */
export function typeOf(schema: Schema | undefined): string {
  return typeof schema?.type === "string" ? schema.type : "";
}

/** Whether a value has the type that the schema asks for, or one that `fix` turns into it. */
export function fits(value: JsonValue, schema: Schema): boolean {
  switch (typeOf(schema)) {
    case "string":
      return typeof value === "string" || typeof value === "number";
    case "integer":
      return /^\s*-?\d+\s*$/.test(String(value));
    case "number":
      return typeof value === "number" || /^\s*-?\d+(?:\.\d+)?\s*$/.test(String(value));
    case "boolean":
      return typeof value === "boolean" || /^\s*(?:true|false)\s*$/i.test(String(value));
    case "array":
      return Array.isArray(value) || typeof value === "string";
    case "object":
      return isObject(value);
    default:
      return true;
  }
}
