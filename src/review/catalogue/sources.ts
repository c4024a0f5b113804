import { sourceWords, type SourceWords } from "../../strings/findings.ts";

const moby = "https://github.com/moby/moby/blob/master";
const docs = "https://docs.docker.com";

/** Where each cited document is, by the code that rules cite; null for one that is not on the web. */
export const sourceUrls = {
  KDOC: "https://kasmweb.com/docs/develop/guide/workspace_registry.html",
  KIMG: "https://docs.kasm.com/docs/how-to/workspaces-sessions/container-workspace/customization/building-images",
  KSYS: "https://kasmweb.com/docs/develop/how_to/sysbox_runtime.html",
  KFP: null,
  KTPL: "https://github.com/kasmtech/workspaces_registry_template",
  KWIZ: "https://github.com/kasmtech/kasm-install-wizard",
  KI137: "https://github.com/kasmtech/workspaces-issues/issues/137",
  KI240: "https://github.com/kasmtech/workspaces-issues/issues/240",
  DPY: "https://docker-py.readthedocs.io/en/stable/containers.html",
  DRUN: `${docs}/reference/cli/docker/container/run/`,
  DREF: `${docs}/engine/containers/run/`,
  DPULL: `${docs}/reference/cli/docker/image/pull/`,
  DEXEC: `${docs}/reference/cli/docker/container/exec/`,
  "CLI-OPTS": "https://github.com/docker/cli/blob/master/cli/command/container/opts.go",
  DSEC: `${docs}/engine/security/`,
  DSECC: `${docs}/engine/security/seccomp/`,
  DUSERNS: `${docs}/engine/security/userns-remap/`,
  DHOST: `${docs}/engine/network/drivers/host/`,
  DBIND: `${docs}/engine/storage/bind-mounts/`,
  DRES: `${docs}/engine/containers/resource_constraints/`,
  MOBY: "https://github.com/moby/moby",
  "MOBY-SECOPT": `${moby}/daemon/daemon_unix.go`,
  "MOBY-SECCOMP": `${moby}/daemon/seccomp_linux.go`,
  "MOBY-AA": `${moby}/daemon/oci_linux.go`,
  "MOBY-CAPS": `${moby}/daemon/pkg/oci/caps/defaults.go`,
  "MOBY-DEV": `${moby}/daemon/pkg/oci/devices_linux.go`,
  "MOBY-MOUNT": `${moby}/daemon/volume/mounts/linux_parser.go`,
  "MOBY-TMPFS": `${moby}/daemon/oci_linux.go`,
  "MOBY-USER": "https://github.com/moby/sys/blob/main/user/user.go",
  "MOBY-EXEC": `${moby}/daemon/exec_linux.go`,
  M24387: "https://github.com/moby/moby/issues/24387",
  M36587: "https://github.com/moby/moby/issues/36587",
  M45491: "https://github.com/moby/moby/issues/45491",
  M47357: "https://github.com/moby/moby/issues/47357",
  CIS: "https://github.com/docker/docker-bench-security",
  NIST: "https://doi.org/10.6028/NIST.SP.800-190",
  OWASP: "https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html",
  PSS: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  CAP: "https://man7.org/linux/man-pages/man7/capabilities.7.html",
  TIMENS: "https://man7.org/linux/man-pages/man7/time_namespaces.7.html",
  POSIX: "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/sh.html",
  TRIVY: "https://github.com/aquasecurity/trivy-checks",
} as const satisfies Record<keyof typeof sourceWords, string | null>;

export type SourceCode = keyof typeof sourceUrls;

/** A source that a rule cites: a document, or a section of it ("CIS 5.22", "DRUN device"). */
export type Citation = SourceCode | `${SourceCode} ${string}`;

/** A citation as a page shows it. */
export interface ReadableCitation {
  title: string;
  /** The section, with its title where it is known; "" for the whole document. */
  section: string;
  url: string | null;
}

/** Reads a citation such as "CIS 5.22" or "DRUN device". An unknown code is its own title. */
export function readCitation(citation: string): ReadableCitation {
  const [code = "", ...rest] = citation.split(" ");
  if (!Object.hasOwn(sourceUrls, code)) return { title: citation, section: "", url: null };
  const section = rest.join(" ");
  const words: SourceWords = sourceWords[code as SourceCode];
  const title =
    words.sections && Object.hasOwn(words.sections, section) ? words.sections[section] : undefined;
  return {
    title: words.title,
    section: title ? (code === "OWASP" ? title : `${section} ${title}`) : section,
    url: sourceUrls[code as SourceCode],
  };
}
