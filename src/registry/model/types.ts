/** Words used for one thing each, from the folder on disk to the published list. */

import type { ImageLock } from "./image-facts.ts";
import type { OldAddresses } from "./old-addresses.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import type { FormerNames, Retirement } from "./retirement.ts";
import type { Workspace10, Workspace11 } from "./schema-types.ts";

export type SchemaVersion = "1.0" | "1.1";

/** A file of a workspace folder, as the disk has it. Hash and size are of the whole content. */
export interface SourceFile {
  /** Bare file name. */
  name: string;
  /** Absolute path. */
  path: string;
  /** Bytes. */
  size: number;
  /** Hex SHA-1 of the content; "" where the file was not read (too large, not a regular file). */
  sha1: string;
  /** Kind of the directory entry; only regular files are ever read. */
  kind: "file" | "directory" | "link" | "other";
  /** The first bytes say what an image really is; null where they say nothing known. */
  image: ImageInfo | null;
}

export type ImageFormat = "png" | "jpeg" | "gif" | "webp" | "svg" | "ico" | "avif" | "bmp" | "tiff" | "lfs";

/** Facts from the header of an image. Sizes in pixels; null where the header has none or cannot be read. */
export interface ImageInfo {
  format: ImageFormat;
  width: number | null;
  height: number | null;
  /** Why browsers would show a broken picture, as half a sentence; null where nothing is known against it. */
  fault: string | null;
  /** Pictures of an animation, where there are several. */
  frames?: number;
  /** Parts of a drawing that are not published, because they run or load something. */
  lost?: string[];
  /** A drawing in which nothing leaves a mark. */
  isBlank?: true;
}

/** One folder of the content folder: raw, unparsed, so that a syntax error is an ordinary problem. */
export interface WorkspaceSource {
  /** Folder name as the disk has it. */
  folder: string;
  /** URL-safe, unique in the registry, stable as long as the folder name is. */
  slug: string;
  /** Bytes of workspace.json; null where there is none. */
  bytes: Uint8Array | null;
  /** Text of README.md; null where there is none. */
  readme: string | null;
  files: SourceFile[];
  /** 40 hex digits; folder-hash 4 of the folder. */
  sha: string;
  /** 64 hex digits, of the names and contents of all files (sumOfFolder). */
  sha256: string;
  /** Milliseconds since 1970: last commit touching the folder, else its newest file time. */
  modified: number;
  /** Milliseconds since 1970: first commit touching the folder; equals `modified` where git is silent. */
  created: number;
}

/** Parsed values that their schema takes, `$schema` included as authored. Keys that the schema does not have are in `entries` alone. */
export type Checked = { schema: "1.0"; data: Workspace10 } | { schema: "1.1"; data: Workspace11 };

/** An authored workspace without an error. `entries` keeps keys, order and the exact JSON text of every value. */
export type Workspace = Checked & {
  folder: string;
  slug: string;
  /** Authored keys in authored order with the minified text of their values; without `$schema`. */
  entries: RawEntry[];
  /** Text of workspace.json as authored (without a byte-order mark). */
  text: string;
  icon: WorkspaceIcon;
  sha: string;
  sha256: string;
  modified: number;
  created: number;
  readme: string | null;
  /** What its README says of its end; `replacedBy` is a slug. */
  deprecated: Retirement | null;
  /** Everything in the folder. */
  files: SourceFile[];
};

/** A key and the JSON text of its value: numbers, escapes and key order survive exactly. */
export type RawEntry = readonly [key: string, json: string];

export interface WorkspaceIcon {
  /** The authored file; `name` is what image_src says. */
  file: SourceFile;
  /** The name under which it is published in 1.0/icons/ and 1.1/icons/. */
  published: string;
}

export type FlagId = "flag_user" | "flag_privileged" | "flag_property";

/** An official flag, in the form that the documentation shows. */
export interface Flag {
  flag: FlagId;
  property: string;
}

export type Severity = "info" | "low" | "medium" | "high" | "critical";

/** Our explanation of one value: what it allows and what to do. Never changes an official flag. */
export interface Finding {
  rule: string;
  /** The top-level run_config property, another key of the workspace, "(image)", or "(combination)" where several make the finding. */
  property: string;
  /** Path below run_config (`security_opt[0]`, `volumes./var/run/docker.sock`), or from `exec_config` on. */
  path: string;
  /** JSON pointer from the root of workspace.json (`/run_config/security_opt/0`), for marking the line. */
  pointer: string;
  /** The official flag of that property, or null. */
  flag: FlagId | null;
  severity: Severity;
  reason: string;
  advice: string;
  sources: string[];
  /** The code under which `check` warns of it too: with this value, a session or a command does not start. */
  warning?: ProblemCode;
}

export type FlaggedWorkspace = Workspace & {
  flags: Flag[];
  findings: Finding[];
  /** The highest severity of the findings, or null. */
  severity: Severity | null;
  /** The same without findings that are common among public workspaces. */
  standsOut: Severity | null;
};

/** The registry's own identity, complete: authored values over derived ones. */
export interface Identity {
  name: string;
  description: string;
  /** Absolute address. */
  icon: string;
  contactUrl: string;
  /** Absolute root of the site with a trailing slash. */
  url: string;
  /** Web address of the source repository, or null. */
  source: string | null;
  defaultChannel: string | null;
  flagsInList: boolean;
  icons: "fit" | "original";
  /** A pull request that brings a finding of this severity or worse fails; null: none does. */
  failOn: Severity | null;
  accent: string | null;
  lang: string;
  dir: "ltr" | "rtl";
}

/** A file that a commit changed. Null where there is none on that side; a link or another repository counts as none. */
export interface FileChange {
  /** Below the content folder. */
  path: string;
  /** Hex ids of the blobs. */
  before: string | null;
  after: string | null;
}

/** A commit to the branch that is checked out; a merge is one commit, with all that it brings. Nothing about its author. */
export interface Commit {
  /** 40 or 64 hex digits. */
  id: string;
  /** Milliseconds since 1970. */
  time: number;
  /** Whether its own clock was wrong, so that `time` is a neighbour's. */
  isMisdated: boolean;
  changes: FileChange[];
}

/** Those commits that touch the content folder. */
export interface GitLog {
  /** The oldest first; each is as old as the one before it, or younger. */
  commits: Commit[];
  /** Whether the beginning of the history is missing, as in a checkout with `fetch-depth: 1`. */
  shallow: boolean;
  /** The commit that is checked out, whether it touches the content or not. */
  head?: string;
  /** Why git could not read it, though there is one; then there are no commits here. */
  failure?: string;
}

/** Where what is built comes from; left out is what nobody said. */
export interface Origin {
  /** Web address of the repository. */
  repository?: string;
  /** Hex digits. */
  commit?: string;
  /** As GitHub names it: owner/name/.github/workflows/publish.yml@refs/heads/main. */
  workflow?: string;
  /** Where that workflow signs what it builds. */
  attested?: true;
}

/** Everything that check, build and the store-front know about a registry. */
export interface Registry {
  /** Absolute path of the content folder. */
  root: string;
  identity: Identity;
  origin: Origin;
  /** The valid ones, in list order. */
  workspaces: FlaggedWorkspace[];
  /** What is known about images; empty where the content folder has no lock. */
  images: ImageLock;
  problems: Problem[];
  /** Folders left out because of errors. */
  invalid: string[];
  /** Examples of the template left out because the registry has workspaces of its own. */
  aside: string[];
  /** All examples as the template delivers them, published or not. */
  examples: string[];
  /** Workspaces that registry.json says were withdrawn or renamed. */
  former: FormerNames;
  /** Pages of a site made with the official template, with the folders that they showed. */
  oldAddresses: OldAddresses;
  /** Milliseconds since 1970 of the newest change to the content. */
  modified: number;
  /** Commits that touch the content. Where the beginning is missing, dates are too young. */
  log: GitLog;
}
