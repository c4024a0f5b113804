import type { RuleWords } from "./rule-words.ts";

/** Findings about capabilities. */
export const capabilityWords = {
  "cap-all": {
    title: "All capabilities",
    reason:
      "The session gets every special right of Linux (about forty, called capabilities). That is the main part of privileged mode, and enough to take over the host.",
    purpose: "The publisher did not narrow down which single right is needed.",
    advice:
      "Install it only for people you would trust with the host itself. Publishers: list only the capabilities that the application needs.",
  },
  "cap-sys-admin": {
    title: "SYS_ADMIN, nearly all the power of root",
    reason:
      "Close to the full power of root: the session can mount file systems, control devices and reach into what keeps containers apart. It also opens system calls that Docker's filter blocks; there are documented ways from here to the host.",
    purpose:
      "Mounting cloud drives and the like (FUSE), containers inside the session, or sandboxes of browsers.",
    advice:
      "Install it only for people you would trust with the host itself. Publishers: find the narrower capability; for FUSE, first look at ways that need no special right.",
  },
  "cap-sys-module": {
    title: "SYS_MODULE, loading code into the kernel",
    reason:
      "The session can load code into the kernel that the host and all sessions share. That is control over the whole host.",
    purpose: "A VPN or a driver that loads its own kernel module.",
    advice: "Load the module on the host instead, and remove this.",
  },
  "cap-sys-rawio": {
    title: "SYS_RAWIO, raw access to hardware",
    reason:
      "Gives the session direct access to the memory and the hardware ports of the host, past all protection.",
    purpose: "Tools that test hardware or write firmware.",
    advice: "Remove it.",
  },
  "cap-dac-read-search": {
    title: "DAC_READ_SEARCH, reading any file",
    reason:
      "File permissions no longer keep the session from reading. With a file of the host mounted into the session, a well-known technique then reads other files of the host too.",
    purpose: "Backup and search tools that read everybody's files.",
    advice: "Fix the ownership of the files in the image instead.",
  },
  "cap-bpf": {
    title: "BPF, small programs in the kernel",
    reason:
      "The session can load small programs (BPF) into the kernel that it shares with the host and with all other sessions.",
    purpose: "Tools that trace the system or its network traffic.",
    advice: "Remove it unless the workspace is a tool for tracing the kernel.",
  },
  "cap-perfmon": {
    title: "PERFMON, watching the whole system",
    reason: "The session can measure what the whole host does, which can reveal data of other sessions.",
    purpose: "Performance profilers.",
    advice: "Remove it unless profiling is the purpose of the workspace.",
  },
  "cap-sys-time": {
    title: "SYS_TIME, setting the clock",
    reason:
      "The session can set the clock of the host, and with it that of every other session there. A wrong clock upsets logins, certificates and logs.",
    purpose: "Time servers, or programs that set the clock themselves.",
    advice: "Remove it.",
  },
  "cap-net-admin": {
    title: "NET_ADMIN, control of the session's network",
    reason:
      "Full control of the session's own network: its interfaces, routes and firewall. The host's network is not touched by this alone, but more of the kernel can be attacked from the session.",
    purpose: "VPN clients cannot work without it; firewall and network tools use it too.",
    advice:
      "Accept it for VPN workspaces and network tools only. Publishers: a VPN can also run in a container of its own beside the session.",
  },
  "cap-sys-ptrace": {
    title: "SYS_PTRACE, looking into other programs",
    reason:
      "A program in the session can read and change the memory of every other program there. Together with `pid_mode: host` this holds for the programs of the host.",
    purpose: "Debuggers and tools for reverse engineering.",
    advice: "Keep it only for workspaces made for debugging or reverse engineering.",
  },
  "cap-sys-nice": {
    title: "SYS_NICE, setting priorities",
    reason:
      "The session can put itself before everything else on the host, and leave the other sessions without computing time.",
    purpose: "Sound production and other work that must not stutter.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-sys-resource": {
    title: "SYS_RESOURCE, going beyond limits",
    reason: "The session can go beyond limits on resources and disk space that were set for it.",
    purpose: "Programs that raise their own limits, for example databases.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-syslog": {
    title: "SYSLOG, reading the kernel's log",
    reason:
      "The session can read the message log of the host's kernel, including memory addresses that help an attacker.",
    purpose: "Tools that show system messages.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-audit-read": {
    title: "AUDIT_READ, reading the audit log",
    reason: "The session can read the audit log of the host, the record of who did what there.",
    purpose: "Tools for monitoring security.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-ipc-owner": {
    title: "IPC_OWNER, opening shared memory of others",
    reason:
      "Programs can open shared memory and message queues of other accounts in the session, whatever the permissions say.",
    purpose: "Older databases and programs that share memory between accounts.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-linux-immutable": {
    title: "LINUX_IMMUTABLE, locking files",
    reason:
      "The session can mark files so that nobody can change or delete them, also files of the host that are mounted into it.",
    purpose: "Backup and file system tools.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-sys-pacct": {
    title: "SYS_PACCT, process accounting",
    reason: "The session can switch on or off the record that the kernel keeps of finished programs.",
    purpose: "Tools that account for computing time.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-sys-tty-config": {
    title: "SYS_TTY_CONFIG, control of text consoles",
    reason: "The session can control the text consoles of the host, for example cut off whoever works there.",
    purpose: "Desktops that expect a real screen and keyboard.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-checkpoint-restore": {
    title: "CHECKPOINT_RESTORE, freezing programs",
    reason:
      "The session can save running programs to a file and bring them back, which includes looking into them.",
    purpose: "Tools that pause a program and continue it later.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-lease": {
    title: "LEASE, delaying file access",
    reason:
      "A program can make others wait when they open a file, also with files of the host that are mounted into the session.",
    purpose: "File servers.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-mac-override": {
    title: "MAC_OVERRIDE, overriding Smack",
    reason: "On agents that use the Smack security module, its rules no longer bind the session.",
    purpose: "Systems built on Smack.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-mac-admin": {
    title: "MAC_ADMIN, changing Smack's rules",
    reason: "On agents that use the Smack security module, the session can change its rules.",
    purpose: "Systems built on Smack.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-audit-control": {
    title: "AUDIT_CONTROL, changing the audit rules",
    reason: "The session can change what the kernel writes to its audit log, and so hide what happens.",
    purpose: "Tools that set up auditing.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-block-suspend": {
    title: "BLOCK_SUSPEND, keeping the host awake",
    reason: "The session can keep the host from going to sleep.",
    purpose: "Programs that must not be interrupted, such as players and downloaders.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-sys-boot": {
    title: "SYS_BOOT, the reboot call",
    reason:
      "Programs can ask for a reboot. That only stops the session, as long as it has processes of its own, which is the normal case.",
    purpose: "Whole systems in a container, whose own shutdown command should work.",
    advice: "Remove it unless the application documents the need.",
  },
  "cap-ipc-lock": {
    title: "IPC_LOCK, keeping data in memory",
    reason:
      "Programs may keep data in memory so that it is never written to disk. How much is bounded by the memory limit of the session.",
    purpose: "Password stores and encryption tools keep their secrets off the disk this way.",
    advice: "Acceptable for keyring and encryption software; otherwise remove it.",
  },
  "cap-wake-alarm": {
    title: "WAKE_ALARM, waking the host",
    reason: "The session can set alarms that wake the host from sleep.",
    purpose: "Calendars and alarm clocks.",
    advice: "Remove it.",
  },
  "cap-net-broadcast": {
    title: "NET_BROADCAST, without effect",
    reason: "The kernel does not use this capability.",
    purpose: "Copied from a list of all capabilities.",
    advice: "Remove it.",
  },
  "cap-default": {
    title: "Capability that Docker grants anyway",
    varies: "Low for NET_RAW, which lets programs forge network packets.",
    reason:
      "Docker gives this capability to every container anyway, so nothing is added, unless all were dropped first.",
    purpose: 'To be explicit, or to give it back after `cap_drop: ["ALL"]`.',
    advice: 'Remove the entry, or combine it with `cap_drop: ["ALL"]`.',
  },
  "cap-unknown": {
    title: "Unknown capability",
    reason: "Docker does not know a capability of this name and refuses it, so the session will not start.",
    purpose: "A slip in the spelling.",
    advice: "Check the spelling.",
  },
  "cap-drop": {
    title: "Capabilities dropped",
    reason: "This protects: the session gets fewer rights than usual.",
    purpose: "To leave the session only what the application needs.",
    advice: "No action needed.",
  },
} as const satisfies Record<string, RuleWords>;
