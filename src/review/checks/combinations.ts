import type { Finding } from "../../registry/model/types.ts";
import type { RuleId } from "../catalogue/rules.ts";
import { finding } from "../finding.ts";
import { isAtLeast } from "../severity.ts";

type Test = (finding: Finding) => boolean;

const oneOf =
  (...ids: readonly RuleId[]): Test =>
  ({ rule }) =>
    (ids as readonly string[]).includes(rule);

const rootCapable = oneOf("user-root", "user-unset", "exec-grants-root", "exec-setuid");
const noSystemCallFilter = oneOf("seccomp-unconfined", "seccomp-allow-all");
const unconfined = oneOf("seccomp-unconfined", "seccomp-allow-all", "apparmor-unconfined", "selinux-disable");
// Another value than "unconfined" is low, and opens nothing.
const pathsOpen: Test = ({ rule, severity }) => rule === "systempaths-unconfined" && severity === "high";
const privileged: Test = ({ rule, severity }) =>
  (rule === "privileged-on" || rule === "privileged-nonbool") && severity === "critical";
const strongCapability: Test = ({ rule, severity }) =>
  rule.startsWith("cap-") && isAtLeast(severity, "medium");

const any =
  (...tests: readonly Test[]): Test =>
  (found) =>
    tests.some((test) => test(found));

/** Settings that mean more together than alone: every cause must be met by some finding. */
const combinations: readonly (readonly [RuleId, ...causes: Test[]])[] = [
  ["combo-root-unconfined", rootCapable, any(unconfined, pathsOpen)],
  ["combo-root-caps", rootCapable, strongCapability],
  [
    "combo-pid-host-root",
    oneOf("pid-host"),
    any(oneOf("cap-sys-ptrace", "cap-sys-admin", "cap-all"), privileged, rootCapable),
  ],
  [
    "combo-net-host-admin",
    oneOf("net-host"),
    any(oneOf("cap-net-admin", "cap-sys-admin", "cap-all"), privileged),
  ],
  [
    "combo-exec-privileged-unconfined",
    oneOf("exec-privileged"),
    any(noSystemCallFilter, oneOf("apparmor-unconfined"), privileged),
  ],
  ["combo-sandboxed-root", oneOf("runtime-sandbox"), rootCapable],
  ["combo-nnp-sudo", oneOf("nnp-on"), oneOf("exec-grants-root")],
];

/** The combinations among the findings of one workspace. They point at their first cause, so that a page can mark a line. */
export function checkCombinations(findings: readonly Finding[]): Finding[] {
  return combinations.flatMap(([rule, ...causes]) => {
    const met = causes.map((cause) => findings.find(cause));
    const first = met[0];
    if (!first || met.includes(undefined)) return [];
    return [
      finding(rule, { property: "(combination)", path: "(combination)", pointer: first.pointer, flag: null }),
    ];
  });
}
