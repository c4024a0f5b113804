import type { RuleRows } from "./row.ts";

/** Start, stop, logging, and what is started. */
export const lifecycleRules = {
  "restart-policy": {
    properties: ["restart_policy"],
    severity: "info",
    sources: ["KIMG", "CIS 5.15", "DRUN restart"],
  },
  "auto-remove": {
    properties: ["remove", "auto_remove"],
    severity: "low",
    warning: "will-not-start",
    sources: ["MOBY validateHostConfig", "KIMG", "DRUN rm"],
  },
  "detach-off": {
    properties: ["detach"],
    severity: "medium",
    warning: "will-not-start",
    sources: ["DPY run()"],
  },
  "image-override": {
    properties: ["image"],
    severity: "high",
    sources: ["DPY create()", "NIST 3.1.5"],
  },
  "command-set": {
    properties: ["command"],
    severity: "low",
    sources: ["DREF default command"],
  },
  healthcheck: {
    properties: ["healthcheck"],
    severity: "low",
    sources: ["DREF healthchecks", "CIS 5.27"],
  },
  "log-none": {
    properties: ["log_config"],
    severity: "low",
    sources: ["DRUN log-driver", "OWASP R10"],
  },
  "log-local": {
    properties: ["log_config"],
    severity: "info",
    sources: ["DRUN log-driver"],
  },
  "log-remote": {
    properties: ["log_config"],
    severity: "medium",
    sources: ["DRUN log-driver"],
  },
  "name-fixed": {
    properties: ["name"],
    severity: "low",
    sources: ["DRUN name"],
  },
  "labels-set": {
    properties: ["labels"],
    severity: "low",
    sources: ["DRUN label"],
  },
} as const satisfies RuleRows;
