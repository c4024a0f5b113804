import { expect, test } from "vitest";
import { picture } from "../registry/check/workspace.fixture.ts";
import type { Workspace } from "../registry/model/types.ts";
import { readmeOf } from "./readme-of.ts";

test.each([
  [1200, 600, 1200, 600],
  [1201, 1201, 1200, 1200],
  [2400, 600, 1200, 300],
])("publishes a picture of %i × %i pixels as %i × %i", (width, height, shownWidth, shownHeight) => {
  const workspace = { slug: "a", readme: "![A](a.png)", files: [picture("a.png", { width, height })] };
  expect(readmeOf(workspace as Workspace).pictures.get("a.png")).toMatchObject({
    width: shownWidth,
    height: shownHeight,
  });
});

test("shows pictures of the front matter and of the text, each at an address of its own", () => {
  const files = [
    picture("b.png", { width: 10, height: 20 }),
    picture("a b.png", { width: 30, height: 40 }),
    picture("unused.png", {}),
    picture("broken.png", { fault: "ends early" }),
    picture("flat.png", { height: 0 }),
    picture("thin.png", { width: null }),
    { ...picture("link.png", {}), kind: "link" as const },
  ];
  const shown = ["broken", "flat", "thin", "link", "gone"].map((name) => `![x](${name}.png)`).join(" ");
  const workspace = {
    slug: "a b",
    readme: `---\nscreenshots: [b.png]\n---\n![A](a%20b.png) ${shown}`,
    files,
  } as Workspace;
  const { pictures, facts, faults } = readmeOf(workspace);
  expect([...pictures]).toEqual([
    ["b.png", { file: files[0], src: "/workspaces/a%20b/picture-1.webp", width: 10, height: 20 }],
    ["a b.png", { file: files[1], src: "/workspaces/a%20b/picture-2.webp", width: 30, height: 40 }],
  ]);
  expect(facts.screenshots.map(({ file }) => file)).toEqual(["b.png"]);
  expect(faults).toEqual([]);
  expect(readmeOf(workspace)).toBe(readmeOf(workspace));
});

test("of a workspace without a README all is empty", () =>
  expect(readmeOf({ slug: "a", readme: null, files: [] } as unknown as Workspace)).toMatchObject({
    body: "",
    faults: [],
    pictures: new Map(),
  }));
