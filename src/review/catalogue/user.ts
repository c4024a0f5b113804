import type { RuleRows } from "./row.ts";

/** The account of the session, and privileged mode. */
export const userRules = {
  "user-root": {
    properties: ["user"],
    severity: "medium",
    sources: ["KDOC", "MOBY-USER", "DSEC", "CIS 4.1", "OWASP R2", "KSYS"],
  },
  "user-unset": {
    properties: ["user"],
    severity: "medium",
    sources: ["KIMG", "DREF User", "DPY ContainerConfig"],
  },
  "user-root-group": {
    properties: ["user"],
    severity: "low",
    sources: ["MOBY-USER", "TRIVY KSV-0116"],
  },
  "user-group-explicit": {
    properties: ["user"],
    severity: "info",
    sources: ["KDOC", "DREF User"],
  },
  "user-other-uid": {
    properties: ["user"],
    severity: "low",
    sources: ["KDOC", "KIMG"],
  },
  "user-name": {
    properties: ["user"],
    severity: "low",
    sources: ["MOBY-USER", "DREF User"],
  },
  "user-malformed": {
    properties: ["user"],
    severity: "low",
    warning: "will-not-start",
    sources: ["DPY ContainerConfig", "MOBY-USER"],
  },
  "privileged-on": {
    properties: ["privileged"],
    severity: "critical",
    sources: ["KDOC", "DRUN privileged", "CIS 5.5", "OWASP R3", "NIST 3.4.3", "PSS"],
  },
  "privileged-nonbool": {
    properties: ["privileged"],
    severity: "critical",
    sources: ["DPY HostConfig", "MOBY API type"],
  },
} as const satisfies RuleRows;
