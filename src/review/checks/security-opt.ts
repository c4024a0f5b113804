import { isObject, type JsonValue, own } from "../../registry/model/json.ts";
import type { Finding, Severity } from "../../registry/model/types.ts";
import type { RuleId } from "../catalogue/rules.ts";
import { finding, type Check } from "../finding.ts";
import { listItems } from "../setting-place.ts";

type Verdict = RuleId | readonly [rule: RuleId, severity: Severity];

export const checkSecurityOpt: Check = (value, place) =>
  listItems(value, place).map(({ value: item, place: at }): Finding => {
    if (typeof item !== "string") return finding("type-mismatch", at);
    const verdict = judge(item);
    return typeof verdict === "string"
      ? finding(verdict, at)
      : finding(verdict[0], at, { severity: verdict[1] });
  });

/** Source: moby, daemon/daemon_unix.go, parseSecurityOpt; the value may follow "=" or, in old style, ":". */
function judge(item: string): Verdict {
  const text = item.trim();
  const cut = text.includes("=") ? text.indexOf("=") : text.indexOf(":");
  const key = (cut < 0 ? text : text.slice(0, cut)).trim().toLowerCase();
  return (cut < 0 ? words[key] : options[key]?.(text.slice(cut + 1).trim())) ?? "security-opt-unknown";
}

/** Options written without a value. */
const words: Readonly<Record<string, Verdict>> = Object.assign(Object.create(null), {
  "no-new-privileges": "nnp-on",
  "writable-cgroups": "writable-cgroups",
  disable: "selinux-disable",
} satisfies Record<string, Verdict>);

/** Options with a value; null where Docker refuses the value. */
const options: Readonly<Record<string, (value: string) => Verdict | null>> = Object.assign(
  Object.create(null),
  {
    seccomp,
    apparmor,
    label,
    "no-new-privileges": (value: string) => bySwitch(value, "nnp-on", "nnp-off"),
    "writable-cgroups": (value: string) => bySwitch(value, "writable-cgroups", ["writable-cgroups", "info"]),
    systempaths: (value: string) =>
      value.toLowerCase() === "unconfined" ? "systempaths-unconfined" : ["systempaths-unconfined", "low"],
  } satisfies Record<string, (value: string) => Verdict | null>,
);

function seccomp(value: string): Verdict {
  const mode = value.toLowerCase();
  if (mode === "unconfined") return "seccomp-unconfined";
  // An empty value leaves Docker's default in place, as "builtin" asks for it.
  if (mode === "builtin" || mode === "") return "seccomp-builtin";
  const profile = parseProfile(value);
  if (!isObject(profile)) return "seccomp-path";
  const action = own(profile, "defaultAction");
  const allows =
    action === "SCMP_ACT_ALLOW" || action === "SCMP_ACT_LOG" || Object.keys(profile).length === 0;
  return allows ? "seccomp-allow-all" : "seccomp-custom";
}

function parseProfile(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function apparmor(value: string): Verdict {
  if (value.toLowerCase() === "unconfined") return "apparmor-unconfined";
  return value === "" || value === "docker-default" ? "apparmor-default" : "apparmor-custom";
}

function label(value: string): Verdict | null {
  const text = value.toLowerCase();
  if (text === "disable" || /^type:.*spc_t/s.test(text)) return "selinux-disable";
  return /^(?:user|role|type|level):/.test(text) ? "selinux-label" : null;
}

/** Docker's parser takes these spellings for true and false, and refuses all others. */
function bySwitch(value: string, on: Verdict, off: Verdict): Verdict | null {
  if (/^(?:1|t|true)$/i.test(value)) return on;
  return /^(?:0|f|false)$/i.test(value) ? off : null;
}
