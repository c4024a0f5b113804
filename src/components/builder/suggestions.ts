import { compareVersions, kasmReleases, kasmVersions } from "../../registry/model/kasm-versions.ts";

/** Browser suggestions while somebody types; anything else can be typed as well. The review explains what each allows. */
export const suggestions: Readonly<Record<string, readonly string[]>> = {
  kasm: [...kasmVersions.map(({ version }) => version), ...kasmReleases].sort(compareVersions).toReversed(),
  kasm_releases: kasmReleases.toReversed(),
  docker_registry: [
    "https://index.docker.io/v1/",
    "https://ghcr.io/",
    "https://quay.io/",
    "https://lscr.io/",
  ],
  cap_add: [
    "NET_ADMIN",
    "SYS_ADMIN",
    "SYS_PTRACE",
    "SYS_NICE",
    "IPC_LOCK",
    "PERFMON",
    "SYS_RESOURCE",
    "DAC_READ_SEARCH",
    "SYS_TIME",
    "BPF",
  ],
  cap_drop: ["ALL", "NET_RAW", "MKNOD", "AUDIT_WRITE", "SETFCAP"],
  security_opt: [
    "seccomp=unconfined",
    "apparmor=unconfined",
    "no-new-privileges:true",
    "label=disable",
    "systempaths=unconfined",
  ],
  devices: [
    "/dev/dri:/dev/dri:rwm",
    "/dev/net/tun:/dev/net/tun:rwm",
    "/dev/fuse:/dev/fuse:rwm",
    "/dev/kvm:/dev/kvm:rwm",
    "/dev/snd:/dev/snd:rwm",
    "/dev/video0:/dev/video0:rwm",
  ],
  network_mode: ["bridge", "none", "host"],
  ipc_mode: ["private", "shareable", "host", "none"],
  pid_mode: ["host"],
  shm_size: ["512m", "1g", "2g"],
  user: ["1000", "root", "0"],
};
