import { expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { newestKasm } from "../../registry/model/kasm-versions.ts";
import { convertDraft } from "./convert-draft.ts";
import {
  blankDraft,
  draftOf,
  folderOf,
  isBlank,
  schemaVersionOf,
  withMember,
  writeWorkspace,
  type KeyOrder,
} from "./draft.ts";
import { Store } from "./draft-store.ts";

const keysIn = (schemaVersion: string): string[] =>
  Object.keys(
    (
      JSON.parse(
        readFileSync(
          new URL(`../../../schema/workspace-${schemaVersion}.schema.json`, import.meta.url),
          "utf8",
        ),
      ) as { properties: object }
    ).properties,
  );
const keys: KeyOrder = { "1.0": keysIn("1.0"), "1.1": keysIn("1.1") };

test("a new draft is blank and holds the schema's address only", () => {
  const draft = blankDraft(keys);
  expect(isBlank(draft)).toBe(true);
  expect(draft.text).toBe('{\n  "$schema": "../../schema/workspace-1.0.schema.json"\n}\n');
});

test("keys are written in the schema's order, unknown ones last; an address of one's own stays", () => {
  const text = writeWorkspace(
    {
      zebra: 1,
      cores: 2,
      friendly_name: "A",
      $schema: "https://example.org/schema/workspace-1.0.schema.json",
    },
    "1.1",
    keys,
  );
  expect(Object.keys(JSON.parse(text) as object)).toEqual(["$schema", "friendly_name", "cores", "zebra"]);
  expect(text).toContain("https://example.org/schema/workspace-1.1.schema.json");
});

test("the schema version is told as the engine tells it", () => {
  expect(schemaVersionOf({ compatibility: ["1.19.x", {}] }, "1.0")).toBe("1.1");
  expect(schemaVersionOf({ compatibility: ["1.19.x"] }, "1.1")).toBe("1.0");
  expect(schemaVersionOf({ compatibility: [], $schema: "x/workspace-1.1.schema.json" }, "1.0")).toBe("1.1");
  expect(schemaVersionOf({}, "1.1")).toBe("1.1");
});

test("the folder is made of the name until one is given", () => {
  expect(folderOf({ folder: "", data: { friendly_name: "C/C++" } })).toBe("C C++");
  expect(folderOf({ folder: " Mine ", data: { friendly_name: "X" } })).toBe("Mine");
  expect(folderOf({ folder: "", data: { friendly_name: 7 } })).toBe("workspace");
});

test("a member is set in its place, and __proto__ is an ordinary name", () => {
  expect(Object.keys(withMember({ a: 1, b: 2 }, "a", 3))).toEqual(["a", "b"]);
  expect(withMember({ a: 1 }, "a", undefined)).toEqual({});
  expect(Object.keys(withMember({}, "__proto__", { x: 1 }))).toEqual(["__proto__"]);
});

test("1.0 → 1.1 → 1.0 loses nothing; incomplete drafts convert too", () => {
  const data = {
    friendly_name: "A",
    name: "a:1",
    compatibility: ["1.18.x", "1.19.x"],
    uncompressed_size_mb: 5,
  };
  const there = convertDraft(data, "1.1");
  expect(there).toEqual({
    isLossy: false,
    data: {
      friendly_name: "A",
      compatibility: [
        { version: "1.18.x", image: "a:1", uncompressed_size_mb: 5 },
        { version: "1.19.x", image: "a:1", uncompressed_size_mb: 5 },
      ],
    },
  });
  expect(convertDraft(there.data, "1.0")).toEqual({ data, isLossy: false });
  expect(convertDraft({}, "1.1").data).toEqual({ compatibility: [{ version: newestKasm }] });
  expect(convertDraft({ compatibility: [{}] }, "1.0")).toEqual({ data: {}, isLossy: false });
  expect(convertDraft({ compatibility: "nonsense", name: 5 }, "1.1").data).toMatchObject({
    compatibility: [{ image: 5 }],
  });
});

test("1.1 → 1.0 takes the newest that old servers can use, and says when something is lost", () => {
  const data = {
    compatibility: [
      { version: "1.9.x", image: "a:9" },
      { version: "1.15.x", image: "a:15" },
      { version: "1.19.x", image: "a:19" },
    ],
  };
  expect(convertDraft(data, "1.0")).toEqual({
    data: { compatibility: ["1.15.x"], name: "a:15" },
    isLossy: true,
  });
  expect(
    convertDraft({ compatibility: [{ version: "1.19.x", image: "a", available_tags: ["x"] }] }, "1.0")
      .isLossy,
  ).toBe(true);
});

test("what is replaced can be taken back, a blank draft too", () => {
  const store = new Store(blankDraft(keys), null, keys);
  store.replace(draftOf({ friendly_name: "A" }, keys));
  expect(store.previous).toBeNull();
  store.undo();
  expect(store.draft.data).toEqual({});
  store.undo();
  expect(store.draft.data).toEqual({ friendly_name: "A" });
  store.replace(blankDraft(keys));
  store.bringBack();
  expect([store.draft.data, store.previous]).toEqual([{ friendly_name: "A" }, null]);
});

test("typing in the form while the JSON cannot be read writes it anew; undo brings the text back", () => {
  const store = new Store(blankDraft(keys), null, keys);
  const origins: string[] = [];
  store.listen((origin) => origins.push(origin));
  store.setKey("cores", 2);
  store.setText("{ oh");
  store.setKey("memory", 4);
  expect(JSON.parse(store.draft.text)).toMatchObject({ cores: 2, memory: 4 });
  store.undo();
  expect([store.draft.text, store.draft.broken]).toEqual(["{ oh", true]);
  expect(origins).toEqual(["form", "json", "rewrite", "whole"]);
});
