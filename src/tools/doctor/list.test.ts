import { expect, test } from "vitest";
import { entry11, list } from "../../../tests/support/made-up-registry.ts";
import { readList, type List } from "./list.ts";

test.each([
  ["https://registry.kasmweb.com/1.1/list.json", false],
  ["https://ai.registry.kasmweb.com/1.1/list.json", false],
  ["https://kasmweb.com.example.org/1.1/list.json", true],
  ["versions.txt", true],
])("Kasm's name is remarked upon where the registry is not Kasm's: %s", (url, isRemarked) => {
  const data = { ...list("1.1", "https://example.org/", [entry11("Alpha")]), name: "Kasm Technologies" };
  const body = new TextEncoder().encode(JSON.stringify(data));
  const { faults } = readList({ url, status: 200, headers: {}, body, hops: [] } as never, "1.1");
  expect(faults.map(({ code }) => code)).toEqual(isRemarked ? ["list-default-name"] : []);
});

const codesOf = ({ faults }: List): string[] => faults.map(({ code }) => code);
const read = (text: string): List =>
  readList(
    {
      ok: true,
      status: 200,
      url: "https://lab.example/1.0/list.json",
      hops: [],
      headers: {},
      body: new TextEncoder().encode(text),
      cut: false,
    },
    "1.0",
  );

test.each([
  ["accepts", 5_000_000, false],
  ["remarks upon", 5_000_001, true],
])("%s a list of %i bytes", (_, length, isLarge) => {
  const text = '{"workspaces":[{}]}';
  expect(codesOf(read(text.padEnd(length))).includes("list-large")).toBe(isLarge);
});

test.each([
  ["reads all of", 20_000, false],
  ["cuts", 20_001, true],
])("%s a list of %i workspaces", (_, length, isLong) => {
  const list = read(`{"workspaces":[${"{},".repeat(length - 1)}{}]}`);
  expect(codesOf(list).includes("list-long")).toBe(isLong);
  expect(list.workspaces.length).toBe(20_000);
});
