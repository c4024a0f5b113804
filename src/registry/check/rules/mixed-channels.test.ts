import { newestKasm } from "../../model/kasm-versions.ts";
import { expect, test } from "vitest";
import { registry as words } from "../../../strings/check.ts";
import { validateTogether } from "../workspace.ts";
import { workspaceOf, testTogether } from "./rule.fixture.ts";

const entry = { version: newestKasm, image: "a/b:1", uncompressed_size_mb: 100 };
const tagged = { compatibility: [{ ...entry, available_tags: ["develop"] }] };

testTogether([
  ["accepts a registry without channels", [workspaceOf("A"), workspaceOf("B")], []],
  ["accepts a registry where all have channels", [workspaceOf("A", tagged)], []],
  [
    "reports the first workspace without channels when another has them",
    [workspaceOf("A"), workspaceOf("B"), workspaceOf("C", tagged)],
    ["A mixed-channels"],
  ],
  [
    "reports one entry without channels beside one with them",
    [workspaceOf("A", { compatibility: [...tagged.compatibility, { ...entry, version: "1.18.x" }] })],
    ["A mixed-channels"],
  ],
]);

test("counts the other workspaces without channels", () => {
  const workspaces = [workspaceOf("A"), workspaceOf("B"), workspaceOf("C"), workspaceOf("D", tagged)];
  const [first] = workspaces.flatMap((workspace) => validateTogether(workspaces).get(workspace) ?? []);
  expect(first?.args).toEqual({ other: "D", also: words.alsoOthers(2) });
});
