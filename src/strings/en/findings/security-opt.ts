import type { RuleWords } from "./rule-words.ts";

/** Findings about the protections of the Linux kernel. */
export const securityOptWords = {
  "seccomp-unconfined": {
    title: "No seccomp filter",
    reason:
      "The session can use parts of the host's kernel that Docker normally closes with a filter (seccomp). That is no way out by itself, but a fault in the kernel becomes easier to use for breaking out to the host.",
    purpose:
      "On agents with old Docker software, newer desktops and browsers fail with the filter on. Many desktop images are published with this setting for that reason.",
    advice:
      "On an agent, the command `runc --version` shows the version of libseccomp. From 2.5.3 on, remove the setting and try the workspace; if it fails without, put it back. Publishers: say in `notes` why it stays.",
  },
  "seccomp-allow-all": {
    title: "Seccomp filter that allows everything",
    reason:
      "The filter of system calls (seccomp) allows whatever it does not name, so it holds back about as little as no filter at all. On Kubernetes agents (Kasm 1.19) a filter written here is not used, and the session runs without one, unless an optional installer is on.",
    purpose: "A quick way to run a program that Docker's own filter stops.",
    advice:
      "Judge it like a filter that is switched off. Publishers: start from Docker's default profile and add only the calls that are missing.",
  },
  "seccomp-custom": {
    title: "Custom seccomp filter",
    reason:
      "Docker's own filter of system calls (seccomp) is replaced by one that the publisher wrote. Whether it is weaker can only be told by reading it call by call. On Kubernetes agents (Kasm 1.19) a filter written here is not used, and the session runs without one, unless an optional installer is on.",
    purpose: "The program needs some calls that Docker's filter blocks.",
    advice:
      "Ask the publisher how it differs from Docker's own filter, unless the notes say so. Publishers: say in `notes` what differs, and why.",
  },
  "seccomp-path": {
    title: "Seccomp filter given as a file name",
    reason:
      "The session will not start: only the docker command can read a profile from a file, and Kasm does not use that command.",
    purpose: "The option was copied from a docker run command.",
    advice: "Remove the item. Publishers: put the text of the profile (JSON) here in place of the file name.",
  },
  "seccomp-builtin": {
    title: "Docker's seccomp filter",
    reason:
      "Asks for the filter that Docker ships, even on an agent whose own default is weaker. This protects.",
    purpose: "The publisher wants the standard protection on every agent.",
    advice: "No action needed.",
  },
  "apparmor-unconfined": {
    title: "No AppArmor profile",
    reason:
      "Switches off AppArmor, a guard of the kernel that keeps the session from mounting disks and from writing to sensitive kernel files.",
    purpose:
      "Programs that mount drives or run containers of their own are stopped by Docker's AppArmor profile.",
    advice:
      "Remove it and try the workspace. If it fails without, it needs a profile of its own, loaded on every agent; until then give it only to people you trust.",
  },
  "apparmor-custom": {
    title: "Custom AppArmor profile",
    reason:
      "A set of rules (profile) other than Docker's guards the session. It has to be loaded on every agent, or the session will not start; what it allows cannot be seen here.",
    purpose: "The program needs something that Docker's profile forbids.",
    advice:
      "Get the profile from the publisher first. Publishers: publish it, and say in `notes` how to install it.",
  },
  "apparmor-default": {
    title: "Docker's AppArmor profile",
    reason: "Names the profile that Docker uses anyway.",
    purpose: "To show the choice, or copied from an example.",
    advice: "No action needed.",
  },
  "selinux-disable": {
    title: "SELinux separation off",
    reason:
      "Switches off SELinux for the session, a guard of the kernel that keeps it away from the host's files. It matters on agents that use SELinux: Red Hat, Fedora, Rocky and their relatives.",
    purpose: "Folders of the host that are mounted into the session would otherwise stay closed.",
    advice: "Remove it and try the workspace. Publishers: use a label type made for the purpose.",
  },
  "selinux-label": {
    title: "Custom SELinux label",
    reason:
      "Changes the label by which SELinux, on agents that use it, keeps this session apart from others and from the host.",
    purpose: "The organisation has a policy of its own for such sessions.",
    advice:
      "Ask the publisher which policy the label belongs to, unless the notes say so. Publishers: say it in `notes`.",
  },
  "nnp-on": {
    title: "No new privileges",
    reason: "This protects: programs such as sudo can no longer raise their rights inside the session.",
    purpose: "The users of the session are not meant to become root in it.",
    advice: "No action needed. Note that sudo will not work.",
  },
  "nnp-off": {
    title: "No-new-privileges off",
    reason:
      "Lifts a ban that the administrator of the agents may have set: with it, programs in the session cannot gain more rights, for example through sudo.",
    purpose: "Users are meant to have sudo in the session.",
    advice: "Remove the item.",
  },
  "systempaths-unconfined": {
    title: "Protected kernel files opened",
    varies: "Low for any other value than unconfined.",
    reason:
      "The session will not start: only the docker command knows this word, and Docker refuses it when it comes from Kasm. It asks for the files below /proc and /sys that Docker hides, because the kernel is read and steered through them.",
    purpose: "Containers inside the session; copied from a docker run command.",
    advice: "Remove it.",
  },
  "writable-cgroups": {
    title: "Writable cgroups",
    varies: "Info when it is set to false.",
    reason:
      "The session may change the files through which the kernel shares out memory and computing time (cgroups). Older ways of breaking out of a container begin there.",
    purpose: "A system service manager or containers inside the session.",
    advice: "Remove it; for such sessions use agents with the Sysbox runtime.",
  },
  "security-opt-unknown": {
    title: "Unknown security option",
    reason: "Docker does not know this option and refuses it, so the session will not start.",
    purpose: "A slip in the spelling, or an option of another program.",
    advice: "Check the spelling, or remove the item.",
  },
} as const satisfies Record<string, RuleWords>;
