import { pasteFaults } from "../strings/docker.ts";
import { PasteError } from "./converted-workspace.ts";
import type { Shell } from "./prepare.ts";
import { readPlaceholder, readVariable, type Assignments, type Variable } from "./variables.ts";

/** A word as the program would get it; offsets are those of its first and behind its last character in the paste. */
export interface Word {
  text: string;
  start: number;
  end: number;
  variables: Variable[];
  /** Whether any part was in quotes, so that an empty word still counts. */
  quoted: boolean;
}

/** A word while it is read. */
interface Reading extends Word {
  source: string;
  shell: Shell;
  /** Quotes and escapes only: no operators, no variables, no command substitution. */
  plain: boolean;
  assignments: Assignments;
  /** Offset of the last colon in the word; -1 where it has none. */
  colon: number;
}

/** The escape character of each shell, outside single quotes. */
const escapes: Record<Shell, string> = { posix: "\\", powershell: "`", cmd: "^" };

/**
 * Reads the word that begins at `start`, up to a blank or, unless `plain`, an operator.
 * Throws PasteError at a quote that is never closed.
 */
export function readWord(
  source: string,
  start: number,
  shell: Shell,
  plain: boolean,
  assignments: Assignments = new Map(),
): Word {
  const word: Reading = {
    text: "",
    start,
    end: start,
    variables: [],
    quoted: false,
    source,
    shell,
    plain,
    assignments,
    colon: -1,
  };
  while (word.end < source.length) {
    const char = source.charAt(word.end);
    if (/\s/.test(char) || continuationLength(source, word.end, shell) > 0) break;
    const placeholder = !plain && char === "<" ? readPlaceholder(source, word.end) : null;
    if (placeholder) takeVariable(word, placeholder);
    else if (!plain && ";|&<>".includes(char)) break;
    else readPart(word, char);
  }
  return word;
}

/**
 * Length of an escape and the line end that it hides, or 0. Blanks between the two are forgiven, as nobody sees them, and so is a
 * comment, although a shell would end the command there.
 */
export function continuationLength(source: string, at: number, shell: Shell): number {
  if (source[at] !== escapes[shell] && source[at] !== "\\") return 0;
  const beginsWord = /^\s?$/.test(source.charAt(at - 1));
  const end = beginsWord ? /^.(?:[ \t]*|[ \t]+#[^\r\n]*)(?:\r\n|\n|\r|$)/ : /^.[ \t]*(?:\r\n|\n|\r|$)/;
  return end.exec(source.slice(at, at + 500))?.[0].length ?? 0;
}

function readPart(word: Reading, char: string): void {
  const next = word.source[word.end + 1];
  const posix = word.shell === "posix" && !word.plain;
  if (char === '"') readDouble(word);
  else if (char === "'") readSingle(word);
  else if (posix && char === "$" && next === "'") readAnsi(word);
  else if (posix && char === "`") readBackticks(word);
  else if (char === escapes[word.shell] && next !== undefined && !isWindowsPath(word)) take(word, next, 2);
  else readPlain(word, char);
}

/** A variable reference, or one ordinary character. */
function readPlain(word: Reading, char: string): void {
  const dollar = char === "$" && !word.plain ? readDollar(word) : null;
  const found = dollar ?? (word.shell === "cmd" ? readPercent(word.source, word.end) : null);
  if (found) takeVariable(word, found);
  else take(word, char, 1);
}

/** A value with blanks is kept as a reference outside quotes, where a shell would make several words of it. */
function readDollar(word: Reading): Variable | null {
  const found = readVariable(word.source, word.end, word.assignments);
  const bracket = word.source[word.end + 1] ?? "";
  if (!found && word.shell === "posix" && /[{(]/.test(bracket))
    throw new PasteError(pasteFaults.unclosedBracket(`$${bracket}`, bracket === "{" ? "}" : ")"), word.end);
  const splits = found?.kind === "known" && !word.quoted && /\s/.test(found.value);
  return splits ? readVariable(word.source, word.end) : found;
}

function takeVariable(word: Reading, variable: Variable): void {
  word.variables.push(variable);
  take(word, variable.value, variable.written.length);
}

function readDouble(word: Reading): void {
  const open = word.end++;
  word.quoted = true;
  while (word.end < word.source.length) {
    const char = word.source.charAt(word.end);
    const next = word.source[word.end + 1];
    const escaping = char === escapes[word.shell] && next !== undefined;
    if (char === '"') return void word.end++;
    if (char === "`" && word.shell === "posix" && !word.plain) {
      readBackticks(word);
      continue;
    }
    if (escaping && next === "\n") take(word, "", 2);
    else if (escaping && (word.shell === "powershell" || '$`"\\'.includes(next))) take(word, next, 2);
    else readPlain(word, char);
  }
  throw unclosed('"', open);
}

function readSingle(word: Reading): void {
  const end = word.source.indexOf("'", word.end + 1);
  if (end < 0) throw unclosed("'", word.end);
  word.quoted = true;
  take(word, word.source.slice(word.end + 1, end), end + 1 - word.end);
}

/** `$'…'` with the escapes of C. */
function readAnsi(word: Reading): void {
  const letters: Record<string, string> = { n: "\n", t: "\t", r: "\r", a: "\x07", e: "\x1b" };
  const match = /^\$'((?:[^'\\]|\\[^])*)'/.exec(word.source.slice(word.end));
  if (!match) throw unclosed("'", word.end + 1);
  word.quoted = true;
  const [, inner = ""] = match;
  const value = inner.replace(
    /\\([^])/g,
    (escape, letter: string) => letters[letter] ?? (/['"\\?]/.test(letter) ? letter : escape),
  );
  take(word, value, match[0].length);
}

/** A command substitution is kept; one that holds a comment only, as in `#optional`, leaves nothing behind. */
function readBackticks(word: Reading): void {
  const end = word.source.indexOf("`", word.end + 1);
  if (end < 0) throw unclosed("`", word.end);
  const written = word.source.slice(word.end, end + 1);
  const value = /^`\s*#/.test(written) ? "" : written;
  if (value) word.variables.push({ written, value, kind: "kept", at: word.end });
  take(word, value, written.length);
}

/** `%CD%` of cmd. */
function readPercent(source: string, at: number): Variable | null {
  const written = /^%\w+%/.exec(source.slice(at, at + 200))?.[0];
  return written === undefined ? null : { written, value: written, kind: "kept", at };
}

/** Whether the word so far holds a drive letter: then a backslash separates folders, whatever the shell. Looks at no more than its colon, because a word may hold a hundred thousand backslashes. */
function isWindowsPath({ source, start, end, colon }: Reading): boolean {
  const isDrive = /^[=,]?[A-Za-z]$/.test(source.slice(Math.max(start, colon - 2), Math.max(start, colon)));
  return isDrive && (colon + 1 === end || source[colon + 1] === "\\");
}

function take(word: Reading, value: string, length: number): void {
  const colon = word.source.slice(word.end, word.end + length).lastIndexOf(":");
  if (colon >= 0) word.colon = word.end + colon;
  word.text += value;
  word.end += length;
}

function unclosed(quote: string, offset: number): PasteError {
  return new PasteError(pasteFaults.unclosedQuote(quote), offset);
}
