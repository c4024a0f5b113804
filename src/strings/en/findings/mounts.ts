import type { RuleWords } from "./rule-words.ts";

/** Findings about files and volumes. */
export const mountWords = {
  "mount-control-socket": {
    title: "Docker socket mounted",
    short: "Docker socket: controls the host",
    reason:
      "The session can give orders to Docker, or another container engine, and so controls the whole host. The socket is the file through which the engine takes orders; mounting it read-only does not help.",
    purpose: "Docker commands inside the session, for development.",
    advice:
      "Remove it. For Docker inside the session use agents with the Sysbox runtime, or an image with a container engine that needs no root rights.",
  },
  "mount-host-root": {
    title: "Root file system of the host, or Docker's own folder",
    short: "Root file system of the host",
    reason:
      'The folder holds the socket, the file through which Docker takes orders: a program that reaches it controls the host. The folder "/" holds everything else on the host too.',
    purpose: "Tools that manage the host itself.",
    advice: "Mount the one folder with the data that is needed.",
  },
  "mount-system-path": {
    title: "System folder of the host",
    varies: "High when it is mounted read-only.",
    reason:
      "A session that can change this folder controls the host; one that can read it learns keys, password hashes or Kasm's own configuration.",
    purpose: "The session is meant to have the settings, certificates or fonts of the host.",
    advice: "Mount one folder with data only, read-only if possible.",
  },
  "mount-kernel-fs": {
    title: "Kernel control files (/sys)",
    varies: "Medium when it is mounted read-only.",
    reason:
      "Shows the files below /sys, through which the kernel and the hardware of the host are read and steered.",
    purpose: "Service managers in the session, and tools that show hardware.",
    advice: "Remove it.",
  },
  "mount-dev": {
    title: "Device folder of the host",
    reason:
      "Shows the host's devices inside the session. Whether they can be used still depends on other settings.",
    purpose: "Hardware that the application works with.",
    advice: "Use `devices` for the one device that is needed.",
  },
  "mount-runtime-path": {
    title: "Folder of running services",
    reason:
      "Programs in the session can give orders to services that run on the host, through the files (sockets) in this folder.",
    purpose: "The application works with a service of the host.",
    advice: "Remove it.",
  },
  "mount-home": {
    title: "Home folder or stored credentials",
    reason: "Shows personal files and credentials of people who work on the host itself.",
    purpose: "Users should find their own files in the session.",
    advice: "Mount a folder made for sharing instead.",
  },
  "mount-tmp": {
    title: "Temporary folder of the host",
    reason:
      "The session shares temporary files with the programs on the host, and can reach the host's own screen where it has one.",
    purpose: "Exchanging files, or showing windows on the host's own screen.",
    advice: "Remove it. Publishers: use `tmpfs`, a folder in memory, instead.",
  },
  "mount-host-path": {
    title: "Folder of the host",
    varies: "Low when it is mounted read-only.",
    reason:
      "Files of the host appear in every session of this workspace, and every session can change them unless the mount is read-only.",
    purpose: "Shared data, course material, or files that outlast the session.",
    advice:
      "Mount it read-only, or use Kasm's volume mappings, where `{user_id}` gives each user a folder, or persistent profiles.",
  },
  "mount-timezone": {
    title: "Time zone of the host",
    varies: "Medium when the session could write to it.",
    reason: "Only the host's time zone becomes visible.",
    purpose: "The session should show the same time as the host.",
    advice: "Prefer the variable TZ in `environment`.",
  },
  "mount-named-volume": {
    title: "Named volume",
    reason:
      "The data outlasts the session, and users whose sessions run on the same host can come upon each other's.",
    purpose: "Settings or downloads that should not be lost with the session.",
    advice: "Use Kasm's persistent profiles for the data of each user.",
  },
  "mount-refused": {
    title: "Mount that Docker refuses",
    reason:
      "A mount joins an absolute path of the host, or the name of a volume, to an absolute path in the session. No shell reads this one, so that `$HOME`, `~` and `./` stay as they are, and Docker refuses to create the container.",
    purpose: "The line was copied from a docker command or a compose file.",
    advice: "Write both paths out, beginning with `/`, or the name of a volume in letters and digits.",
  },
  "mount-anonymous": {
    title: "Scratch volume",
    reason: "Docker creates an empty volume for this one session.",
    purpose: "Room for temporary data outside the container's own layer.",
    advice: "No action needed.",
  },
  "mount-tmpfs": {
    title: "Folder in memory",
    reason: "Scratch space in memory, gone when the session ends.",
    purpose: "Fast temporary files.",
    advice: "No action needed.",
  },
  "mount-propagation": {
    title: "Mounts propagated between session and host",
    reason: "Drives that are mounted later on one side, agent or session, appear on the other side too.",
    purpose: "Drives that are mounted while the session runs.",
    advice: "Leave it out; the default (rprivate) keeps the two apart.",
  },
  "mounts-readonly-ignored": {
    title: "Read-only mount that is writable",
    reason:
      "The key is spelt read_only, which Docker does not know at this place. So the mount is writable, against the publisher's intention.",
    purpose: "The spelling comes from the Python library, where it is right.",
    advice: 'Write "ReadOnly": true.',
  },
  "volumes-from": {
    title: "All mounts of another container",
    varies: "Critical when the other container is one of Kasm's own (kasm_…).",
    reason:
      "The session gets every folder that another container has, which may be a service of Kasm on the same host.",
    purpose: "Sharing data between containers.",
    advice: "Remove it.",
  },
  "volume-driver": {
    title: "Volume plugin",
    reason: "A plugin provides the volume, and plugins run with the rights of the host.",
    purpose: "Network storage.",
    advice:
      "Install it only if your agents have this plugin and you trust it. Publishers: say in `notes` which plugin it is and where it comes from.",
  },
  "tmpfs-relaxed": {
    title: "Folder in memory with fewer protections",
    reason:
      "Takes away one of Docker's protections for such folders, for example that no program can be started from them.",
    purpose: "The application runs programs from its temporary folder.",
    advice: "Drop the option (exec, suid or dev).",
  },
  "tmpfs-unsized": {
    title: "Folder in memory without a size limit",
    reason: "The folder can grow until the memory is used up.",
    purpose: "Fast temporary files.",
    advice: 'Add a size, for example "size=64m".',
  },
  "tmpfs-sized": {
    title: "Folder in memory",
    reason: "Scratch space in memory of a fixed size, gone when the session ends.",
    purpose: "Fast temporary files.",
    advice: "No action needed.",
  },
  "storage-opt": {
    title: "Storage driver options",
    reason:
      "The effect depends on how the host stores containers; on other agents the session fails to start.",
    purpose: "A limit for the disk space of the session.",
    advice: "Remove it: this is for the administrator of the agents to decide.",
  },
} as const satisfies Record<string, RuleWords>;
