import type { RuleWords } from "./rule-words.ts";

/** Findings about commands in the session. */
export const execWords = {
  "exec-root": {
    title: "Command run as root",
    reason:
      "In every new session a command runs as root, the all-powerful account, inside the container. On Kubernetes agents (Kasm 1.19) such a hook by default makes root of the whole session.",
    purpose: "Preparations that an ordinary account may not make, such as setting up a device or a network.",
    advice:
      "Read the command in the JSON: it should only prepare what the workspace needs. If you cannot tell, ask the publisher. Publishers: do the work when the image is built.",
  },
  "exec-user-other": {
    title: "Command run as an unusual user",
    reason: "The command does not run under the account of the session (1000, kasm-user).",
    purpose: "Images with accounts of their own.",
    advice: "Use 1000 or kasm-user.",
  },
  "exec-privileged": {
    title: "Command run in privileged mode",
    reason:
      "The command gets every special right of the system. Only the guards of the kernel (AppArmor, and the session's filter of system calls) still hold it back.",
    purpose: "VPN clients that change the network of the session at its start.",
    advice:
      "Accept it only if you trust the publisher and know what the command is for. Publishers: grant the one capability that is needed through run_config instead.",
  },
  "exec-grants-root": {
    title: "Users can become root",
    reason:
      "The command sets things up so that whoever uses the session can become root inside the container without a password.",
    purpose: "Users should be able to install software (sudo).",
    advice:
      "Install it for people who may be root in their own session; agents with the Sysbox runtime hold root back better. Publishers: offer it beside a workspace without sudo.",
  },
  "exec-setuid": {
    title: "Program with more rights than its caller",
    reason:
      "The command gives a program a mark (setuid, or file capabilities) with which it has more rights than the person who starts it.",
    purpose: "Programs such as sudo and ping, and the sandboxes of browsers, work this way.",
    advice:
      "Ask the publisher which program it is for. Publishers: build it into the image, and review it there.",
  },
  "exec-namespace-tool": {
    title: "Tools that can reach outside the container",
    reason:
      "The command uses a tool that can lead out of a container or change the kernel. How far it gets depends on the other rights of the session.",
    purpose: "Sandboxes, and kernel modules of a VPN.",
    advice: "Remove it, unless the publisher can say what it is for.",
  },
  "exec-docker": {
    title: "Control of a container engine",
    reason: "The command controls a container engine from inside the session.",
    purpose: "Services that run beside the session.",
    advice: "Remove it.",
  },
  "exec-remote-script": {
    title: "Script run from the internet",
    reason:
      "The command downloads a script and runs it at once. The script can change after the workspace was reviewed.",
    purpose: "Installers are commonly offered this way.",
    advice:
      "Remove it, or read the script and know that it can change. Publishers: put a reviewed script into the image.",
  },
  "exec-secret": {
    title: "Password or key in a command",
    reason: "The registry is public, and so is what stands in this command.",
    purpose: "The command logs in somewhere.",
    advice: "Remove it, and let the administrator supply it. If it was ever in use, change it.",
  },
  "exec-eval-url": {
    title: "Link run as a command",
    reason:
      "A link that is opened through Kasm would be run as a command: a crafted link can do anything in the session.",
    purpose: "The program needs the link among its arguments.",
    advice: 'Write "$KASM_URL" between double quotation marks, and do not use eval.',
  },
  "exec-unquoted-url": {
    title: "Link without quotation marks",
    reason: "A link with spaces or wildcards falls apart into several arguments.",
    purpose: "Usually a slip.",
    advice: 'Write "$KASM_URL" between double quotation marks.',
  },
  "exec-mount": {
    title: "File system mounted by a command",
    reason: "The command mounts a file system, which needs more rights than a session normally has.",
    purpose: "Network drives.",
    advice: "Use `volumes`, or Kasm's volume mappings.",
  },
  "exec-network-change": {
    title: "Session network changed by a command",
    reason: "The command changes where traffic goes: routes, firewall or the lookup of names.",
    purpose: "VPN workspaces send all traffic through the tunnel this way.",
    advice:
      "Accept it for VPN workspaces; for others, ask the publisher what it is for. Publishers: say it in `notes`.",
  },
  "exec-disable-security": {
    title: "Protection switched off by a command",
    reason: "The command tries to switch off a protection: SELinux, AppArmor, the firewall or auditing.",
    purpose: "A program fails with the protection on.",
    advice: "Remove it.",
  },
  "exec-package-install": {
    title: "Software installed at startup",
    reason:
      "Every session downloads software when it starts: that is slow, and it can be other software than what was reviewed.",
    purpose: "A program is missing in the image.",
    advice:
      "Accept slow starts, and sessions that may fail without the internet. Publishers: install it when the image is built.",
  },
  "exec-download": {
    title: "Download at startup",
    reason: "Every session fetches something from the internet when it starts, and it can change.",
    purpose: "Data or settings that are not in the image.",
    advice: "Look at what is fetched, and from where. Publishers: put it into the image.",
  },
  "exec-world-writable": {
    title: "Files writable by everybody",
    reason: "Every account in the session may change these files.",
    purpose: "A quick cure for missing permissions.",
    advice: "Give the files to the account that needs them.",
  },
  "exec-device-perms": {
    title: "Devices opened to the user",
    reason:
      "The command opens devices to the user of the session. Kasm's own setup for graphics cards does the same.",
    purpose: "Graphics cards.",
    advice: "Keep it to the devices of the graphics card.",
  },
  "exec-no-cmd": {
    title: "Hook without a command",
    reason: "Kasm is told to run a command at this moment, but none is given, so the step fails.",
    purpose: "Left over from a template.",
    advice: "Add `cmd`, or delete the empty part.",
  },
  "exec-nested-hook": {
    title: "Hook inside another hook",
    reason:
      "The inner command does not run, because it stands one level too deep. Read it as if it ran: a later correction makes it run.",
    purpose: "A slip: a bracket closed too late.",
    advice: "Move it one level up.",
  },
  "exec-unknown-hook": {
    title: "Unknown hook in exec_config",
    reason: "The command never runs: Kasm runs commands at first_launch, go and assign only.",
    purpose: "A slip in the spelling.",
    advice: "Use first_launch, go or assign.",
  },
  "exec-unknown-key": {
    title: "Unknown setting of a command",
    reason: "A command cannot have this setting, so it fails when Kasm runs it.",
    purpose: "Copied from run_config, or a slip in the spelling.",
    advice:
      "Use cmd, user, privileged, environment, workdir, tty, stdin, stdout, stderr, detach, stream, socket or demux.",
  },
  "exec-bad-quoting": {
    title: "Unbalanced quotation marks",
    reason: "Docker cannot tell where the parts of the command end, so the command fails.",
    purpose: "A slip: a quotation mark too few or too many.",
    advice: "Balance the quotation marks, or write the command as a list.",
  },
  "exec-no-shell": {
    title: "Shell characters without a shell",
    reason:
      "Without a shell, characters such as && and > have no meaning: the program gets them as plain words.",
    purpose: "A slip.",
    advice: "Wrap the command in bash -c '…'.",
  },
  "exec-lost-arguments": {
    title: "Words lost after a shell's -c",
    reason:
      "After -c a shell runs one word as its script. The words that follow become $0, $1 and so on, which this script does not use, so they have no effect.",
    purpose: "A slip: no quotation marks around the whole script.",
    advice: "Put the whole script between quotation marks: bash -c '…'.",
  },
} as const satisfies Record<string, RuleWords>;
