import type { RuleWords } from "./rule-words.ts";

/** Findings about kernel settings and limits. */
export const resourceWords = {
  "sysctl-host": {
    title: "Kernel setting of the whole host",
    reason:
      "The session will not start: Docker refuses this kernel setting, because it would count for the whole host.",
    purpose: "Databases and search engines ask for such settings in their instructions.",
    advice: "Set it on the agents instead.",
  },
  "sysctl-net": {
    title: "Kernel network setting",
    reason: "Changes how the network behaves inside the session. The host's own network keeps its settings.",
    purpose: "VPN clients need some of these settings.",
    advice:
      "Accept it for VPN workspaces and network tools; for others, ask the publisher why it is needed. Publishers: say it in `notes`.",
  },
  "sysctl-safe": {
    title: "Kernel setting of the session alone",
    reason: "Changes a setting that every session has for itself; the host is not affected.",
    purpose: "Network tools without root rights, or programs that share much memory.",
    advice: "No action needed.",
  },
  "ulimit-raised": {
    title: "Changed resource limits (ulimits)",
    varies: "Medium for priorities (rtprio, nice), and for nproc, memlock or core without a limit.",
    reason:
      "Changes how much a single program may use, such as open files or locked memory. Such limits protect the host from sessions that run wild. Agents on Kubernetes (Kasm 1.19) ignore it.",
    purpose: "Programs that open very many files, or that lock memory.",
    advice: "Set only the limit that the application needs.",
  },
  "pids-unlimited": {
    title: "No process limit",
    reason:
      "A program that starts copies of itself without end (a fork bomb) is no longer stopped and can bring the host to a standstill.",
    purpose: "Large builds, or browsers with very many tabs.",
    advice: "Set a number such as 2048.",
  },
  "pids-limit": {
    title: "Process limit",
    reason: "This protects the host from programs that multiply without end.",
    purpose: "To contain a session that runs wild.",
    advice: "No action needed.",
  },
  "mem-unlimited": {
    title: "No memory limit",
    reason: "One session can use up the memory of the host.",
    purpose: "Programs whose need for memory is hard to tell.",
    advice: "Use the field `memory` of the workspace.",
  },
  "mem-limit": {
    title: "Own memory limit",
    reason: "Replaces the amount of memory that the registry shows and that Kasm plans with.",
    purpose: "The publisher knows how much the application needs.",
    advice: "Use the field `memory` of the workspace.",
  },
  "memswap-limit": {
    title: "Swap limit",
    reason: "Changes how much of its memory the session may push out to disk.",
    purpose: "Programs that need much memory for a short time.",
    advice: "Remove it: this is for the administrator of the agents to decide.",
  },
  "oom-kill-disable": {
    title: "OOM killer off",
    varies: "Info when it is false.",
    reason: "When memory runs out, the kernel has to stop something else on the host instead.",
    purpose: "The session should not lose work.",
    advice: "Remove it.",
  },
  "oom-score-adj": {
    title: "Exempt from the OOM killer",
    varies: "Info unless the number is negative.",
    reason: "The session is protected at the expense of other programs on the host.",
    purpose: "The session should not lose work.",
    advice: "Remove it.",
  },
  "cpu-realtime": {
    title: "Real-time CPU time",
    reason:
      "Work in real time goes before everything else and can leave the rest of the host without computing time.",
    purpose: "Sound production and machine control.",
    advice: "Remove it.",
  },
  "shm-size": {
    title: "Shared memory size",
    varies: "Low from 8 GiB on.",
    reason:
      "Programs of the session can share more memory with each other; it counts as part of the session's memory.",
    purpose: "Browsers and machine learning crash with Docker's 64 MB.",
    advice: "Keep it within the memory of the workspace.",
  },
} as const satisfies Record<string, RuleWords>;
