import { workspaceOf, testTogether } from "./rule.fixture.ts";

testTogether([
  ["accepts two names", [workspaceOf("A"), workspaceOf("B")], []],
  [
    "accepts two empty names",
    [workspaceOf("A", { friendly_name: "" }), workspaceOf("B", { friendly_name: "" })],
    [],
  ],
  [
    "reports one name when case and spaces around it differ",
    [workspaceOf("A", { friendly_name: "Same" }), workspaceOf("B", { friendly_name: " same " })],
    ["B duplicate-name"],
  ],
]);
