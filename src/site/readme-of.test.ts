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
