import { Ajv } from "ajv";
import { expect, test } from "vitest";
import * as schemas from "./schemas.ts";

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });

test.each(Object.entries(schemas))("the schema %s is a JSON Schema", (_, schema) => {
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
});

test("what is none is seen", () => {
  expect(() => ajv.validateSchema({ ...schemas.registry, type: "text" }, true)).toThrow("schema is invalid");
});
