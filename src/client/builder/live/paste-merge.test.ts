import { expect, test } from "vitest";
import type { ImageDefault } from "../../../docker/index.ts";
import type { JsonObject } from "../../../registry/model/json.ts";
import { mergePaste, missingKeys } from "./paste-merge.ts";

const defaults: ImageDefault[] = [
  { key: "compatibility", value: ["1.18.x"], said: "versions" },
  { key: "architecture", value: ["amd64", "arm64"], said: "architectures" },
  { key: "uncompressed_size_mb", value: 2000, said: "size" },
];
const paste = (data: JsonObject, more: JsonObject = {}): ReturnType<typeof mergePaste> =>
  mergePaste({ data }, { workspace: { name: "me/a:1", ...more }, title: "A" }, defaults);

test("takes from the image what neither the draft nor the command says", () => {
  expect(paste({}).data).toEqual({
    friendly_name: "A",
    name: "me/a:1",
    compatibility: ["1.18.x"],
    architecture: ["amd64", "arm64"],
    uncompressed_size_mb: 2000,
  });
  const own = { friendly_name: "Mine", compatibility: ["1.16.x"], uncompressed_size_mb: 1 };
  const merged = paste(own, { architecture: ["arm64"] });
  expect(merged.data).toEqual({ ...own, name: "me/a:1", architecture: ["arm64"] });
  expect(merged.taken).toEqual([]);
});

test("in schema 1.1 the size is that of every version, where none has one", () => {
  const entries = [{ version: "1.18.x" }, { version: "1.19.x" }];
  const facts = { image: "me/a:1", uncompressed_size_mb: 2000 };
  const merged = paste({ compatibility: entries });
  expect(merged.data["compatibility"]).toEqual(entries.map((entry) => ({ ...entry, ...facts })));
  expect(merged.data).not.toHaveProperty("uncompressed_size_mb");
  expect(merged.taken.map(({ key }) => key)).toEqual(["architecture", "uncompressed_size_mb"]);
  const typed = [{ version: "1.18.x", uncompressed_size_mb: 900 }];
  expect(paste({ compatibility: typed }).data["compatibility"]).toEqual([{ ...typed[0], image: "me/a:1" }]);
});

test.each([
  ["1.0", {}],
  ["1.1", { compatibility: [{ version: "1.18.x" }] }],
])("the next command takes out what came of the last image, in schema %s", (_, data: JsonObject) => {
  const first = paste(data);
  const next = { workspace: { name: "me/b:1" }, title: "B" };
  const entries = data["compatibility"] ? [{ version: "1.18.x", image: "me/b:1" }] : undefined;
  expect(mergePaste(first, next, []).data).toEqual(
    entries ? { friendly_name: "B", compatibility: entries } : { friendly_name: "B", name: "me/b:1" },
  );
  // A value that somebody changed since is theirs.
  const changed = { ...first, data: { ...first.data, architecture: ["arm64"] } };
  expect(mergePaste(changed, next, []).data["architecture"]).toEqual(["arm64"]);
});

test("names what is left to fill in", () => {
  expect(missingKeys({ data: {}, icon: null })).toEqual([
    "description",
    "icon",
    "versions",
    "size",
    "architectures",
  ]);
  expect(missingKeys({ data: paste({}).data, icon: null })).toEqual(["description", "icon"]);
  expect(missingKeys({ data: paste({ compatibility: [{ version: "1.18.x" }] }).data, icon: null })).toEqual([
    "description",
    "icon",
  ]);
  expect(missingKeys({ data: { compatibility: [{ version: "1.18.x" }] }, icon: null })).toContain("size");
});
