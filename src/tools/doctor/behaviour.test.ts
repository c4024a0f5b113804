import { expect, test } from "vitest";
import { kasmServers } from "../../registry/model/kasm-versions.ts";
import { behaviour, messages, rowFor, type Situation } from "./behaviour.ts";

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
  for (const { source } of Object.values(messages)) expect(source).toMatch(/^https:\/\//);
});
