import { expect, test } from "vitest";
import { schema as words, types } from "../../strings/check.ts";
import {
  architectureArgs,
  enumCure,
  firstSentence,
  listOf,
  shortKey,
  typeCure,
  typeName,
} from "./schema-words.ts";

test.each([
  ["2170", "integer", words.writeUnquoted("2170")],
  [" 1.5 ", "number", words.writeUnquoted("1.5")],
  ["True", "boolean", words.writeUnquoted("true")],
  [1.4, "integer", words.write("1")],
  [1.5, "integer", words.write("2")],
  ["A", "array", words.write('["A"]')],
  [1.2, "string", words.write('"1.2"')],
  ["false ", "boolean", words.writeUnquoted("false")],
  ["-1", "integer", words.writeUnquoted("-1")],
  ["1.6", "integer", words.writeUnquoted("2")],
  ['{"a": "secret"}', "object", words.unquoteJson],
  [true, "string", words.write('"true"')],
  ["1.", "integer", words.writeForInstance('"x"')],
  ["1x", "integer", words.writeForInstance('"x"')],
  ["x1", "integer", words.writeForInstance('"x"')],
  ["12", "object", words.writeForInstance('"x"')],
  ["xtrue", "boolean", words.writeForInstance('"x"')],
  ["truex", "boolean", words.writeForInstance('"x"')],
  [true, "integer", words.writeForInstance('"x"')],
  [null, "array", words.writeForInstance('"x"')],
  [{}, "array", words.writeForInstance('"x"')],
  [{}, "string", words.writeForInstance('"x"')],
] as const)("proposes what %j means when the type is %s", (value, type, cure) =>
  expect(typeCure(value, { type, examples: ["x"], items: { type: "string" } } as never)).toBe(cure),
);

test("proposes the value that was probably meant, or all of them when none is near", () => {
  const schema = { enum: ["Inherit", "Quotas"] } as never;
  expect(enumCure("inherit", schema)).toBe(words.didYouMean("Inherit"));
  expect(enumCure("nothing like it", schema)).toBe(words.writeOneOfThem);
});

test("proposes a value of the type when the schema has no example", () => {
  for (const schema of [{ type: "string" }, { type: "string", examples: [] }])
    expect(typeCure({}, schema as never)).toBe(words.writeForInstance(types.string));
});

test.each([
  [{ type: "string" }, types.or([types.string])],
  [{ type: ["string", "null"] }, types.or([types.string, types.null])],
  [{}, types.other],
])("names the type of %j", (schema, name) => expect(typeName(schema as never)).toBe(name));

test.each([
  ["One. Two.", "One."],
  ["In 1.1 it is so. Two.", "In 1.1 it is so."],
  ["One.", "One."],
  ["One", "One"],
])("the first sentence of %j is %j", (text, sentence) => expect(firstSentence(text)).toBe(sentence));

test("lists values in quotes, and a key without", () => {
  expect(listOf(["a", "b"])).toBe('"a", "b"');
  expect(shortKey("a")).toBe("a");
});

test.each([
  ["x86_64", "amd64"],
  ["x86-64", "amd64"],
  ["x64", "amd64"],
  ["x86", "amd64"],
  ["Intel", "amd64"],
  ["linux/amd64", "amd64"],
  [" AMD64 ", "amd64"],
  ["aarch64", "arm64"],
  ["arm", "arm64"],
  ["armv8", "arm64"],
  ["arm64v8", "arm64"],
  ["arm64/v8", "arm64"],
  ["linux/arm64", "arm64"],
  ["linux/arm64/v8", "arm64"],
  ["ARM64", "arm64"],
])("the architecture %j is %s", (found, right) =>
  expect(architectureArgs(found)).toEqual({ found: JSON.stringify(found), cure: words.write(`"${right}"`) }),
);

test.each(["riscv", 1, ""])("the architecture %j is none", (found) =>
  expect(architectureArgs(found)).toEqual({ found: JSON.stringify(found), cure: words.architectures }),
);
