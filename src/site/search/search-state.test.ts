import { expect, test } from "vitest";
import { formatState, isUntouched, parseState } from "./search-state.ts";

test("an address without a query string is the untouched page", () => {
  expect(isUntouched(parseState(""))).toBe(true);
  expect(formatState(parseState("?q=++&sort=name%20x&other=1"))).toBe("");
});

test("every part of the state survives the address", () => {
  const search =
    "?q=fire+fox&category=Web+%26+Mail&category=%E6%B5%8F%E8%A7%88%E5%99%A8&kasm=1.17.x&arch=arm64&finding=user-root&flag=none&access=more&sort=newest&accept=seccomp-unconfined";
  const state = parseState(search);
  expect(state.facets.category).toEqual(["Web & Mail", "浏览器"]);
  expect(formatState(state)).toBe(search);
  expect(isUntouched(state)).toBe(false);
});

test("what is accepted is no search of its own", () => {
  expect(isUntouched(parseState("?accept=seccomp-unconfined"))).toBe(true);
});

test("a value given twice counts once, and a flood of values is cut", () => {
  expect(parseState("?arch=amd64&arch=amd64").facets.arch).toEqual(["amd64"]);
  expect(
    parseState("?" + Array.from({ length: 500 }, (_, number) => `kasm=${number}`).join("&")).facets.kasm,
  ).toHaveLength(50);
});
