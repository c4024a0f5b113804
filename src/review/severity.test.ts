import { expect, test } from "vitest";
import { reviewWorkspace } from "./index.ts";
import { highestSeverity, severities, standOutSeverity, worstFirst } from "./severity.ts";

const severitiesOf = (config: object): (string | null)[] => {
  const findings = reviewWorkspace(JSON.parse(JSON.stringify({ run_config: config })));
  return [highestSeverity(findings), standOutSeverity(findings)];
};

test("a common finding alone makes no workspace stand out", () => {
  expect(severitiesOf({})).toEqual([null, null]);
  expect(severitiesOf({ security_opt: ["seccomp=unconfined"] })).toEqual(["medium", null]);
  expect(severitiesOf({ security_opt: ["seccomp=unconfined"], detach: true })).toEqual(["medium", "info"]);
  expect(severitiesOf({ security_opt: ["apparmor=unconfined"] })).toEqual(["medium", "medium"]);
});

test("a combination with a common finding stands out", () => {
  expect(severitiesOf({ user: "root", security_opt: ["seccomp=unconfined"] })).toEqual(["high", "high"]);
});

test("orders the worst first, equal ones as they stand, and common ones before those below medium", () => {
  const byName = severities.map((severity) => ({ rule: severity, severity }));
  expect(worstFirst(byName).map(({ rule }) => rule)).toEqual(severities.toReversed());
  const findings = [
    { rule: "seccomp-unconfined", severity: "medium" },
    { rule: "a", severity: "low" },
    { rule: "b", severity: "low" },
    { rule: "c", severity: "medium" },
  ] as const;
  expect(worstFirst(findings).map(({ rule }) => rule)).toEqual(["c", "seccomp-unconfined", "a", "b"]);
});
