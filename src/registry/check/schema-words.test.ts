import { expect, test } from "vitest";
import { shape as words } from "../../strings/check.ts";
import { enumCure, typeCure } from "./schema-words.ts";

test.each([
  ["2170", "integer", words.writeUnquoted("2170")],
  [" 1.5 ", "number", words.writeUnquoted("1.5")],
  ["True", "boolean", words.writeUnquoted("true")],
  [1.4, "integer", words.write("1")],
  [1.5, "integer", words.write("2")],
  ["A", "array", words.write('["A"]')],
  [1.2, "string", words.write('"1.2"')],
  [{}, "string", words.writeForInstance('"x"')],
] as const)("proposes what %j means when the type is %s", (value, type, cure) =>
  expect(typeCure(value, { type, examples: ["x"] } as never)).toBe(cure),
);

test("proposes the value that was probably meant, or all of them when none is near", () => {
  const schema = { enum: ["Inherit", "Quotas"] } as never;
  expect(enumCure("inherit", schema)).toBe(words.didYouMean("Inherit"));
  expect(enumCure("nothing like it", schema)).toBe(words.writeOneOfThem);
});
