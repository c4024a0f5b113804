import type { RuleRows } from "./row.ts";

/** Devices of the agent. */
export const deviceRules = {
  "device-all": {
    properties: ["devices"],
    severity: "critical",
    sources: ["MOBY-DEV", "CIS 5.18"],
  },
  "device-block": {
    properties: ["devices"],
    severity: "critical",
    sources: ["DSEC", "DRUN device", "CIS 5.18"],
  },
  "device-memory": {
    properties: ["devices"],
    severity: "high",
    sources: ["CAP (SYS_RAWIO)", "CIS 5.18"],
  },
  "device-vfio": {
    properties: ["devices"],
    severity: "high",
    sources: ["CIS 5.18"],
  },
  "device-input": {
    properties: ["devices"],
    severity: "high",
    sources: ["CIS 5.18"],
  },
  "device-console": {
    properties: ["devices"],
    severity: "high",
    sources: ["CIS 5.18"],
  },
  "device-kmsg": {
    properties: ["devices"],
    severity: "medium",
    sources: ["CIS 5.18"],
  },
  "device-kvm": {
    properties: ["devices"],
    severity: "medium",
    sources: ["CIS 5.18"],
  },
  "device-fuse": {
    properties: ["devices"],
    severity: "medium",
    sources: ["DREF capabilities", "CIS 5.18"],
  },
  "device-gpu": {
    properties: ["devices"],
    severity: "medium",
    sources: ["KWIZ", "CIS 5.18"],
  },
  "device-av": {
    properties: ["devices"],
    severity: "medium",
    sources: ["DREF capabilities", "CIS 5.18"],
  },
  "device-usb-serial": {
    properties: ["devices"],
    severity: "medium",
    sources: ["CIS 5.18"],
  },
  "device-tun": {
    properties: ["devices"],
    severity: "low",
    sources: ["DREF capabilities", "CIS 5.18"],
  },
  "device-inert": {
    properties: ["devices"],
    severity: "info",
    sources: ["MOBY defaults"],
  },
  "device-cdi": {
    properties: ["devices"],
    severity: "medium",
    sources: ["DRUN device (CDI)", "CIS 5.18"],
  },
  "device-other": {
    properties: ["devices"],
    severity: "medium",
    sources: ["CIS 5.18"],
  },
  "device-relative-path": {
    properties: ["devices"],
    severity: "info",
    sources: ["DPY parse_devices", "MOBY-DEV"],
  },
  "devcgroup-all": {
    properties: ["device_cgroup_rules"],
    severity: "critical",
    sources: ["DRUN device-cgroup-rule", "CIS 5.18"],
  },
  "devcgroup-block": {
    properties: ["device_cgroup_rules"],
    severity: "high",
    sources: ["DRUN device-cgroup-rule", "MOBY-CAPS", "CIS 5.18"],
  },
  "devcgroup-char": {
    properties: ["device_cgroup_rules"],
    severity: "medium",
    sources: ["DRUN device-cgroup-rule", "CIS 5.18"],
  },
  "gpu-request": {
    properties: ["device_requests"],
    severity: "medium",
    sources: ["DRUN gpus", "KWIZ", "CIS 5.18"],
  },
} as const satisfies RuleRows;
