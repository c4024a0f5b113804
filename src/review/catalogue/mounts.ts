import type { RuleRows } from "./row.ts";

const mountProperties = ["volumes", "mounts", "volume_mappings"] as const;

/** Files of the agent and volumes inside the session. */
export const mountRules = {
  "mount-control-socket": {
    properties: mountProperties,
    severity: "critical",
    sources: ["CIS 5.32", "OWASP R1", "DRUN read-only", "NIST 3.4.3"],
  },
  "mount-host-root": {
    properties: mountProperties,
    severity: "critical",
    sources: ["DSEC", "CIS 5.6", "CIS 5.32", "NIST 3.5.5", "OWASP R1"],
  },
  "mount-system-path": {
    properties: mountProperties,
    severity: "critical",
    sources: ["CIS 5.6", "DBIND", "NIST 3.5.5"],
  },
  "mount-kernel-fs": {
    properties: mountProperties,
    severity: "high",
    sources: ["CIS 5.6", "NIST 3.5.5"],
  },
  "mount-dev": {
    properties: mountProperties,
    severity: "high",
    sources: ["CIS 5.6"],
  },
  "mount-runtime-path": {
    properties: mountProperties,
    severity: "high",
    sources: ["CIS 5.6", "NIST 3.5.5"],
  },
  "mount-home": {
    properties: mountProperties,
    severity: "high",
    sources: ["DBIND", "NIST 3.5.5"],
  },
  "mount-tmp": {
    properties: mountProperties,
    severity: "medium",
    sources: ["DBIND", "NIST 3.5.5"],
  },
  "mount-host-path": {
    properties: mountProperties,
    severity: "medium",
    sources: ["DBIND", "CIS 5.6", "PSS baseline"],
  },
  "mount-timezone": {
    properties: mountProperties,
    severity: "info",
    sources: ["CIS 5.6"],
  },
  "mount-named-volume": {
    properties: mountProperties,
    severity: "low",
    sources: ["DBIND"],
  },
  "mount-refused": {
    properties: mountProperties,
    severity: "info",
    warning: "will-not-start",
    sources: ["MOBY-MOUNT"],
  },
  "mount-anonymous": {
    properties: mountProperties,
    severity: "info",
    sources: ["MOBY-MOUNT"],
  },
  "mount-tmpfs": {
    properties: ["mounts"],
    severity: "info",
    sources: ["DRUN tmpfs"],
  },
  "mount-propagation": {
    properties: mountProperties,
    severity: "medium",
    sources: ["CIS 5.20", "DBIND"],
  },
  "mounts-readonly-ignored": {
    properties: ["mounts"],
    severity: "medium",
    sources: ["M47357", "DPY HostConfig"],
  },
  "volumes-from": {
    properties: ["volumes_from"],
    severity: "high",
    sources: ["DRUN volumes-from", "CIS 5.6", "CIS 5.32"],
  },
  "volume-driver": {
    properties: ["volume_driver"],
    severity: "medium",
    sources: ["DRUN volume-driver", "NIST 3.4.3"],
  },
  "tmpfs-relaxed": {
    properties: ["tmpfs"],
    severity: "low",
    sources: ["MOBY-TMPFS", "OWASP R8"],
  },
  "tmpfs-unsized": {
    properties: ["tmpfs"],
    severity: "low",
    sources: ["DRUN tmpfs"],
  },
  "tmpfs-sized": {
    properties: ["tmpfs"],
    severity: "info",
    sources: ["DRUN tmpfs"],
  },
  "storage-opt": {
    properties: ["storage_opt"],
    severity: "low",
    sources: ["DRUN storage-opt"],
  },
} as const satisfies RuleRows;
