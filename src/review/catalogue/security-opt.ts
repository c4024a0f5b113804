import type { RuleRows } from "./row.ts";

/** The protections of the Linux kernel: seccomp, AppArmor, SELinux, no-new-privileges. */
export const securityOptRules = {
  "seccomp-unconfined": {
    properties: ["security_opt"],
    severity: "medium",
    common: true,
    sources: ["KDOC", "KFP", "DSECC", "MOBY-SECCOMP", "CIS 5.22", "OWASP R6", "PSS"],
  },
  "seccomp-allow-all": {
    properties: ["security_opt"],
    severity: "medium",
    sources: ["MOBY-SECCOMP", "CIS 5.22", "OWASP R6"],
  },
  "seccomp-custom": {
    properties: ["security_opt"],
    severity: "medium",
    sources: ["DSECC", "MOBY-SECCOMP", "CIS 5.22"],
  },
  "seccomp-path": {
    properties: ["security_opt"],
    severity: "low",
    warning: "will-not-start",
    sources: ["CLI-OPTS", "MOBY-SECCOMP"],
  },
  "seccomp-builtin": {
    properties: ["security_opt"],
    severity: "info",
    sources: ["DRUN security-opt"],
  },
  "apparmor-unconfined": {
    properties: ["security_opt"],
    severity: "medium",
    sources: ["MOBY-AA", "CIS 5.2", "OWASP R6", "PSS"],
  },
  "apparmor-custom": {
    properties: ["security_opt"],
    severity: "low",
    sources: ["DRUN security-opt", "CIS 5.2", "PSS"],
  },
  "apparmor-default": {
    properties: ["security_opt"],
    severity: "info",
    sources: ["MOBY-AA"],
  },
  "selinux-disable": {
    properties: ["security_opt"],
    severity: "medium",
    sources: ["DRUN security-opt", "MOBY-SECOPT", "CIS 5.3", "PSS"],
  },
  "selinux-label": {
    properties: ["security_opt"],
    severity: "medium",
    sources: ["DRUN security-opt", "CIS 5.3", "PSS"],
  },
  "nnp-on": {
    properties: ["security_opt"],
    severity: "info",
    sources: ["DRUN security-opt", "CIS 5.26", "OWASP R4"],
  },
  "nnp-off": {
    properties: ["security_opt"],
    severity: "medium",
    sources: ["MOBY-SECOPT", "CIS 5.26", "OWASP R4"],
  },
  "systempaths-unconfined": {
    properties: ["security_opt"],
    severity: "high",
    warning: "will-not-start",
    sources: ["DRUN security-opt", "CLI-OPTS", "MOBY-SECOPT", "PSS (/proc mount type)"],
  },
  "writable-cgroups": {
    properties: ["security_opt"],
    severity: "high",
    sources: ["MOBY-SECOPT", "DRUN privileged"],
  },
  "security-opt-unknown": {
    properties: ["security_opt"],
    severity: "low",
    warning: "will-not-start",
    sources: ["MOBY-SECOPT"],
  },
} as const satisfies RuleRows;
