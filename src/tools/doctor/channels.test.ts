import { expect, test } from "vitest";
import type { JsonValue } from "../../registry/model/json.ts";
import { details } from "../../strings/doctor.ts";
import { channelFaults } from "./channels.ts";
import type { Diagnosis } from "./faults.ts";

const faults = (channels: JsonValue, chosen: JsonValue | undefined, tags: JsonValue[] = []): Diagnosis[] =>
  channelFaults(
    {
      channels,
      ...(chosen === undefined ? {} : { default_channel: chosen }),
      workspaces: [
        7,
        ...tags.map((each) => ({ compatibility: [{ version: "1.18.x", available_tags: each }] })),
      ],
    },
    (code, args = {}) => ({ code, args }),
  );
const ab = details.someAndLast('"a"', '"b"');

test.each<[JsonValue, JsonValue | undefined, Diagnosis[]]>([
  [["a", "b"], "a", []],
  [["a", "b"], undefined, []],
  [[], null, []],
  ["a", "b", []],
  [["a", "b"], "", [{ code: "channel-empty", args: { channels: ab } }]],
  [["a", "b", 3], "c", [{ code: "channel-unknown", args: { found: '"c"', channels: ab } }]],
  [[], "c", [{ code: "channel-unknown", args: { found: '"c"', channels: details.noChannels } }]],
  [["a", "b"], null, [{ code: "channel-unknown", args: { found: "null", channels: ab } }]],
])("of the channels %j with the default %j finds %j", (channels, chosen, expected) =>
  expect(faults(channels, chosen)).toEqual(expected),
);

test("names tags that are no channel, each once", () =>
  expect(faults(["a"], "a", [["a", "x"], ["x"]])).toEqual([
    { code: "channel-unlisted", args: { found: '"x"' } },
  ]));

test("counts the workspaces without a tag when others have one", () => {
  expect(faults(["a"], "a", [["a"], [], []])).toEqual([
    { code: "channel-mixed", args: { without: "2", all: "3" } },
  ]);
  expect(faults(["a"], "a", [[], []])).toEqual([]);
  expect(faults(["a"], "a", [["a"]])).toEqual([]);
});

test("says nothing of a list without workspaces", () =>
  expect(
    channelFaults({ channels: ["a"], default_channel: "a", workspaces: "x" }, (code) => ({ code, args: {} })),
  ).toEqual([]));
