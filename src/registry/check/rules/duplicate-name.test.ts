import { draftOf, testTogether } from "./rule.fixture.ts";

testTogether([
  ["accepts two names", [draftOf("A"), draftOf("B")], []],
  ["accepts two empty names", [draftOf("A", { friendly_name: "" }), draftOf("B", { friendly_name: "" })], []],
  [
    "reports one name when case and spaces around it differ",
    [draftOf("A", { friendly_name: "Same" }), draftOf("B", { friendly_name: " same " })],
    ["B duplicate-name"],
  ],
]);
