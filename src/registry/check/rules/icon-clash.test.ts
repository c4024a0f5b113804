import { expect, test } from "vitest";
import { publishedIcons } from "./icon-clash.ts";
import { workspaceOf, picture, testTogether } from "./rule.fixture.ts";

const withIcon = (folder: string, name: string, sha1: string): ReturnType<typeof workspaceOf> =>
  workspaceOf(folder, { image_src: name }, [picture(name, {}, sha1)]);

testTogether([
  ["accepts one picture twice", [withIcon("A", "a.png", "1"), withIcon("B", "a.png", "1")], []],
  ["accepts two names", [withIcon("A", "a.png", "1"), withIcon("B", "b.png", "2")], []],
  [
    "reports one name for two pictures",
    [withIcon("A", "a.png", "1"), withIcon("B", "a.png", "2")],
    ["B icon-clash"],
  ],
  [
    "reports names that differ in case alone",
    [withIcon("A", "a.png", "1"), withIcon("B", "A.png", "1")],
    ["B icon-clash"],
  ],
]);

test.each([
  ["the slug before it when the result has 240 bytes", 238, (name: string) => `b-${name}`],
  ["its content when the result has 241 bytes", 239, () => "2.png"],
])("names a taken icon by %s", (_, length, expected) => {
  const name = `${"x".repeat(length - 4)}.png`;
  const icons = publishedIcons([withIcon("A", name, "1"), withIcon("B", name, "2")]);
  expect([...icons.values()].map(({ published }) => published)).toEqual([name, expected(name)]);
});
