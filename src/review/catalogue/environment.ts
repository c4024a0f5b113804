import type { RuleRows } from "./row.ts";

/** Variables of the session, and its first program. Kasm shows no flag for these. */
export const environmentRules = {
  "env-secret": {
    properties: ["environment", "exec_config", "labels", "launch_config", "notes"],
    severity: "high",
    sources: ["OWASP R12", "NIST 3.1.4"],
  },
  "env-proxy": {
    properties: ["environment", "exec_config"],
    severity: "medium",
    sources: ["NIST 3.4.2"],
  },
  "env-docker-host": {
    properties: ["environment", "exec_config"],
    severity: "medium",
    sources: ["OWASP R1"],
  },
  "env-tls-off": {
    properties: ["environment", "exec_config"],
    severity: "medium",
    sources: ["NIST 3.4.2"],
  },
  "env-loader": {
    properties: ["environment", "exec_config"],
    severity: "low",
    sources: ["DREF Environment"],
  },
  "own-display": {
    properties: ["environment"],
    severity: "low",
    warning: "own-display",
    sources: ["KIMG"],
  },
  "env-nvidia": {
    properties: ["environment", "exec_config"],
    severity: "low",
    sources: ["KWIZ", "DRUN gpus"],
  },
  "entrypoint-shell": {
    properties: ["entrypoint"],
    severity: "low",
    sources: ["KDOC", "DREF entrypoint"],
  },
} as const satisfies RuleRows;
