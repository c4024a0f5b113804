import { expect, test } from "vitest";
import { entry11, list } from "../../../tests/support/made-up-registry.ts";
import { readList } from "./list.ts";

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
