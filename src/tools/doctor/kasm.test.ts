import { expect, test } from "vitest";
import { seenWords, whyWords } from "../../strings/doctor.ts";
import { messages } from "./behaviour.ts";
import { viewOf, type Obstacle } from "./kasm.ts";
import type { List } from "./list.ts";
import type { Versions } from "./versions-txt.ts";

const named = (...schemas: Versions["schemas"]): Versions => ({ state: "read", schemas, faults: [] });
const list = (...versions: string[][]): List => ({
  state: "read",
  data: {},
  workspaces: versions.map((each, i) => ({ name: `W${i}`, image_src: "a.png", versions: each })),
  faults: [],
});
const inState = (state: List["state"]): List => ({ ...list(), state });
const unread = (state: Versions["state"]): Versions => ({ state, schemas: [], faults: [] });

test("says all that a server and its admin see", () => {
  const lists = { "1.1": list(["1.18.x"], ["1.17.x"], ["1.18.1", "1.18.x"]), "1.0": list(["1.18.x"]) };
  expect(viewOf("1.18.1", null, named("1.0", "1.1"), lists)).toEqual({
    version: "1.18.1",
    reads: "1.1",
    situation: "workspaces-found",
    suit: 2,
    listed: 3,
    message: "listed",
    text: null,
    seen: seenWords.listed,
    why: whyWords["workspaces-found"],
    certainty: "seen",
    source: messages.listed.source,
  });
  expect(viewOf("1.14.x", null, null, {})).toEqual({
    version: "1.14.x",
    reads: "1.0",
    situation: "versions-not-found",
    suit: 0,
    listed: 0,
    message: "schema-list",
    text: messages["schema-list"].text,
    seen: seenWords["schema-list"],
    why: whyWords["versions-not-found"],
    certainty: "seen",
    source: messages["schema-list"].source,
  });
});

test("has a reason of its own for the first builds of 1.16", () =>
  expect(viewOf("1.16.0", null, named("1.1"), { "1.1": list(["1.17.x"]) })).toMatchObject({
    situation: "nothing-for-this-version",
    why: whyWords["nothing-for-first-1.16"],
  }));

test.each<[obstacle: Obstacle, versions: Versions | null, lists: Record<string, List>, situation: string]>([
  ["server-hangs", named("1.1"), { "1.1": list(["1.18.x"]) }, "server-hangs"],
  [null, unread("missing"), {}, "versions-not-found"],
  [null, unread("not-text"), {}, "versions-not-text"],
  [null, unread("unreadable"), {}, "versions-unreadable"],
  [null, named("1.0"), { "1.1": list(["1.18.x"]) }, "schema-not-named"],
  [null, named("1.1"), {}, "list-not-found"],
  [null, named("1.1"), { "1.1": inState("missing") }, "list-not-found"],
  [null, named("1.1"), { "1.1": inState("unreadable") }, "list-unreadable"],
  [null, named("1.1"), { "1.1": inState("empty") }, "list-empty"],
  [null, named("1.1"), { "1.1": list([]) }, "nothing-for-this-version"],
  [null, named("1.1"), { "1.1": list(["1.18.x"]) }, "workspaces-found"],
])("with the obstacle %s, %j and %j ends in another situation", (obstacle, versions, lists, situation) =>
  expect(viewOf("1.18.0", obstacle, versions, lists).situation).toBe(situation),
);

test("counts nothing of a list that versions.txt does not name", () =>
  expect(viewOf("1.18.0", null, named("1.0"), { "1.1": list(["1.18.x"]) })).toMatchObject({
    suit: 0,
    listed: 0,
  }));
