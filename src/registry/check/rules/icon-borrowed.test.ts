import { expect, test } from "vitest";
import { faultsOf } from "../workspace.fixture.ts";
import { nameNeighbour } from "./icon-borrowed.ts";
import { workspaceOf, picture } from "./rule.fixture.ts";

const neighbour = (folder: string, kind: "file" | "directory", name = "editor.png") => [
  { folder, files: [{ ...picture(name), kind }] },
];

test.each([
  ["names the folder that holds a missing icon", neighbour("Other", "file"), "icon-borrowed"],
  ["names no folder when none holds it", neighbour("Other", "file", "other.png"), "icon-missing"],
  ["names no folder when a directory has its name", neighbour("Other", "directory"), "icon-missing"],
  ["does not name the folder itself", neighbour("Editor", "file"), "icon-missing"],
])("%s", (_, others, code) => {
  const [fault] = faultsOf(workspaceOf("Editor").parsed.text, []);
  expect(nameNeighbour(workspaceOf("Editor", {}, []), fault!, others).code).toBe(code);
});
