import type { RuleId } from "../catalogue/rules.ts";
import { finding, type Check } from "../finding.ts";
import { listItems } from "../setting-place.ts";
import { asMode, asText } from "../values.ts";
import { noteWords } from "../../strings/findings.ts";

/** A check for a property that holds one of several words. `otherwise` names the rule for a word that is not listed. */
function modes(
  rules: Readonly<Record<string, RuleId>>,
  otherwise: RuleId | ((mode: string) => RuleId),
): Check {
  return (value, place) => {
    const mode = asMode(value);
    // A value that is no text has its type-mismatch already.
    if (mode === null) return [];
    const known = Object.hasOwn(rules, mode) ? rules[mode] : undefined;
    const rule = known ?? (typeof otherwise === "string" ? otherwise : otherwise(mode));
    const { unknownValueReason: reason, unknownValueAdvice: advice } = noteWords;
    return [finding(rule, place, rule === "type-mismatch" ? { reason, advice } : {})];
  };
}

export const checkPidMode = modes({ host: "pid-host" }, (mode) =>
  mode.startsWith("container:") ? "pid-container" : "type-mismatch",
);

export const checkIpcMode = modes(
  { host: "ipc-host", shareable: "ipc-shareable", private: "ipc-private", none: "ipc-private" },
  "ipc-container",
);

export const checkCgroupns = modes({ host: "cgroupns-host", private: "cgroupns-private" }, "type-mismatch");

export const checkRuntime = modes(
  {
    "sysbox-runc": "runtime-sandbox",
    runsc: "runtime-sandbox",
    runc: "runtime-default",
    crun: "runtime-default",
  },
  (mode) => (mode.startsWith("kata") ? "runtime-sandbox" : "runtime-other"),
);

export const checkNetworkMode = modes({ host: "net-host", none: "net-none" }, (mode) =>
  mode.startsWith("container:") ? "net-container" : "net-named",
);

/** The same words as in `network_mode`; these start, because Kasm itself sets `network` and nothing is given twice. */
export const checkNetwork: Check = (value, place) =>
  checkNetworkMode(value, place).map(({ warning: _, ...found }) => found);

/** Groups that carry rights as soon as a file, a socket or a device of the agent belongs to them. */
const powerfulGroups = new Set(
  "0 root docker disk kmem shadow lxd sudo wheel adm libvirt kvm input".split(" "),
);

export const checkGroupAdd: Check = (value, place) =>
  listItems(value, place).map(({ value: item, place: at }) => {
    const name = asText(item)
      .trim()
      .toLowerCase()
      .replace(/^[+-]?0+(?=\d)/, "");
    return finding("group-add", at, powerfulGroups.has(name) ? { severity: "medium" } : {});
  });
