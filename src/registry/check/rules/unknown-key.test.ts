import { newestKasm } from "../../model/kasm-versions.ts";
import { sound11, testLines } from "./rule.fixture.ts";

testLines([
  ["accepts an optional key", { categories: ["A"] }, []],
  ["reports a key that Kasm does not know", { colour: "red" }, ["13:3 unknown-key"]],
  ["reports an optional key with a typing error", { catagories: ["A"] }, ["13:3 unknown-key"]],
  ["reports a key of 1.1 in a workspace of 1.0", { available_tags: ["x"] }, ["13:3 schema-11-key"]],
]);

const entry = { version: newestKasm, image: "a/b:1", uncompressed_size_mb: 1 };
testLines(
  [
    ["accepts a key of a 1.1 entry", { compatibility: [{ ...entry, available_tags: ["x"] }] }, []],
    [
      "reports a key that a 1.1 entry does not have",
      { compatibility: [{ ...entry, tags: [] }] },
      ["13:7 unknown-key"],
    ],
    ["reports a key of 1.0 in a workspace of 1.1", { name: "a/b:1" }, ["15:3 schema-10-key"]],
  ],
  sound11,
);
