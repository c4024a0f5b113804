import type { Shell } from "./prepare.ts";
import { continuationLength, readWord, type Word } from "./read-word.ts";
import { readPlaceholder } from "./variables.ts";

/** The words up to a shell operator or the end of a line. */
export interface Command {
  words: Word[];
  /** Operator that ended it: "\n", ";", "&&", "|"…, or "" at the end of the text. */
  endedBy: string;
  /** Offset of that operator. */
  end: number;
  /** The redirection to a file or from one, as written. */
  redirections: string[];
}

const operators = ["&&", "||", "&>>", "&>", ";", "|", "&", ">>", ">", "<"];

/** Splits a paste into commands by the rules of the shell: quotes, escapes, continued lines, comments, operators. */
export function tokenise(source: string, shell: Shell): Command[] {
  const commands: Command[] = [];
  const assignments = new Map<string, string>();
  let words: Word[] = [];
  let redirections: string[] = [];
  let at = 0;
  let continued = false;
  const endCommand = (operator: string): void => {
    if (words.length > 0) commands.push({ words, endedBy: operator, end: at, redirections });
    // What a shell would fill in is no known value.
    const known = words.filter(({ variables }) => variables.every(({ kind }) => kind !== "kept"));
    for (const [name, value] of assignmentsOf(words)) {
      if (known.some(({ text }) => text === `${name}=${value}`)) assignments.set(name, value);
      else assignments.delete(name);
    }
    words = [];
    redirections = [];
  };

  while (at < source.length) {
    const char = source.charAt(at);
    const continuation = continuationLength(source, at, shell);
    const operator = readPlaceholder(source, at)
      ? undefined
      : operators.find((candidate) => source.startsWith(candidate, at));
    if (continuation > 0) {
      at += continuation;
      continued = true;
    } else if (char === "#") {
      at = endOfLine(source, at);
      // A shell would end the command at a comment between continued lines; whoever wrote it did not mean that.
      if (continued) at += source.startsWith("\r\n", at) ? 2 : 1;
    } else if (char === "\n" || char === "\r") {
      endCommand("\n");
      at++;
      continued = false;
    } else if (/\s/.test(char)) {
      at++;
    } else if (operator === undefined) {
      const word = readWord(source, at, shell, false, assignments);
      at = word.end;
      if (word.text !== "" || word.quoted) words.push(word);
      continued = false;
    } else if (/[<>]/.test(operator)) {
      const last = words.at(-1);
      const digit = last?.end === at && /^\d$/.test(last.text);
      const start = digit ? (words.pop()?.start ?? at) : at;
      at = skipTarget(source, at + operator.length, shell);
      redirections.push(source.slice(start, at));
    } else {
      endCommand(operator);
      at += operator.length;
    }
  }
  endCommand("");
  return commands;
}

/** The variables that a command sets where it does nothing else; none where one of its words is something else. */
export function assignmentsOf(words: readonly Word[]): [name: string, value: string][] {
  const rest = words[0]?.text === "export" ? words.slice(1) : words;
  const pairs = rest.flatMap(({ text }): [string, string][] => {
    const [, name, value = ""] = /^([A-Za-z_]\w*)=([^]*)$/.exec(text) ?? [];
    return name === undefined ? [] : [[name, value]];
  });
  return pairs.length === rest.length ? pairs : [];
}

/** Splits into words only, without operators and comments, as compose does with a `command` string. */
export function splitWords(source: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < source.length) {
    if (/\s/.test(source.charAt(at))) at++;
    else if (continuationLength(source, at, "posix") > 0) at += continuationLength(source, at, "posix");
    else {
      const word = readWord(source, at, "posix", true);
      words.push(word);
      at = word.end;
    }
  }
  return words;
}

/** The offset behind the target of a redirection: ` file`, `&1`. */
function skipTarget(source: string, at: number, shell: Shell): number {
  const target = source.slice(at).replace(/^[ \t]*&?/, "");
  return readWord(source, source.length - target.length, shell, false).end;
}

function endOfLine(source: string, at: number): number {
  const end = source.slice(at).search(/[\r\n]/);
  return end < 0 ? source.length : at + end;
}
