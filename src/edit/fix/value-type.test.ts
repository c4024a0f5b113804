import { expect, test } from "vitest";
import type { JsonValue } from "../../registry/model/json.ts";
import { fits, typeOf } from "./value-type.ts";

test.each([
  [{ type: "string" }, "string"],
  [{ type: ["string", "null"] }, ""],
  [{}, ""],
  [undefined, ""],
])("the one type that %j asks for is %j", (schema, type) => expect(typeOf(schema as never)).toBe(type));

const values: readonly JsonValue[] = [
  "a",
  "12",
  " -12 ",
  "1.5",
  " -1.25 ",
  "1.",
  "x1",
  "1x",
  " TRUE ",
  "false",
  "untrue",
  "truex",
  1,
  1.5,
  1e300,
  true,
  null,
  ["a"],
  {},
];
test.each<[type: string, fitting: JsonValue[]]>([
  ["string", values.filter((value) => typeof value === "string" || typeof value === "number")],
  ["integer", ["12", " -12 ", 1]],
  ["number", ["12", " -12 ", "1.5", " -1.25 ", 1, 1.5, 1e300]],
  ["boolean", [" TRUE ", "false", true]],
  ["array", [...values.filter((value) => typeof value === "string"), ["a"]]],
  ["object", [{}]],
  ["null", [...values]],
])("where the type is %s, these fit: %j", (type, fitting) =>
  expect(values.filter((value) => fits(value, { type } as never))).toEqual(fitting),
);
