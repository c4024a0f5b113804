import { expect, test } from "vitest";
import { edits as words } from "../strings/tools.ts";
import { readEditable } from "./source-edit.ts";

test.each([
  ['{"compatibility": ["1.15.x", 7]}', "1.0", ["1.15.x", ""]],
  ['{"compatibility": [{"version": "1.16.x"}, {"version": 7}, {}]}', "1.1", ["1.16.x", "", ""]],
])("reads %s as schema %s with the versions %j", (text, schema, versions) => {
  const source = readEditable(new TextEncoder().encode(text));
  expect(source).toMatchObject({ text, schema, versions, data: JSON.parse(text) });
  expect(source).toEqual(readEditable(text));
  expect("fault" in source || source.items.length).toBe(versions.length);
});

test.each([
  [Uint8Array.of(0x7b, 0xe9, 0x7d), words.notUtf8],
  ['\ufeff{"compatibility": ["1.15.x"]}', words.notUtf8],
  ['{"compatibility": ["1.15.x",]}', words.notJson],
  ['{"compatibility": ["1.15.x"], "a": 1, "a": 2}', words.notJson],
  ["[]", words.notJson],
  ["{}", words.noVersions],
  ['{"compatibility": "1.15.x"}', words.noVersions],
  ['{"compatibility": {"a": 1}}', words.noVersions],
  ['{"compatibility": []}', words.noVersions],
  ['{"compatibility": ["1.15.x"], "compatibility": ["1.16.x"]}', words.notJson],
  ['{"compatibility": [{"version": "1.16.x"}, "1.15.x"]}', words.mixedVersions],
])("says why %j cannot be edited", (content, fault) =>
  expect(readEditable(typeof content === "string" ? new TextEncoder().encode(content) : content)).toEqual({
    fault,
  }),
);
