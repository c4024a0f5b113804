import type { SchemaVersion } from "./types.ts";

/**
 * The Kasm versions that are known to exist, oldest first, the schema that each reads, and its releases where they are known.
 * Source: release notes of Kasm Workspaces and the compatibility lists of published registries; a new version is one line here.
 */
export const kasmVersions: readonly {
  version: string;
  reads: SchemaVersion;
  releases?: readonly string[];
}[] = [
  { version: "1.12.x", reads: "1.0" },
  { version: "1.13.x", reads: "1.0" },
  { version: "1.14.x", reads: "1.0" },
  { version: "1.15.x", reads: "1.0" },
  { version: "1.16.x", reads: "1.1", releases: ["1.16.0", "1.16.1"] },
  { version: "1.17.x", reads: "1.1", releases: ["1.17.0"] },
  { version: "1.18.x", reads: "1.1", releases: ["1.18.0", "1.18.1"] },
  { version: "1.19.x", reads: "1.1", releases: ["1.19.0"] },
];

/** The ends of the table, which is never empty. */
export const [oldestKasm, newestKasm] = [kasmVersions[0]!.version, kasmVersions.at(-1)!.version];

/** Releases by their full number, oldest first; `compatibility` can name one instead of all of its minor version. */
export const kasmReleases: readonly string[] = kasmVersions.flatMap(({ releases = [] }) => releases);

/** Every server that may read a list, oldest first: the releases, and versions whose releases are not known. */
export const kasmServers: readonly string[] = kasmVersions.flatMap(
  ({ version, releases = [version] }) => releases,
);

/** The first version that reads schema 1.1; older ones read 1.0. */
const firstSchema11 = "1.16.x";

type Numbers = readonly [major: number, minor: number, patch?: number];

/** The numbers of "1.NN.x" or of an exact "1.NN.P", or null where it has another form. */
export function parseVersion(version: string): Numbers | null {
  const match = /^(\d{1,6})\.(\d{1,6})\.(?:x|(0|[1-9]\d{0,5}))$/.exec(version);
  return match && (match.slice(1, match[3] ? 4 : 3).map(Number) as unknown as Numbers);
}

/** Orders by number, so that 1.20.x comes after 1.9.x, and 1.9.x before 1.9.0; what is no version comes first, by code unit. */
export function compareVersions(a: string, b: string): number {
  const left = parseVersion(a);
  const right = parseVersion(b);
  if (left && right) return left[0] - right[0] || left[1] - right[1] || (left[2] ?? -1) - (right[2] ?? -1);
  if (left) return 1;
  if (right) return -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** "1.NN.x" of an exact version; any other text as it is. */
export function minorVersion(version: string): string {
  const parsed = parseVersion(version);
  return parsed ? `${parsed[0]}.${parsed[1]}.x` : version;
}

/**
 * Whether a server takes an entry of this version: its own, or all of its minor version. Where both are listed, it takes its own.
 * Source: kasmtech/kasm-install-wizard, Kasm's own reader of registry lists.
 */
export function suits(server: string, version: string): boolean {
  return version === server || version === minorVersion(server);
}

/** Those of some servers that take one of these versions. */
export function serversFor(versions: readonly string[], servers: Iterable<string>): string[] {
  return [...servers].filter((server) => versions.some((version) => suits(server, version)));
}

/** The schema that this Kasm version reads: 1.0 up to 1.15, 1.1 from 1.16 on, also for releases not known yet. */
export function schemaRead(version: string): SchemaVersion {
  return compareVersions(version, firstSchema11) < 0 ? "1.0" : "1.1";
}

/**
 * The version an author probably meant: "1.13", "v1.13" and "1.13.X" mean "1.13.x", "v1.13.1" means "1.13.1".
 * Null where nothing can be guessed.
 */
export function likelyVersion(text: string): string | null {
  const match = /^\s*v?(\d{1,6})\.(\d{1,6})(?:\.(?:x|X|\*|(\d{1,6})))?\s*$/.exec(text);
  return match && `${Number(match[1])}.${Number(match[2])}.${match[3] ? Number(match[3]) : "x"}`;
}
