import type { JsonObject } from "../model/json.ts";
import { expect, test } from "vitest";
import {
  assembleKasmVersions,
  assembleList,
  assembleVersions,
  assembleWorkspace,
  channelsOf,
  defaultChannel,
  listEntry,
} from "./assemble.ts";
import type { FlaggedWorkspace, Identity } from "../model/types.ts";
import { sound, sound11 } from "../check/workspace.fixture.ts";

const flagged = (data: JsonObject, schema: "1.0" | "1.1"): FlaggedWorkspace =>
  ({ data, schema }) as FlaggedWorkspace;
const entry = (version: string, tags?: string[]) => ({
  version,
  image: "e/e:1",
  uncompressed_size_mb: 1,
  ...(tags ? { available_tags: tags } : {}),
});

test("versions.txt names a schema only when a server that reads it finds something", () => {
  expect(assembleVersions([flagged({ ...sound, compatibility: ["1.14.x"] }, "1.0")])).toBe("1.0\n");
  expect(assembleVersions([flagged({ ...sound, compatibility: ["1.14.x", "1.16.x"] }, "1.0")])).toBe(
    "1.0\n1.1\n",
  );
  expect(assembleVersions([flagged({ ...sound11, compatibility: [entry("1.19.x")] }, "1.1")])).toBe("1.1\n");
  expect(assembleVersions([flagged({ ...sound, compatibility: ["odd"] }, "1.0")])).toBe("1.0\n1.1\n");
});

test("1.1/versions.json names the Kasm versions that read 1.1, oldest first", () => {
  expect(
    assembleKasmVersions([
      flagged({ ...sound, compatibility: ["1.20.x", "1.9.x", "1.16.x", "1.15.x"] }, "1.0"),
    ]),
  ).toBe('{"versions":["1.16.x","1.20.x"]}');
});

test("channels are the sorted union; the default is one of them, develop if need be, never empty", () => {
  const channels = channelsOf([
    flagged(
      { ...sound11, compatibility: [entry("1.18.x", ["develop", "b"]), entry("1.19.x", ["a"])] },
      "1.1",
    ),
    flagged(sound, "1.0"),
  ]);
  expect(channels).toEqual(["a", "b", "develop"]);
  expect(defaultChannel(channels, "b")).toBe("b");
  expect(defaultChannel(channels, "")).toBe("develop");
  expect(defaultChannel(["x", "y"], "gone")).toBe("x");
  expect(defaultChannel([], "x")).toBeNull();
});

test("names the schema of the oldest known Kasm, and none for older ones", () => {
  expect(assembleVersions([flagged({ ...sound, compatibility: ["1.12.x"] }, "1.0")])).toBe("1.0\n");
  expect(assembleVersions([flagged({ ...sound, compatibility: ["1.11.x"] }, "1.0")])).toBe("1.0\n1.1\n");
});

test("writes lists and entries to the byte", () => {
  const entries = [
    ["friendly_name", '"Editor"'],
    ["name", '"e/e:1"'],
    ["compatibility", '["1.15.x"]'],
    ["uncompressed_size_mb", "1e2"],
    ["image_src", '"editor.png"'],
  ];
  const icon = { file: { name: "editor.png" }, published: "editor.png" };
  const data = { ...sound, name: "e/e:1", compatibility: ["1.15.x"] };
  const workspace = {
    ...flagged(data, "1.0"),
    ...{
      slug: "editor",
      folder: "Editor",
      entries,
      icon,
      sha: "s",
      sha256: "t",
      flags: [],
      findings: [],
      severity: null,
      standsOut: null,
    },
  } as unknown as FlaggedWorkspace;
  const identity = {
    name: "Lab",
    icon: "https://a/i.png",
    description: "Ours.",
    url: "https://a/",
    contactUrl: "https://a/help",
    defaultChannel: "x",
    flagsInList: false,
  } as Identity;
  const registry = { identity, workspaces: [workspace], modified: 7 };
  const head =
    '{"name":"Lab","workspacecount":1,"icon":"https://a/i.png","description":"Ours.","list_url":"https://a/","contact_url":"https://a/help","modified":7,"workspaces":[';
  const entry10 =
    '{"friendly_name":"Editor","name":"e/e:1","compatibility":["1.15.x"],"uncompressed_size_mb":1e2,"image_src":"editor.png","sha":"s"}';
  const entry11 =
    '{"friendly_name":"Editor","compatibility":[{"version":"1.15.x","image":"e/e:1","uncompressed_size_mb":1e2}],"image_src":"editor.png","sha":"s"}';
  expect(assembleList(registry, "1.0")).toBe(`${head}${entry10}]}`);
  expect(assembleList(registry, "1.1")).toBe(`${head}${entry11}],"channels":[],"default_channel":null}`);
  expect(assembleWorkspace(workspace, "1.1", identity)).toBe(
    `{"slug":"editor","folder":"Editor","schema":"1.1","source_schema":"1.0","sha":"s","sha256":"t","workspace":${entry11},"flags":[],"severity":null,"stands_out":null,"findings":[]}`,
  );
});

test("ends each entry with sha and flags", () => {
  const icon = { file: { name: "editor.png" }, published: "editor-2.png" };
  const entries = [
    ["image_src", '"editor.png"'],
    ["sha", '"authored"'],
  ];
  const workspace = { ...flagged(sound, "1.0"), entries, icon, sha: "a".repeat(40), flags: [] };
  expect(listEntry(workspace as unknown as FlaggedWorkspace, "1.0", { flagsInList: true })).toEqual([
    ["image_src", '"editor-2.png"'],
    ["sha", `"${"a".repeat(40)}"`],
    ["flags", "[]"],
  ]);
  expect(listEntry(workspace as unknown as FlaggedWorkspace, "1.0", { flagsInList: false })).toHaveLength(2);
});
