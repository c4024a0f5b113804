import { expect, test } from "vitest";
import { chooseFor10, compatibilityOf, entryFor11, schemaOf, stringsOf } from "./releases.ts";

test("reads the entries of both schemas and leaves out what is neither text nor object", () => {
  const data = {
    name: "a/b:1",
    uncompressed_size_mb: 7,
    compatibility: ["1.15.x", 3, null, { version: "1.18.x", image: "c/d:2", available_tags: ["x", 1] }, {}],
  };
  const none = { version: "", image: "", size: 0, tags: [] };
  expect(compatibilityOf({ data })).toEqual([
    { version: "1.15.x", image: "a/b:1", size: 7, tags: [], pointer: "/compatibility/0" },
    { version: "1.18.x", image: "c/d:2", size: 0, tags: ["x"], pointer: "/compatibility/3/version" },
    { ...none, pointer: "/compatibility/4/version" },
  ]);
  expect(compatibilityOf({ data: { compatibility: "1.18.x" } })).toEqual([]);
});

test.each([
  [["1.15.x"], "1.0"],
  [["1.15.x", {}], "1.1"],
  [[], "1.0"],
  ["1.15.x", "1.0"],
])("the schema of compatibility %j is %s", (compatibility, schema) =>
  expect(schemaOf({ compatibility })).toBe(schema),
);

test("keeps the place of each text when a list holds other items", () => {
  expect(stringsOf(["a", 1, "b"])).toEqual([
    { text: "a", index: 0 },
    { text: "b", index: 2 },
  ]);
  expect(stringsOf("a")).toEqual([]);
});

test("an entry of 1.1 has the members that are known", () => {
  expect(entryFor11<unknown>("1.18.x", "a/b:1", 7)).toEqual([
    ["version", "1.18.x"],
    ["image", "a/b:1"],
    ["uncompressed_size_mb", 7],
  ]);
  expect(entryFor11("1.18.x", undefined, undefined)).toEqual([["version", "1.18.x"]]);
});

test.each([
  ["nothing of no entries", [], null],
  [
    "the newest that a reader of 1.0 can use",
    [
      { version: "1.14.x", image: "a:14" },
      { version: "1.18.x", image: "a:18" },
      { version: "1.15.x", image: "a:15" },
    ],
    {
      chosen: 2,
      same: [2],
      lost: [
        { index: 0, key: "image" },
        { index: 1, key: "image" },
      ],
    },
  ],
  [
    "the newest of all when no reader of 1.0 can use one",
    [
      { version: "1.16.x", image: "a:16" },
      { version: "1.18.x", image: "a:18" },
      { version: "", image: "a:0" },
    ],
    {
      chosen: 1,
      same: [1],
      lost: [
        { index: 0, key: "image" },
        { index: 2, key: "image" },
      ],
    },
  ],
  [
    "each version of its image once, without what has no version",
    [
      { version: "1.16.x", image: "a:1", uncompressed_size_mb: 1 },
      { version: "1.16.x", image: "a:2" },
      { version: "1.18.x", image: "a:1", uncompressed_size_mb: 2 },
      { version: "1.16.x", image: "a:1", uncompressed_size_mb: 2, available_tags: [] },
      { image: "a:1", uncompressed_size_mb: 2 },
    ],
    {
      chosen: 2,
      same: [0, 2],
      lost: [
        { index: 0, key: "uncompressed_size_mb" },
        { index: 1, key: "image" },
        { index: 3, key: "available_tags" },
      ],
    },
  ],
])("1.0 gets %s", (_, entries, choice) => {
  const made = chooseFor10(entries);
  expect(made && { ...made, chosen: made.chosen.index, same: made.same.map(({ index }) => index) }).toEqual(
    choice,
  );
});
