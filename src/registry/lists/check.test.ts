import { expect, test } from "vitest";
import { registry as words } from "../../strings/check.ts";
import { sound } from "../check/workspace.fixture.ts";
import type { Identity, Registry } from "../model/types.ts";
import { channelProblems, validateLists } from "./check.ts";

const identity = {
  name: "A",
  description: "A's workspaces.",
  icon: "https://a.example/logo.svg",
  contactUrl: "https://a.example/help",
  url: "https://a.example/",
  defaultChannel: null,
  flagsInList: true,
} as Identity;
const registry = (change: object = {}): Registry => {
  const data = { ...sound, ...change };
  const entries = Object.entries(data).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, JSON.stringify(value)]],
  );
  const icon = { file: { name: "editor.png" }, published: "editor.png" };
  const workspace = {
    folder: "Editor",
    data,
    schema: "1.0",
    entries,
    icon,
    sha: "a".repeat(40),
    flags: [],
  };
  return { identity, workspaces: [workspace], modified: 1 } as unknown as Registry;
};

test("finds nothing wrong with sound lists", () => expect(validateLists(registry())).toEqual([]));

test("names the file, the schema and the place when a list breaks its schema", () => {
  const problems = validateLists(registry({ description: 1 }));
  expect(
    problems.map(({ code, file, pointer, args }) => [code, file, pointer, args["schema"], args["where"]]),
  ).toEqual([
    [
      "list-invalid",
      "Editor/workspace.json",
      "/workspaces/0/description",
      "1.0",
      "/workspaces/0/description",
    ],
    [
      "list-invalid",
      "Editor/workspace.json",
      "/workspaces/0/description",
      "1.1",
      "/workspaces/0/description",
    ],
  ]);
  expect(problems[0]!.args["cause"]).toBe("must be string,null");
});

test("says nothing of a difference that check lets through", () => {
  expect(validateLists(registry({ description: undefined, notes: null, x_res: "1" }))).toEqual([]);
  expect(validateLists(registry({ name: undefined }))).not.toEqual([]);
});

test("names registry.json when the list itself breaks its schema", () => {
  const { workspaces, modified } = registry();
  const problems = validateLists({
    identity: { ...identity, name: 1 as unknown as string },
    workspaces,
    modified,
  });
  expect(problems[0]).toMatchObject({ code: "list-invalid", file: "registry.json" });
});

const channels = (defaultChannel: string | null, tags: string[], authored = true): unknown =>
  channelProblems(
    {
      identity: { ...identity, defaultChannel },
      workspaces: [
        {
          schema: "1.1",
          data: { compatibility: [{ version: "1.18.x", available_tags: tags }] },
        },
      ] as unknown as Registry["workspaces"],
    },
    authored,
  ).map(({ file, pointer, args }) => ({ file, pointer, ...args }));

test.each([
  ["a", ["a", "b"], []],
  [null, ["a"], []],
  ["c", ["a", "b"], [{ file: "registry.json", pointer: "/default_channel", channel: "c", channels: "a, b" }]],
  [
    "c",
    [],
    [{ file: "registry.json", pointer: "/default_channel", channel: "c", channels: words.noChannels }],
  ],
])("reports of the default channel %j beside %j: %j", (channel, tags, problems) => {
  expect(channels(channel, tags)).toEqual(problems);
  expect(channels(channel, tags, false)).toEqual([]);
});
