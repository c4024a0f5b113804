import type { problems } from "../../strings/problems.ts";

export type ProblemSeverity = "error" | "warning";

export type ProblemCode = keyof typeof problems;

/** A mistake for the author to fix. Its words are in src/strings/en/problems.ts. */
export interface Problem {
  code: ProblemCode;
  /** Relative to the content folder, with forward slashes; "" for the folder itself. */
  file: string;
  /** JSON pointer; "" for the whole file. */
  pointer: string;
  /** Values that the wording needs. */
  args: Record<string, string>;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
  /** Given where this place makes an error of its code a warning. */
  severity?: "warning";
}

/** A problem of one text, before it is known which file the text is. */
export type Fault = Omit<Problem, "file">;

/**
 * Every problem that this program can name; an error stops a build: it is something that a Kasm server cannot use, that breaks other
 * people's servers, that would be published by mistake, or that cannot be read. All else is a warning, and published as authored. Codes are permanent: a code is never renamed or given another meaning.
 */
export const severities = {
  // Reading the disk
  "no-content-folder": "error",
  "no-workspaces": "error",
  "empty-registry": "warning",
  "folder-without-json": "warning",
  "json-name-near-miss": "error",
  "stray-workspace": "error",
  "name-ambiguous": "error",
  "not-a-regular-file": "error",
  unreadable: "error",
  "file-too-large": "error",
  "folder-name-unsafe": "error",
  "folder-name-clash": "error",

  // Reading JSON
  "json-empty": "error",
  "json-encoding": "error",
  "json-bom": "error",
  "json-syntax": "error",
  "json-trailing-comma": "error",
  "json-comment": "error",
  "json-duplicate-key": "error",
  "json-too-deep": "error",
  "json-too-many": "error",
  "json-number": "error",
  "json-lone-surrogate": "error",
  "more-problems": "warning",
  "json-not-object": "error",

  // A workspace against its schema
  "missing-key": "error",
  "unknown-key": "warning",
  "unknown-setting": "warning",
  "unknown-option": "warning",
  "deployment-key": "warning",
  "credential-in-entry": "error",
  "size-missing": "warning",
  "size-zero": "warning",
  "unlikely-unit": "warning",
  "gpu-contradiction": "warning",
  "wrong-type": "error",
  "null-value": "error",
  "empty-value": "error",
  "not-allowed": "error",
  "out-of-range": "error",
  "duplicate-item": "warning",
  "wrong-pattern": "error",
  "unknown-architecture": "error",
  "schema-10-key": "warning",
  "schema-11-key": "warning",
  "mixed-compatibility": "error",

  // Meaning of the values
  "version-pattern": "warning",
  "duplicate-version": "warning",
  "no-newest-version": "warning",
  "no-suitable-version": "warning",
  "too-many-categories": "warning",
  "near-duplicate-category": "warning",
  "invalid-image": "error",
  "image-without-tag": "warning",
  "image-registry-missing": "warning",
  "image-local-name": "warning",
  "images-lock-broken": "warning",
  "image-missing": "warning",
  "image-lacks-architecture": "error",
  "image-no-kasm-port": "warning",
  "size-differs": "warning",
  "image-no-latest": "warning",
  "docker-registry-address": "warning",
  "launch-duplicate-key": "warning",
  "launch-destination": "warning",
  "launch-saved-secret": "warning",

  // Findings that are certain
  "will-not-start": "warning",
  "setting-refused": "warning",
  "exec-lost-arguments": "warning",
  "own-display": "warning",

  // Icons
  "icon-missing": "error",
  "icon-case": "error",
  "icon-borrowed": "error",
  "icon-url": "error",
  "icon-blob": "error",
  "icon-path": "error",
  "icon-type": "error",
  "icon-extension": "error",
  "icon-content-type": "warning",
  "icon-broken": "error",
  "icon-too-large": "error",
  "icon-blank": "warning",
  "icon-stripped": "warning",
  "icon-unsized": "warning",
  "icon-not-square": "warning",
  "icon-small": "warning",
  "icon-clash": "warning",

  // The registry as a whole
  "duplicate-name": "warning",
  "duplicate-image": "warning",
  "mixed-channels": "warning",
  "unknown-channel": "warning",
  "registry-icon-missing": "error",
  "unknown-language": "error",
  "registry-address": "error",
  "list-invalid": "error",
  "readme-front-matter": "warning",
  "readme-key": "warning",
  "replaced-by-unknown": "error",
  "withdrawn-still-here": "error",
  "former-address": "error",
  "deprecated-too-long": "warning",
  "rule-failed": "error",
} as const satisfies Record<ProblemCode, ProblemSeverity>;

export const problemCodes = Object.keys(severities) as ProblemCode[];

/** A problem of a file as a whole, or one whose place in the text nobody knows. */
export function problemOf(code: ProblemCode, file: string, args: Problem["args"], pointer = ""): Problem {
  return { code, file, pointer, args, line: 1, column: 1 };
}

/** Whether the problem stops a build. */
export function severityOf(problem: Pick<Problem, "code" | "severity">): ProblemSeverity {
  return problem.severity ?? severities[problem.code];
}

/** Orders by file, line and column, then by code, so that a report reads from top to bottom and never changes order. */
export function compareProblems(a: Problem, b: Problem): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
