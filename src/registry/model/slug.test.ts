import { expect, test } from "vitest";
import { slugOf, uniqueSlugs } from "./slug.ts";

test.each([
  ["Firefox", "firefox"],
  ["Visual Studio Code", "visual-studio-code"],
  ["Café Über", "cafe-uber"],
  ["C++ & C#", "c-plus-plus-c"],
  ["中文桌面", "中文桌面"],
  ["متصفح", "متصفح"],
  ["  --  ", "workspace"],
  ["../etc", "etc"],
  ["CON", "con-workspace"],
  ["a".repeat(255), "a".repeat(100)],
  ["a%2Fb?c#d", "a-2fb-c-d"],
])("slugOf(%j) is %j", (folder, slug) => expect(slugOf(folder)).toBe(slug));

test("equal slugs are numbered in order", () => {
  expect(uniqueSlugs(["A b", "a-B", "A  B"])).toEqual(["a-b", "a-b-2", "a-b-3"]);
});
