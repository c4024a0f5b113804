import { badValue, leftOut, notes } from "../strings/docker.ts";
import type { PartialWorkspace } from "./converted-workspace.ts";

/** A part of a text that stands for something else: a reference to a variable, or a placeholder such as `<your-key>`. */
export interface Variable {
  /** As written: `$PWD`, `${TZ:-UTC}`, `$(id -u)`, `<your-key>`. */
  written: string;
  /** Its replacement in the workspace: a default, a value from the same paste, else as written. */
  value: string;
  kind: "kept" | "default" | "known" | "placeholder";
  /** Its offset in the text that it was read from. */
  at: number;
}

/** Variables that the paste itself sets, as `IMAGE=a/b:1` on a line of its own does. */
export type Assignments = ReadonlyMap<string, string>;

/**
 * The variable reference that begins at `at` (a `$`), or null where the `$` is an ordinary character.
 * Source: POSIX 2.6.2 and the compose specification, which share this notation.
 */
export function readVariable(text: string, at: number, assignments?: Assignments): Variable | null {
  const written = reference(text, at);
  if (written === null) return null;
  const known = assignments?.get(variableName(written));
  if (known !== undefined) return { written, value: known, kind: "known", at };
  const fallback = /^\$\{\w+:?-([^]*)\}$/.exec(written)?.[1];
  if (fallback === undefined || fallback.includes("$")) return { written, value: written, kind: "kept", at };
  return { written, value: fallback, kind: "default", at };
}

/** `TAG` of `$TAG`, `${TAG}` and `${TAG:-1}`; "" where a command or a number takes its place. */
export function variableName(written: string): string {
  return /^\$\{?([A-Za-z_]\w*)/.exec(written)?.[1] ?? "";
}

/**
 * A word between angle brackets that a reader is meant to replace, or a `<(command)` that a shell would; null where it may be a
 * redirection, which has a blank or an operator there.
 */
export function readPlaceholder(text: string, at: number): Variable | null {
  const command = text.startsWith("<(", at) ? reference(text, at) : null;
  if (command !== null) return { written: command, value: command, kind: "kept", at };
  const written = /^<[^\s<>|&;=(](?:[^<>\r\n]*[^\s<>])?>/.exec(text.slice(at, at + 200))?.[0];
  return written === undefined ? null : { written, value: written, kind: "placeholder", at };
}

/** The notes and reasons from here on are those of one option. */
export interface Before {
  notMapped: number;
  notes: number;
}

/**
 * Tells the reader about the variables of an option, once: not where its note or its reason names them already, nor where the paste
 * itself has the value. A value left out because of its form could not be read for its variable.
 */
export function noteVariables(
  partial: PartialWorkspace,
  variables: readonly Variable[],
  option: string,
  before: Before,
): void {
  const kept = variables.filter(({ kind }) => kind === "kept");
  for (const entry of partial.notMapped.slice(before.notMapped)) {
    const unknown = kept.find(({ written }) => entry.value.includes(written));
    if (unknown && isOfForm(entry.reason)) entry.reason = badValue.variable(unknown.written);
  }
  const isLeftOut = (text: string): boolean =>
    partial.notMapped.slice(before.notMapped).some(({ value }) => value.includes(text));
  const said = [...partial.notes].slice(before.notes).join("\n");
  for (const { written } of kept)
    if (!said.includes(written) && !isLeftOut(written))
      partial.notes.add(notes.variableKept(option, written));
  for (const { written, value, kind } of variables)
    if (kind === "default" && !isLeftOut(value))
      partial.notes.add(notes.defaultTaken(option, written, value));
}

/** Whether a reason says that a value is not of the form that docker takes. */
function isOfForm(reason: string): boolean {
  return Object.entries(leftOut).some(
    ([key, text]) => text === reason && /^(?:not[A-Z]|volumeName$)/.test(key),
  );
}

/** What people write for a value that a reader is to replace. Go's templates, `{{.Name}}`, are docker's own. */
const placeholder =
  /<[A-Za-z][\w -]*>|\{\{ ?[A-Za-z_][\w -]*\}\}|(?<![\w%])%[A-Za-z_]\w*%(?![\w%])|\byour(?!ls|s\b|sel[fv])[-_.]?[a-z][\w.-]*|\bchange[-_]?(?:me|it|this)(?![a-z])\w*|\breplace[-_](?:me|this|with)[\w-]*|(?<![a-z\d])x{4,}(?![a-z\d])|(?<=^|[=:"])(?:\.{3}|…)(?=$|[:"])/gi;

export function isPlaceholder(value: string): boolean {
  return value.search(placeholder) >= 0;
}

/**
 * Tells the reader about the placeholders that are kept: they may be meant as they are written. Not where another note names them already.
 * A value left out because of its form could not be read for its placeholder.
 */
export function notePlaceholder(
  partial: PartialWorkspace,
  value: string,
  option: string,
  before: Before,
): void {
  const leftOutHere = partial.notMapped.slice(before.notMapped);
  for (const entry of leftOutHere) {
    const [written] = entry.value.match(placeholder) ?? [];
    if (written !== undefined && isOfForm(entry.reason)) entry.reason = badValue.placeholder(written);
  }
  const said = [...[...partial.notes].slice(before.notes), ...leftOutHere.map((entry) => entry.value)];
  for (const [written] of value.matchAll(placeholder))
    if (!said.some((text) => text.includes(written)))
      partial.notes.add(notes.placeholderKept(option, written));
}

/** The reference as written. */
function reference(text: string, at: number): string | null {
  const next = text[at + 1] ?? "";
  if (next !== "{" && next !== "(") {
    return /^\$(?:env:)?(?:[A-Za-z_]\w*|[0-9@*#?!])/.exec(text.slice(at, at + 200))?.[0] ?? null;
  }
  const end = closing(text, at + 1, next, next === "{" ? "}" : ")");
  return end < 0 ? null : text.slice(at, end + 1);
}

/** Offset of the bracket that closes the one at `open`, or -1. Looks 2,000 characters ahead, so that odd input stays quick. */
function closing(text: string, open: number, left: string, right: string): number {
  let depth = 0;
  const end = Math.min(text.length, open + 2000);
  for (let at = open; at < end; at++) {
    if (text[at] === left) depth++;
    if (text[at] === right && --depth === 0) return at;
  }
  return -1;
}
