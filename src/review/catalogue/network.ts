import type { RuleRows } from "./row.ts";

/** The network of the session. */
export const networkRules = {
  "net-host": {
    properties: ["network_mode", "network"],
    severity: "high",
    warning: "will-not-start",
    sources: ["CIS 5.10", "DHOST", "PSS", "NIST 3.4.2"],
  },
  "net-container": {
    properties: ["network_mode", "network"],
    severity: "high",
    warning: "will-not-start",
    sources: ["DRUN network", "OWASP R5"],
  },
  "net-none": {
    properties: ["network_mode", "network"],
    severity: "info",
    warning: "will-not-start",
    sources: ["DPY"],
  },
  "net-named": {
    properties: ["network_mode", "network"],
    severity: "low",
    warning: "will-not-start",
    sources: ["DRUN network", "OWASP R5", "CIS 5.30"],
  },
  "ports-published": {
    properties: ["ports", "publish_all_ports"],
    severity: "medium",
    sources: ["DRUN publish", "OWASP R5a", "CIS 5.14"],
  },
  "ports-privileged": {
    properties: ["ports"],
    severity: "medium",
    sources: ["CIS 5.8"],
  },
  "ports-loopback": {
    properties: ["ports"],
    severity: "low",
    sources: ["CIS 5.14", "OWASP R5a"],
  },
  "ports-kasmvnc": {
    properties: ["ports"],
    severity: "high",
    sources: ["OWASP R5a", "CIS 5.14"],
  },
  "dns-custom": {
    properties: ["dns"],
    severity: "low",
    sources: ["DRUN options", "NIST 3.4.2"],
  },
  "dns-search": {
    properties: ["dns_search"],
    severity: "low",
    sources: ["DRUN options"],
  },
  "dns-opt": {
    properties: ["dns_opt"],
    severity: "low",
    sources: ["DRUN options"],
  },
  "extra-hosts": {
    properties: ["extra_hosts"],
    severity: "low",
    sources: ["DRUN add-host"],
  },
  "links-legacy": {
    properties: ["links"],
    severity: "low",
    sources: ["OWASP R5"],
  },
  "mac-address": {
    properties: ["mac_address"],
    severity: "low",
    sources: ["DRUN network"],
  },
  "networking-config": {
    properties: ["networking_config"],
    severity: "low",
    sources: ["DPY"],
  },
} as const satisfies RuleRows;
