import { expect, test } from "vitest";
import { kasmVersions } from "../../registry/model/kasm-versions.ts";
import { behaviour, messages, rowFor } from "./behaviour.ts";

test("every situation has a row for every known Kasm version", () => {
  for (const { situation } of behaviour)
    for (const { version } of kasmVersions)
      expect(messages).toHaveProperty(rowFor(situation, version).message);
});

test("only 1.16 goes blank where nothing suits it", () => {
  expect(
    kasmVersions
      .filter(({ version }) => rowFor("nothing-for-this-version", version).message === "blank-page")
      .map(({ version }) => version),
  ).toEqual(["1.16.x"]);
});

test("every message is used, and what was seen has a public source", () => {
  expect(Object.keys(messages).filter((id) => !behaviour.some((row) => row.message === id))).toEqual([]);
  for (const { source } of Object.values(messages)) expect(source).toMatch(/^https:\/\//);
});
