/** Where a statement comes from. */
export interface Source {
  title: string;
  url?: string;
  /** Titles of the numbered sections that are cited. */
  sections?: Readonly<Record<string, string>>;
}

const moby = "https://github.com/moby/moby/blob/master";
const docs = "https://docs.docker.com";

/** The sources by the codes that the rules cite. */
export const sources = {
  KDOC: {
    title: "Kasm documentation, Workspace Registry",
    url: "https://kasmweb.com/docs/develop/guide/workspace_registry.html",
  },
  KIMG: {
    title: "Kasm documentation, Building Images",
    url: "https://docs.kasm.com/docs/how-to/workspaces-sessions/container-workspace/customization/building-images",
  },
  KSYS: {
    title: "Kasm documentation, Sysbox Runtime",
    url: "https://kasmweb.com/docs/develop/how_to/sysbox_runtime.html",
  },
  KFP: { title: "Entries of Kasm's own store (198 entries, July 2025)" },
  KTPL: {
    title: "Kasm's registry template",
    url: "https://github.com/kasmtech/workspaces_registry_template",
  },
  KWIZ: {
    title: "Kasm's installation wizard, GPU setup",
    url: "https://github.com/kasmtech/kasm-install-wizard",
  },
  KI240: {
    title: "Kasm, issue 240: an agent log with an exec_config",
    url: "https://github.com/kasmtech/workspaces-issues/issues/240",
  },
  DPY: { title: "Docker SDK for Python", url: "https://docker-py.readthedocs.io/en/stable/containers.html" },
  DRUN: {
    title: "Docker documentation, docker container run",
    url: `${docs}/reference/cli/docker/container/run/`,
  },
  DREF: { title: "Docker documentation, Running containers", url: `${docs}/engine/containers/run/` },
  DEXEC: {
    title: "Docker documentation, docker container exec",
    url: `${docs}/reference/cli/docker/container/exec/`,
  },
  "CLI-OPTS": {
    title: "Docker command line, parsing of options",
    url: "https://github.com/docker/cli/blob/master/cli/command/container/opts.go",
  },
  DSEC: { title: "Docker documentation, Engine security", url: `${docs}/engine/security/` },
  DSECC: {
    title: "Docker documentation, Seccomp security profiles",
    url: `${docs}/engine/security/seccomp/`,
  },
  DUSERNS: {
    title: "Docker documentation, User namespace remapping",
    url: `${docs}/engine/security/userns-remap/`,
  },
  DHOST: { title: "Docker documentation, Host network driver", url: `${docs}/engine/network/drivers/host/` },
  DBIND: { title: "Docker documentation, Bind mounts", url: `${docs}/engine/storage/bind-mounts/` },
  DRES: {
    title: "Docker documentation, Resource constraints",
    url: `${docs}/engine/containers/resource_constraints/`,
  },
  MOBY: { title: "Docker Engine, source code", url: "https://github.com/moby/moby" },
  "MOBY-SECOPT": {
    title: "Docker Engine, parsing of security options",
    url: `${moby}/daemon/daemon_unix.go`,
  },
  "MOBY-SECCOMP": { title: "Docker Engine, default seccomp profile", url: `${moby}/daemon/seccomp_linux.go` },
  "MOBY-AA": { title: "Docker Engine, default AppArmor profile", url: `${moby}/daemon/oci_linux.go` },
  "MOBY-CAPS": {
    title: "Docker Engine, default capabilities",
    url: `${moby}/daemon/pkg/oci/caps/defaults.go`,
  },
  "MOBY-DEV": { title: "Docker Engine, device paths", url: `${moby}/daemon/pkg/oci/devices_linux.go` },
  "MOBY-MOUNT": {
    title: "Docker Engine, parsing of volumes",
    url: `${moby}/daemon/volume/mounts/linux_parser.go`,
  },
  "MOBY-TMPFS": { title: "Docker Engine, defaults of tmpfs", url: `${moby}/daemon/oci_linux.go` },
  "MOBY-USER": {
    title: "Docker Engine, looking up users",
    url: "https://github.com/moby/sys/blob/main/user/user.go",
  },
  "MOBY-EXEC": {
    title: "Docker Engine, running commands in containers",
    url: `${moby}/daemon/exec_linux.go`,
  },
  M24387: {
    title: "Docker Engine, issue 24387: what privileged mode switches off",
    url: "https://github.com/moby/moby/issues/24387",
  },
  M36587: {
    title: "Docker Engine, issue 36587: added capabilities of ordinary accounts",
    url: "https://github.com/moby/moby/issues/36587",
  },
  M45491: {
    title: "Docker Engine, issue 45491: added capabilities of ordinary accounts",
    url: "https://github.com/moby/moby/issues/45491",
  },
  M47357: {
    title: "Docker Engine, issue 47357: read_only in mounts",
    url: "https://github.com/moby/moby/issues/47357",
  },
  CIS: {
    title: "CIS Docker Benchmark 1.6.0, in the numbering of docker-bench-security",
    url: "https://github.com/docker/docker-bench-security",
    sections: {
      "1.1.2": "Only trusted users control the Docker daemon",
      "4.1": "A user for the container has been created",
      "4.8": "setuid and setgid permissions are removed",
      "5.2": "AppArmor profile is enabled",
      "5.3": "SELinux security options are set",
      "5.4": "Linux kernel capabilities are restricted",
      "5.5": "Privileged containers are not used",
      "5.6": "Sensitive host system directories are not mounted",
      "5.8": "Privileged ports are not mapped",
      "5.9": "Only needed ports are open",
      "5.10": "The host's network namespace is not shared",
      "5.11": "Memory usage is limited",
      "5.12": "CPU priority is set appropriately",
      "5.13": "The root file system is mounted read-only",
      "5.14": "Incoming traffic is bound to a specific host interface",
      "5.15": "The on-failure restart policy is set to 5",
      "5.16": "The host's process namespace is not shared",
      "5.17": "The host's IPC namespace is not shared",
      "5.18": "Host devices are not directly exposed",
      "5.19": "The default ulimit is overwritten at runtime if needed",
      "5.20": "Mount propagation mode is not set to shared",
      "5.21": "The host's UTS namespace is not shared",
      "5.22": "The default seccomp profile is not disabled",
      "5.23": "docker exec is not used with the privileged option",
      "5.24": "docker exec is not used with the root user",
      "5.25": "cgroup usage is confirmed",
      "5.26": "Containers cannot acquire additional privileges",
      "5.27": "Container health is checked at runtime",
      "5.28": "Images are used in their latest version",
      "5.29": "The PIDs cgroup limit is used",
      "5.30": "Docker's default bridge docker0 is not used",
      "5.31": "The host's user namespaces are not shared",
      "5.32": "The Docker socket is not mounted inside any containers",
    },
  },
  NIST: {
    title: "NIST SP 800-190, Application Container Security Guide",
    url: "https://doi.org/10.6028/NIST.SP.800-190",
    sections: {
      "3.1.2": "Image configuration defects",
      "3.1.4": "Embedded clear text secrets",
      "3.1.5": "Use of untrusted images",
      "3.4.2": "Unbounded network access from containers",
      "3.4.3": "Insecure container runtime configurations",
      "3.5.2": "Shared kernel",
      "3.5.5": "Host OS file system tampering",
    },
  },
  OWASP: {
    title: "OWASP Docker Security Cheat Sheet",
    url: "https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html",
    sections: {
      R1: "Rule 1, do not expose the Docker daemon socket",
      R2: "Rule 2, set a user",
      R3: "Rule 3, limit capabilities",
      R4: "Rule 4, prevent in-container privilege escalation",
      R5: "Rule 5, inter-container connectivity",
      R5a: "Rule 5a, mapping ports past firewalls like UFW",
      R6: "Rule 6, seccomp, AppArmor or SELinux",
      R7: "Rule 7, limit resources",
      R8: "Rule 8, read-only file systems and volumes",
      R9: "Rule 9, scan containers in CI",
      R10: "Rule 10, keep the daemon's logging at info",
      R12: "Rule 12, Docker secrets",
    },
  },
  PSS: {
    title: "Kubernetes Pod Security Standards, baseline profile",
    url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  },
  CAP: {
    title: "capabilities(7), Linux manual",
    url: "https://man7.org/linux/man-pages/man7/capabilities.7.html",
  },
  TIMENS: {
    title: "time_namespaces(7), Linux manual",
    url: "https://man7.org/linux/man-pages/man7/time_namespaces.7.html",
  },
  TRIVY: { title: "Trivy checks", url: "https://github.com/aquasecurity/trivy-checks" },
} as const satisfies Record<string, Source>;

export type SourceCode = keyof typeof sources;

/** A source as a page shows it. */
export interface CitedSource {
  title: string;
  /** The place in the source, in words where they are known; "" for the whole. */
  section: string;
  url: string | null;
}

/** Reads a citation such as "CIS 5.22" or "DRUN device". A code that is not in the table stands for itself. */
export function citeSource(reference: string): CitedSource {
  const [code = "", ...rest] = reference.split(" ");
  const section = rest.join(" ");
  const source: Source | undefined = Object.hasOwn(sources, code) ? sources[code as SourceCode] : undefined;
  if (!source) return { title: reference, section: "", url: null };
  const known =
    source.sections && Object.hasOwn(source.sections, section) ? source.sections[section] : undefined;
  return {
    title: source.title,
    section: known ? (code === "OWASP" ? known : `${section} ${known}`) : section,
    url: source.url ?? null,
  };
}
