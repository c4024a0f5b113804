import type { RuleId } from "./catalogue/rules.ts";

/** The capabilities of Linux, as Docker knows them. Apart from their check, so that a page that counts them does not load the catalogue of rules. */

/** Every capability that Docker does not grant by itself. */
export const ruleOfCapability: ReadonlyMap<string, RuleId> = new Map([
  ["ALL", "cap-all"],
  ["SYS_ADMIN", "cap-sys-admin"],
  ["SYS_MODULE", "cap-sys-module"],
  ["SYS_RAWIO", "cap-sys-rawio"],
  ["DAC_READ_SEARCH", "cap-dac-read-search"],
  ["BPF", "cap-bpf"],
  ["PERFMON", "cap-perfmon"],
  ["SYS_TIME", "cap-sys-time"],
  ["NET_ADMIN", "cap-net-admin"],
  ["SYS_PTRACE", "cap-sys-ptrace"],
  ["SYS_NICE", "cap-sys-nice"],
  ["SYS_RESOURCE", "cap-sys-resource"],
  ["SYSLOG", "cap-syslog"],
  ["AUDIT_READ", "cap-audit-read"],
  ["AUDIT_CONTROL", "cap-audit-control"],
  ["IPC_OWNER", "cap-ipc-owner"],
  ["LINUX_IMMUTABLE", "cap-linux-immutable"],
  ["SYS_PACCT", "cap-sys-pacct"],
  ["SYS_TTY_CONFIG", "cap-sys-tty-config"],
  ["CHECKPOINT_RESTORE", "cap-checkpoint-restore"],
  ["LEASE", "cap-lease"],
  ["MAC_OVERRIDE", "cap-mac-override"],
  ["MAC_ADMIN", "cap-mac-admin"],
  ["BLOCK_SUSPEND", "cap-block-suspend"],
  ["SYS_BOOT", "cap-sys-boot"],
  ["IPC_LOCK", "cap-ipc-lock"],
  ["WAKE_ALARM", "cap-wake-alarm"],
  ["NET_BROADCAST", "cap-net-broadcast"],
]);

/** Capabilities that Docker grants to every container. Source: moby, daemon/pkg/oci/caps/defaults.go. */
export const defaultCapabilities = new Set(
  "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID SYS_CHROOT".split(
    " ",
  ),
);

/** A name without "CAP_", in capital letters, as docker compares it. */
export function capabilityName(written: string): string {
  return written.trim().toUpperCase().replace(/^CAP_/, "");
}

/** Whether docker knows a capability of this name. */
export function isCapability(written: string): boolean {
  const name = capabilityName(written);
  return ruleOfCapability.has(name) || defaultCapabilities.has(name);
}

/** The number of capabilities that Docker knows: what privileged mode grants. */
export const capabilityCount =
  [...ruleOfCapability.keys()].filter((name) => name !== "ALL").length + defaultCapabilities.size;
