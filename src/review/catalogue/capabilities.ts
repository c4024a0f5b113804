import type { RuleRows } from "./row.ts";

/** The single rights ("capabilities") into which Linux splits the power of root. */
export const capabilityRules = {
  "cap-all": {
    properties: ["cap_add"],
    severity: "critical",
    sources: ["DREF capabilities", "MOBY-CAPS", "CIS 5.4", "OWASP R3", "PSS"],
  },
  "cap-sys-admin": {
    properties: ["cap_add"],
    severity: "critical",
    sources: ["CAP", "MOBY-SECCOMP", "CIS 5.4", "PSS"],
  },
  "cap-sys-module": {
    properties: ["cap_add"],
    severity: "critical",
    sources: ["CAP", "MOBY-SECCOMP", "CIS 5.4"],
  },
  "cap-sys-rawio": {
    properties: ["cap_add"],
    severity: "critical",
    sources: ["CAP", "MOBY-SECCOMP", "CIS 5.4"],
  },
  "cap-dac-read-search": {
    properties: ["cap_add"],
    severity: "high",
    sources: ["CAP", "MOBY-SECCOMP", "CIS 5.4"],
  },
  "cap-bpf": {
    properties: ["cap_add"],
    severity: "high",
    sources: ["CAP", "MOBY-SECCOMP", "CIS 5.4"],
  },
  "cap-perfmon": {
    properties: ["cap_add"],
    severity: "high",
    sources: ["CAP", "MOBY-SECCOMP", "CIS 5.4"],
  },
  "cap-sys-time": {
    properties: ["cap_add"],
    severity: "high",
    sources: ["CAP", "TIMENS", "MOBY-SECCOMP", "CIS 5.4"],
  },
  "cap-net-admin": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "DREF capabilities", "CIS 5.4", "PSS"],
  },
  "cap-sys-ptrace": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "MOBY-SECCOMP", "CIS 5.4"],
  },
  "cap-sys-nice": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-sys-resource": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-syslog": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-audit-read": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-ipc-owner": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-linux-immutable": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-sys-pacct": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-sys-tty-config": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-checkpoint-restore": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-lease": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-mac-override": {
    properties: ["cap_add"],
    severity: "high",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-mac-admin": {
    properties: ["cap_add"],
    severity: "high",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-audit-control": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-block-suspend": {
    properties: ["cap_add"],
    severity: "medium",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-sys-boot": {
    properties: ["cap_add"],
    severity: "high",
    sources: ["CAP", "CIS 5.4", "PSS"],
  },
  "cap-ipc-lock": {
    properties: ["cap_add"],
    severity: "low",
    sources: ["CAP", "DREF capabilities", "CIS 5.4"],
  },
  "cap-wake-alarm": {
    properties: ["cap_add"],
    severity: "low",
    sources: ["CAP", "CIS 5.4"],
  },
  "cap-net-broadcast": {
    properties: ["cap_add"],
    severity: "low",
    sources: ["CAP", "CIS 5.4"],
  },
  "cap-default": {
    properties: ["cap_add"],
    severity: "info",
    sources: ["MOBY-CAPS", "PSS (NET_RAW is not on the baseline list)"],
  },
  "cap-unknown": {
    properties: ["cap_add"],
    severity: "low",
    warning: "will-not-start",
    sources: ["MOBY-CAPS"],
  },
  "cap-drop": {
    properties: ["cap_drop"],
    severity: "info",
    sources: ["CIS 5.4", "OWASP R3"],
  },
} as const satisfies RuleRows;
