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

/** The newest Kasm release known to this template. */
export const newestKasm = kasmVersions.at(-1)!.version;

/** Every known release, oldest first; a version whose releases are not known stands for itself. */
export const kasmReleases: readonly string[] = kasmVersions.flatMap(
  ({ version, releases = [version] }) => releases,
);

/** "1.18.x" for "1.18.1". */
export function versionOf(release: string): string {
  return release.replace(/\.\d+$/, ".x");
}

/**
 * Whether a server of this release lists an entry for this version: its own release, or the version that it belongs to, and nothing else.
 * Source: kasmtech/kasm-install-wizard, Kasm's own reader of registry lists.
 */
export function suits(server: string, version: string): boolean {
  return version === server || version === versionOf(server);
}

/** The last release that reads schema 1.0; later ones read 1.1. */
export const lastSchema10 = "1.15.x";

const pattern = /^(\d{1,6})\.(\d{1,6})\.x$/;

/** Major and minor of "1.NN.x", or null where it has another form. */
export function parseVersion(version: string): readonly [major: number, minor: number] | null {
  const match = pattern.exec(version);
  return match ? [Number(match[1]), Number(match[2])] : null;
}

/** Orders by number, so that 1.20.x comes after 1.9.x; what is no version comes first, by code unit. */
export function compareVersions(a: string, b: string): number {
  const left = parseVersion(a);
  const right = parseVersion(b);
  if (left && right) return left[0] - right[0] || left[1] - right[1];
  if (left) return 1;
  if (right) return -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The schema that this Kasm version reads: 1.0 up to 1.15, 1.1 from 1.16 on, also for releases not known yet. */
export function schemaRead(version: string): SchemaVersion {
  return compareVersions(version, lastSchema10) <= 0 ? "1.0" : "1.1";
}

/**
 * The version an author probably meant: "1.13", "1.13.1", "v1.13" and "1.13.X" mean "1.13.x".
 * Null where nothing can be guessed.
 */
export function likelyVersion(text: string): string | null {
  const match = /^\s*v?(\d{1,6})\.(\d{1,6})(?:\.(?:x|X|\*|\d{1,6}))?\s*$/.exec(text);
  return match ? `${Number(match[1])}.${Number(match[2])}.x` : null;
}
