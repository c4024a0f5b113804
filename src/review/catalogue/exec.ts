import type { RuleRows } from "./row.ts";

/** Commands that Kasm runs in every session. Kasm shows no flag for these. */
export const execRules = {
  "exec-root": {
    properties: ["exec_config"],
    severity: "medium",
    sources: ["CIS 5.24", "KDOC", "DPY exec_run"],
  },
  "exec-user-other": {
    properties: ["exec_config"],
    severity: "low",
    sources: ["CIS 5.24"],
  },
  "exec-privileged": {
    properties: ["exec_config"],
    severity: "high",
    sources: ["CIS 5.23", "MOBY-EXEC", "DEXEC"],
  },
  "exec-grants-root": {
    properties: ["exec_config"],
    severity: "medium",
    sources: ["KSYS", "CIS 5.24", "OWASP R4"],
  },
  "exec-setuid": {
    properties: ["exec_config"],
    severity: "medium",
    sources: ["CIS 4.8", "CIS 5.26"],
  },
  "exec-namespace-tool": {
    properties: ["exec_config"],
    severity: "high",
    sources: ["NIST 3.4.3", "CIS 5.24"],
  },
  "exec-docker": {
    properties: ["exec_config"],
    severity: "high",
    sources: ["OWASP R1", "CIS 5.32"],
  },
  "exec-remote-script": {
    properties: ["exec_config"],
    severity: "high",
    sources: ["NIST 3.1.5", "OWASP R9"],
  },
  "exec-secret": {
    properties: ["exec_config", "command", "entrypoint", "healthcheck"],
    severity: "high",
    sources: ["OWASP R12", "NIST 3.1.4"],
  },
  "exec-eval-url": {
    properties: ["exec_config"],
    severity: "high",
    sources: ["KDOC"],
  },
  "exec-unquoted-url": {
    properties: ["exec_config"],
    severity: "low",
    sources: ["KTPL"],
  },
  "exec-mount": {
    properties: ["exec_config"],
    severity: "medium",
    sources: ["CIS 5.6"],
  },
  "exec-network-change": {
    properties: ["exec_config"],
    severity: "medium",
    sources: ["NIST 3.4.2", "KI240"],
  },
  "exec-disable-security": {
    properties: ["exec_config"],
    severity: "medium",
    sources: ["OWASP R6"],
  },
  "exec-package-install": {
    properties: ["exec_config"],
    severity: "low",
    sources: ["NIST 3.1.5", "CIS 5.28"],
  },
  "exec-download": {
    properties: ["exec_config"],
    severity: "low",
    sources: ["NIST 3.1.5"],
  },
  "exec-world-writable": {
    properties: ["exec_config"],
    severity: "low",
    sources: ["CIS 4.8"],
  },
  "exec-device-perms": {
    properties: ["exec_config"],
    severity: "low",
    sources: ["KWIZ"],
  },
  "exec-no-cmd": {
    properties: ["exec_config"],
    severity: "low",
    warning: "will-not-start",
    sources: ["DPY exec_run"],
  },
  "exec-nested-hook": {
    properties: ["exec_config"],
    severity: "medium",
    warning: "will-not-start",
    sources: ["DPY exec_run"],
  },
  "exec-unknown-hook": {
    properties: ["exec_config"],
    severity: "low",
    warning: "will-not-start",
    sources: ["KDOC", "KTPL"],
  },
  "exec-unknown-key": {
    properties: ["exec_config"],
    severity: "low",
    warning: "will-not-start",
    sources: ["DPY exec_run"],
  },
  "exec-bad-quoting": {
    properties: ["exec_config"],
    severity: "low",
    warning: "will-not-start",
    sources: ["DPY split_command"],
  },
  "exec-no-shell": {
    properties: ["exec_config"],
    severity: "info",
    sources: ["DPY split_command", "DEXEC"],
  },
  "exec-lost-arguments": {
    properties: ["exec_config"],
    severity: "low",
    warning: "exec-lost-arguments",
    sources: ["POSIX"],
  },
} as const satisfies RuleRows;
