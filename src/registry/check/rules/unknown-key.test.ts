import { newestKasm } from "../../model/kasm-versions.ts";
import { expect, test } from "vitest";
import { messageOf } from "../../model/text.ts";
import { bent, faultsOf } from "../workspace.fixture.ts";
import { sound11, testLines } from "./rule.fixture.ts";

testLines([
  ["accepts an optional key", { categories: ["A"] }, []],
  ["reports a key that Kasm does not know", { colour: "red" }, ["13:3 unknown-key"]],
  ["reports an optional key with a typing error", { catagories: ["A"] }, ["13:3 unknown-key"]],
  ["leaves a control that is switched off to the review", { filter_policy_force_disabled: true }, []],
  ["reports a login in any spelling", { dockerPassword: "x" }, ["13:3 credential-in-entry"]],
  ["reports a key of 1.1 in a workspace of 1.0", { available_tags: ["x"] }, ["13:3 schema-11-key"]],
]);

const entry = { version: newestKasm, image: "a/b:1", uncompressed_size_mb: 100 };
testLines(
  [
    ["accepts a key of a 1.1 entry", { compatibility: [{ ...entry, available_tags: ["x"] }] }, []],
    [
      "reports a key that a 1.1 entry does not have",
      { compatibility: [{ ...entry, tags: [] }] },
      ["13:7 unknown-key"],
    ],
    [
      "reports a misspelt key of a 1.1 entry once",
      { compatibility: [{ version: newestKasm, imge: "a/b:1", uncompresed_size_mb: 100 }] },
      ["11:7 missing-key", "12:7 unknown-key"],
    ],
    [
      "reports a size in another unit once",
      { compatibility: [{ ...entry, uncompressed_size_mb: undefined, uncompressed_size_bytes: 1e8 }] },
      ["12:7 unknown-key"],
    ],
    [
      "reports a login in a 1.1 entry",
      { compatibility: [{ ...entry, docker_token: "x" }] },
      ["13:7 credential-in-entry"],
    ],
    ["reports a key of 1.0 in a workspace of 1.1", { name: "a/b:1" }, ["15:3 schema-10-key"]],
  ],
  sound11,
);

test.each([
  [{ category: "Desktop" }, 'Write "categories": ["Desktop"] instead.'],
  [{ memory_bytes: 2768000000 }, 'Write it in megabytes as "memory", and delete this key.'],
  [{ image: "a/b:1" }, 'Delete it: "name" holds the image here'],
  [{ image: "a/b:1", name: undefined }, 'Rename it to "name".'],
  [{ docker_run_config_override: "{}" }, "with the value as a JSON object and not as a text."],
])("says how %j is written", (change, cure) => {
  expect(faultsOf(bent(change)).map(messageOf).join("\n")).toContain(cure);
});

test.each([
  [{ availabel_tags: ["x"] }, 'Did you mean "available_tags"?'],
  [{ tags: ["x"] }, 'Known here are "version", "image",'],
  [{ uncompressed_size_bytes: 1e8 }, 'Write it in megabytes as "uncompressed_size_mb"'],
])("says how %j of a release is written", (change, cure) => {
  const text = bent({ compatibility: [{ ...entry, ...change }] }, sound11);
  expect(messageOf(faultsOf(text)[0]!)).toContain(cure);
});

test("moves an image at the top of a 1.1 workspace into its entries, not into run_config", () => {
  expect(messageOf(faultsOf(bent({ image: "a/b:1" }, sound11))[0]!)).toContain(
    "Move it into each entry of compatibility",
  );
});

test.each(["sha", "flags"])("says of %s that the list has one of its own", (key) => {
  const message = messageOf(faultsOf(bent({ [key]: [] }))[0]!);
  expect(message).toContain("The list gets one that is computed");
  expect(message).not.toContain("published as it is");
});
