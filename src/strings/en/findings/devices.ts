import type { RuleWords } from "./rule-words.ts";

/** Findings about devices. */
export const deviceWords = {
  "device-all": {
    title: "All devices of the host",
    reason:
      "Docker walks through the folder and gives the session every device of the host below it, disks included.",
    purpose: "The publisher did not find out which device is needed.",
    advice: "Name the single device that is needed.",
  },
  "device-block": {
    title: "Disk of the host",
    varies: "High when the entry gives no permission to write.",
    reason:
      "The session can read, and usually change, everything that is stored on a disk of the host, whatever the permissions of the files say.",
    purpose: "Tools that recover data, partition disks or write memory cards.",
    advice: "Mount a folder instead of the disk.",
  },
  "device-memory": {
    title: "Memory of the host",
    reason: "Opens the host's physical memory, its hardware ports or the registers of its processor.",
    purpose: "Tools that test or analyse hardware.",
    advice: "Remove it.",
  },
  "device-vfio": {
    title: "Hardware passed through to the session",
    reason:
      "Gives the session a piece of hardware, or a part of the kernel made for virtual machines, to control directly.",
    purpose: "Virtual machines inside the session.",
    advice: "Remove it unless the workspace runs virtual machines and has been reviewed for that.",
  },
  "device-input": {
    title: "Keyboard and mouse of the host",
    reason: "The session can read what is typed on the host itself, or type there.",
    purpose: "Game controllers and remote control software.",
    advice: "Remove it.",
  },
  "device-console": {
    title: "Console of the host",
    reason: "The session can read from and write to the host's own screen and text consoles.",
    purpose: "Desktops that expect a real screen.",
    advice: "Remove it.",
  },
  "device-kmsg": {
    title: "Kernel log",
    reason: "The session can read the message log of the host's kernel and write to it.",
    purpose: "Systems that run a service manager or Kubernetes inside the session.",
    advice: "Remove it.",
  },
  "device-kvm": {
    title: "Hardware virtualization (KVM)",
    reason:
      "The session can start virtual machines with the help of the host's kernel, through a large and privileged interface.",
    purpose: "Emulators and virtual machines are far too slow without it.",
    advice: "Accept it for emulators and virtual machines only.",
  },
  "device-fuse": {
    title: "User-space file systems (FUSE)",
    reason:
      "Programs in the session can provide file systems of their own. It becomes usable for mounting once the session also has SYS_ADMIN or sudo.",
    purpose: "Cloud drives and encrypted folders.",
    advice: "Accept it for cloud-drive workspaces only.",
  },
  "device-gpu": {
    title: "Graphics card",
    reason:
      "The session shares the host's graphics card with others: their data passes through the same memory and drivers. The names of these devices also differ from agent to agent.",
    purpose: "Fast three-dimensional graphics, video and machine learning.",
    advice:
      "For NVIDIA cards prefer Kasm's own GPU setting (`gpu_count`), which counts no others. For Intel and AMD cards `/dev/dri` is Kasm's documented way: check that the agents have a device of this name. Publishers: say in `notes` which one is expected.",
  },
  "device-av": {
    title: "Microphone, speaker or camera of the host",
    reason: "Opens sound and video devices that are attached to the host, not to the user's own computer.",
    purpose: "The publisher expects sound in the session.",
    advice: "Remove it; Kasm brings the sound to the browser by itself.",
  },
  "device-usb-serial": {
    title: "USB, serial port or printer of the host",
    reason: "Opens USB or serial hardware that is attached to the host.",
    purpose: "Programming boards, security keys, scanners and printers.",
    advice:
      "Remove it unless your users need hardware that is attached to the agents. Publishers: name one device, and say in `notes` what it is.",
  },
  "device-tun": {
    title: "Tunnel device (VPN)",
    reason:
      "A VPN client in the session can create a tunnel in the session's own network. It needs NET_ADMIN as well.",
    purpose: "Every VPN client needs it.",
    advice: "Accept it for VPN workspaces.",
  },
  "device-inert": {
    title: "Device that every container has",
    reason: "A harmless device that every container has anyway.",
    purpose: "Added to be on the safe side.",
    advice: "Remove the entry.",
  },
  "device-cdi": {
    title: "Device by its vendor's name (CDI)",
    reason:
      "The host's own CDI files decide what the name stands for: besides the device they can add files, variables and programs to be run.",
    purpose: "Graphics cards, mostly.",
    advice:
      "Ask the publisher which CDI file the agents need, unless the notes say so. Publishers: say it in `notes`.",
  },
  "device-other": {
    title: "Other device of the host",
    reason: "Opens a device of the host to the session.",
    purpose: "The application works with this piece of hardware.",
    advice: "Ask the publisher what it is for, unless the notes say so. Publishers: say it in `notes`.",
  },
  "device-relative-path": {
    title: "Device path without a leading slash",
    reason:
      'Every item of the list is a device of its own. Two items next to each other do not mean "this device under that name".',
    purpose: "The publisher meant to write source and target as two items.",
    advice: 'Write it as one item, for example "/dev/net/tun:/dev/net/tun:rwm".',
  },
  "devcgroup-all": {
    title: "All devices allowed",
    reason: "The session may use every device of the host, disks included.",
    purpose: "The publisher did not find out which device is needed.",
    advice:
      "Remove it. Publishers: allow one device by its two numbers, which `ls -l` shows for the file in /dev.",
  },
  "devcgroup-block": {
    title: "Disks allowed",
    reason:
      "Lets the session use disks of the host. Root in the session can create the missing device file itself.",
    purpose: "Tools that recover data or partition disks.",
    advice: "Remove it.",
  },
  "devcgroup-char": {
    title: "Class of devices allowed",
    varies: "High when it allows every device of this type (c *:*).",
    reason: "Lets the session use a whole class of devices of the host, such as all USB devices.",
    purpose: "Hardware that is plugged in while the session runs.",
    advice:
      "Accept it only for hardware that your users need. Publishers: narrow it to one device, with a number in place of each *.",
  },
  "gpu-request": {
    title: "Graphics cards requested from the driver",
    reason:
      "Asks the host for graphics cards, which are then shared hardware; a count of -1 asks for all of them.",
    purpose: "Fast graphics and machine learning.",
    advice: "Prefer `gpu_count` among the settings of the workspace, which asks for NVIDIA cards.",
  },
} as const satisfies Record<string, RuleWords>;
