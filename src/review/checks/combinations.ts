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

interface Combination {
  rule: RuleId;
  /** Each is met by some finding. */
  causes: readonly Test[];
  /** The number of causes that are enough; all of them where it is missing. */
  enough?: number;
}

/** Settings that mean more together than alone. */
const combinations: readonly Combination[] = [
  { rule: "combo-root-unconfined", causes: [rootCapable, any(unconfined, pathsOpen)] },
  {
    rule: "combo-two-layers-off",
    causes: [noSystemCallFilter, oneOf("apparmor-unconfined", "selinux-disable"), pathsOpen],
    enough: 2,
  },
  { rule: "combo-root-caps", causes: [rootCapable, strongCapability] },
  {
    rule: "combo-pid-host-root",
    causes: [
      oneOf("pid-host"),
      any(oneOf("cap-sys-ptrace", "cap-sys-admin", "cap-all"), privileged, rootCapable),
    ],
  },
  {
    rule: "combo-net-host-admin",
    causes: [oneOf("net-host"), any(oneOf("cap-net-admin", "cap-sys-admin", "cap-all"), privileged)],
  },
  {
    rule: "combo-exec-privileged-unconfined",
    causes: [oneOf("exec-privileged"), any(noSystemCallFilter, oneOf("apparmor-unconfined"), privileged)],
  },
  { rule: "combo-sandboxed-root", causes: [oneOf("runtime-sandbox"), rootCapable] },
  { rule: "combo-nnp-sudo", causes: [oneOf("nnp-on"), oneOf("exec-grants-root")] },
];

/** The combinations among the findings of one workspace. They point at their first cause, so that a page can mark a line. */
export function checkCombinations(findings: readonly Finding[]): Finding[] {
  return combinations.flatMap(({ rule, causes, enough = causes.length }) => {
    const met = causes.flatMap((cause) => findings.find(cause) ?? []);
    const [first] = met;
    if (!first || met.length < enough) return [];
    return [
      finding(rule, { property: "(combination)", path: "(combination)", pointer: first.pointer, flag: null }),
    ];
  });
}
