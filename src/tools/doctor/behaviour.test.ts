import { expect, test } from "vitest";
import { kasmServers } from "../../registry/model/kasm-versions.ts";
import { behaviour, laterMessages, messages, rowFor, type Situation } from "./behaviour.ts";

test("every situation has a row for every known Kasm release", () => {
  for (const { situation } of behaviour)
    for (const release of kasmServers) expect(messages).toHaveProperty(rowFor(situation, release).message);
});

test("only 1.16 goes blank where nothing suits it", () => {
  expect(
    kasmServers.filter((release) => rowFor("nothing-for-this-version", release).message === "blank-page"),
  ).toEqual(["1.16.0", "1.16.1"]);
});

test("every row says how sure it is", () => {
  for (const { certainty, situation } of behaviour)
    expect(["seen", "inferred", "open"], situation).toContain(certainty);
});

test("a situation that the table lacks is named", () => {
  expect(() => rowFor("gone" as Situation, "1.18.0")).toThrow("gone");
});

test("every message is used, and what was seen has a public source", () => {
  expect(Object.keys(messages).filter((id) => !behaviour.some((row) => row.message === id))).toEqual([]);
  for (const { source } of [...Object.values(messages), ...laterMessages])
    expect(source).toMatch(/^https:\/\//);
});

test.each([
  ["address-unusable", "valid-url", "A valid url needs to be entered"],
  ["host-unreachable", "valid-url", "A valid url needs to be entered"],
  ["secure-connection-refused", "valid-url", "A valid url needs to be entered"],
  ["server-hangs", "spinner", null],
  ["versions-not-found", "schema-list", "This registry does not appear to have a valid schema list"],
  ["versions-not-text", "schema-list", "This registry does not appear to have a valid schema list"],
  ["versions-unreadable", "schema-list", "This registry does not appear to have a valid schema list"],
  [
    "schema-not-named",
    "compatible-schema",
    "This registry does not appear to have a compatible schema version available",
  ],
  ["list-not-found", "schema-list", "This registry does not appear to have a valid schema list"],
  ["list-unreadable", "schema-list", "This registry does not appear to have a valid schema list"],
  ["list-empty", "schema-list", "This registry does not appear to have a valid schema list"],
  ["nothing-for-this-version", "nothing-listed", null],
  ["workspaces-found", "listed", null],
] as const)("with %s an admin reads %s: %j", (situation, id, text) => {
  expect(rowFor(situation, "1.18.0").message).toBe(id);
  expect(messages[id].text).toBe(text);
});

test("says why the first builds of 1.16 go blank", () =>
  expect(rowFor("nothing-for-this-version", "1.16.1").why).toBe("nothing-for-first-1.16"));

test("a message that comes after the workspaces are listed is a guess with a reason", () =>
  expect(laterMessages.map(({ text, certainty, why }) => [text, certainty, why])).toEqual([
    ["Error Adding Workspace", "open", "install-fails"],
  ]));
