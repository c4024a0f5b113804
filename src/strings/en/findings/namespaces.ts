import type { RuleWords } from "./rule-words.ts";

/** Findings about what the session shares with the host. */
export const namespaceWords = {
  "pid-host": {
    title: "Host process namespace",
    reason:
      "All programs of the host become visible to the session, including the settings they were started with; root in the session can stop them or look into them. Agents on Kubernetes (Kasm 1.19) ignore it.",
    purpose: "Tools that watch the host.",
    advice: "Remove it.",
  },
  "pid-container": {
    title: "Process namespace of another container",
    reason:
      "The session sees and can signal the programs of another container. Agents on Kubernetes (Kasm 1.19) ignore it.",
    purpose: "Debugging another container.",
    advice: "Remove it.",
  },
  "ipc-host": {
    title: "Host shared memory (ipc_mode)",
    reason: "The session can read and change memory that programs of the host share with each other.",
    purpose: "Browsers that crash because their own shared memory is too small.",
    advice: "Raise `shm_size` instead.",
  },
  "ipc-container": {
    title: "Shared memory of another container",
    reason: "The session shares memory with another container.",
    purpose: "Programs spread over several containers.",
    advice: "Remove it.",
  },
  "ipc-shareable": {
    title: "Shared memory open to other containers",
    reason: "Other containers may join the shared memory of this session.",
    purpose: "Programs spread over several containers.",
    advice: 'Write "private".',
  },
  "ipc-private": {
    title: "Private shared memory",
    reason: "The session has its shared memory for itself.",
    purpose: "To be explicit.",
    advice: "No action needed.",
  },
  "uts-host": {
    title: "Host name of the host (uts_mode)",
    reason: "The session shares its host name with the host and, with enough rights, can rename the host.",
    purpose: "Licences that are bound to a host name.",
    advice: "Use `hostname`.",
  },
  "userns-host": {
    title: "User-namespace remapping off (userns_mode)",
    reason:
      "Some agents are set up to turn root in a container into an account without power. There, this makes root in the session count as root on the host again; on other agents it changes nothing.",
    purpose: "Privileged mode and shared networks do not work together with that mapping.",
    advice: "Remove it.",
  },
  "cgroupns-host": {
    title: "Host cgroup namespace",
    reason: "Shows in the session how the host divides its resources, and between which containers.",
    purpose: "Service managers, and containers inside the session.",
    advice: 'Write "private".',
  },
  "cgroupns-private": {
    title: "Private cgroup namespace",
    reason: "The session sees only its own resource groups.",
    purpose: "To be explicit.",
    advice: "No action needed.",
  },
  "cgroup-parent": {
    title: "Other cgroup parent",
    reason:
      "Limits on memory and computing time that the administrator set for all containers may no longer hold for the session.",
    purpose: "Special limits for some workspaces.",
    advice: "Remove it.",
  },
  "runtime-sandbox": {
    title: "Isolating runtime",
    reason:
      "The session is started with a runtime that keeps it further apart from the host. It has to be installed on the agents.",
    purpose: "Root or containers inside the session, without giving away the host.",
    advice: "Make sure that the agents have this runtime. Publishers: say in `notes` that they need it.",
  },
  "runtime-default": {
    title: "Default runtime",
    reason: "Names the runtime that is used anyway.",
    purpose: "To be explicit.",
    advice: "Remove the key.",
  },
  "runtime-other": {
    title: "Other runtime",
    reason:
      "The runtime, the program that starts containers, decides how the session is kept apart from the host. The one of NVIDIA, for example, adds devices and libraries of the host.",
    purpose: "Graphics cards, mostly.",
    advice:
      "Make sure that the agents have this runtime, and that you know why it is needed. Publishers: say both in `notes`.",
  },
  "group-add": {
    title: "Extra groups",
    varies:
      "Medium for groups that carry rights: root, docker, disk, kmem, shadow, lxd, sudo, wheel, adm, libvirt, kvm, input.",
    reason:
      "The session's programs also belong to these groups of accounts. That matters as soon as a mounted file or a device is open to one of the groups.",
    purpose: "Access to one device, such as the graphics card.",
    advice: "List only the groups that one device needs.",
  },
} as const satisfies Record<string, RuleWords>;
