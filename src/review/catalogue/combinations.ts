import type { RuleRows } from "./row.ts";

/** Settings that mean more together than alone. */
export const combinationRules = {
  "combo-root-unconfined": {
    properties: [],
    severity: "high",
    sources: ["NIST 3.5.2", "CIS 5.22", "OWASP R2", "OWASP R6"],
  },
  "combo-two-layers-off": {
    properties: [],
    severity: "high",
    sources: ["MOBY-SECCOMP", "MOBY-AA", "CIS 5.2", "OWASP R6"],
  },
  "combo-root-caps": {
    properties: [],
    severity: "high",
    sources: ["M36587", "M45491", "CIS 5.4"],
  },
  "combo-pid-host-root": {
    properties: [],
    severity: "critical",
    sources: ["CIS 5.16", "CAP"],
  },
  "combo-net-host-admin": {
    properties: [],
    severity: "critical",
    sources: ["CIS 5.10", "CAP", "DHOST"],
  },
  "combo-exec-privileged-unconfined": {
    properties: [],
    severity: "critical",
    sources: ["MOBY-EXEC", "MOBY-SECCOMP", "CIS 5.23"],
  },
  "combo-sandboxed-root": {
    properties: [],
    severity: "info",
    sources: ["KSYS"],
  },
  "combo-nnp-sudo": {
    properties: [],
    severity: "info",
    sources: ["DRUN security-opt"],
  },
} as const satisfies RuleRows;
