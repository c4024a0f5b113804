import type { RuleWords } from "./rule-words.ts";

/** Findings about combinations. */
export const combinationWords = {
  "combo-root-unconfined": {
    title: "Root without a kernel protection",
    reason:
      "The user of the session can be root in it, while one of the kernel's guards is off. That is the usual starting point for breaking out.",
    purpose: "Desktops with sudo are often published with the seccomp filter off.",
    advice:
      "Take away one of the two: root (`user`, or sudo in exec_config), or the setting that switches the guard off. If both must stay, use agents of their own and people you trust.",
  },
  "combo-two-layers-off": {
    title: "Two layers of protection off",
    reason:
      "Seccomp, AppArmor or SELinux, and the hiding of kernel files cover for faults in each other. With two of them off, one fault in the kernel or in Docker is enough to reach the host.",
    purpose: "Desktops that run containers or system services of their own.",
    advice: "Put at least one of the layers back: remove its entry from `security_opt`.",
  },
  "combo-root-caps": {
    title: "Root with extra capabilities",
    reason:
      "The user of the session can be root in it, and root can use the added rights (capabilities) in full. An ordinary account cannot by itself.",
    purpose: "VPN desktops with sudo.",
    advice:
      "Take away one of the two: root (`user`, or sudo in exec_config), or the entries in `cap_add`. If both must stay, use agents of their own and people you trust.",
  },
  "combo-pid-host-root": {
    title: "Control of the host's processes",
    reason:
      "The session sees the programs of the host and has the rights to look into them and take them over.",
    purpose: "Tools that watch or debug the host.",
    advice: "Remove `pid_mode`.",
  },
  "combo-net-host-admin": {
    title: "Control of the host's network",
    reason:
      "The session uses the host's own network and has the rights to change its routes and its firewall.",
    purpose: "Tools that manage the network of the host.",
    advice: "Remove `network_mode`.",
  },
  "combo-exec-privileged-unconfined": {
    title: "Privileged command without kernel protections",
    reason:
      "The command has every special right, and a guard of the kernel is off as well. It can, for example, load code into the kernel, and with it take over the host.",
    purpose: "VPN desktops that also switch off the seccomp filter.",
    advice:
      "Take away one of the two: `privileged` at the command, or the setting of the session that switches its protections off.",
  },
  "combo-sandboxed-root": {
    title: "Root in an isolating runtime",
    reason: "The runtime keeps root in the session away from the host, so root is less of a danger here.",
    purpose: "System containers with root are what such runtimes are made for.",
    advice: "Make sure that every agent for these sessions has the runtime. Publishers: say so in `notes`.",
  },
  "combo-nnp-sudo": {
    title: "Sudo blocked by no-new-privileges",
    reason: "Sudo cannot work in this session, because no-new-privileges forbids programs to gain rights.",
    purpose: "Copied from two examples.",
    advice: "Choose one of the two: no-new-privileges in `security_opt`, or sudo.",
  },
} as const satisfies Record<string, RuleWords>;
