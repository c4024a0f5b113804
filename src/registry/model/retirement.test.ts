import { expect, test } from "vitest";
import { workspaceFinder } from "./retirement.ts";

test("finds a workspace by folder, slug or name, whatever the case; the folder first", () => {
  const find = workspaceFinder([
    { folder: "Firefox ESR", slug: "firefox-esr", name: "Firefox" },
    { folder: "Firefox", slug: "firefox", name: "" },
  ]);
  expect(["firefox esr", " Firefox-ESR ", "FIREFOX", "", "Chrome"].map(find)).toEqual([
    "firefox-esr",
    "firefox-esr",
    "firefox",
    null,
    null,
  ]);
});
