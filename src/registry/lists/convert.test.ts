import type { JsonObject } from "../model/json.ts";
import { expect, test } from "vitest";
import { objectText, toSchema } from "./convert.ts";
import { parseJson, rawEntries } from "../json/parse.ts";
import { schemaOf } from "../model/releases.ts";
import { checkedData } from "../check/workspace.ts";
import { sound, sound11 } from "../check/workspace.fixture.ts";

function workspaceOf(data: JsonObject | string) {
  const parsed = parseJson(typeof data === "string" ? data : JSON.stringify(data)).parsed!;
  const value = parsed.value as JsonObject;
  return { ...checkedData({ schema: schemaOf(value), data: value }), entries: rawEntries(parsed) };
}
const convert = (data: JsonObject | string, schema: "1.0" | "1.1"): JsonObject =>
  JSON.parse(objectText(toSchema(workspaceOf(data), schema))) as JsonObject;

test("1.0 to 1.1: every version gets the image and the size, in place", () => {
  const there = convert({ ...sound, compatibility: ["1.15.x", "1.16.x"], notes: "n" }, "1.1");
  expect(Object.keys(there)).toEqual([
    "friendly_name",
    "description",
    "image_src",
    "architecture",
    "compatibility",
    "notes",
  ]);
  expect(there["compatibility"]).toEqual(
    ["1.15.x", "1.16.x"].map((version) => ({
      version,
      image: "example/editor:1.0",
      uncompressed_size_mb: 100,
    })),
  );
});

test("1.0 to 1.1 and back loses nothing", () => {
  const data = {
    ...sound,
    compatibility: ["1.14.x", "1.16.x", "1.20.x", "1.9.x"],
    run_config: { a: [1, { b: null }] },
  };
  expect(convert(convert(data, "1.1"), "1.0")).toEqual(data);
});

test("1.1 to 1.0 takes the newest entry that an old server can use, by number, and all versions of its image", () => {
  const entry = (version: string, image: string, size: number) => ({
    version,
    image,
    uncompressed_size_mb: size,
  });
  const list = [
    entry("1.9.x", "e/e:9", 9),
    entry("1.15.x", "e/e:15", 15),
    entry("1.14.x", "e/e:15", 14),
    entry("1.19.x", "e/e:19", 19),
    entry("1.18.x", "e/e:15", 15),
  ];
  expect(convert({ ...sound11, compatibility: list }, "1.0")).toMatchObject({
    name: "e/e:15",
    uncompressed_size_mb: 15,
    compatibility: ["1.15.x", "1.14.x", "1.18.x"],
  });
  const newOnly = [
    entry("1.16.x", "e/e:16", 16),
    entry("1.20.x", "e/e:20", 20),
    entry("1.9.x", "x/x:1", 1),
  ].slice(0, 2);
  expect(convert({ ...sound11, compatibility: newOnly }, "1.0")).toMatchObject({
    name: "e/e:20",
    compatibility: ["1.20.x"],
  });
});

test("what 1.0 cannot say: other images, their sizes, and available_tags", () => {
  const list = [
    { version: "1.18.x", image: "e/e:18", uncompressed_size_mb: 18, available_tags: ["a"] },
    { version: "1.19.x", image: "e/e:19", uncompressed_size_mb: 19, available_tags: ["b"] },
  ];
  const back = convert(convert({ ...sound11, compatibility: list }, "1.0"), "1.1");
  expect(back["compatibility"]).toEqual([{ version: "1.19.x", image: "e/e:19", uncompressed_size_mb: 19 }]);
});

test("1.1 with one image for all versions survives 1.0 and back", () => {
  const list = ["1.17.x", "1.18.x"].map((version) => ({ version, image: "e/e:1", uncompressed_size_mb: 7 }));
  expect(convert(convert({ ...sound11, compatibility: list }, "1.0"), "1.1")["compatibility"]).toEqual(list);
});

test("numbers and escapes of untouched keys keep their digits", () => {
  const text = JSON.stringify(sound).replace(
    "}",
    ',"memory":1.50e3,"notes":"caf\\u00e9","cores":12345678901234567890}',
  );
  expect(objectText(toSchema(workspaceOf(text), "1.1"))).toContain(
    '"memory":1.50e3,"notes":"caf\\u00e9","cores":12345678901234567890',
  );
});

test("a misspelt key of checked data does not compile (npm run typecheck)", () => {
  const { data } = workspaceOf(sound);
  // @ts-expect-error -- the schema knows categories.
  expect(data.catagories).toBeUndefined();
  expect(data.categories).toBeUndefined();
});
