import { values } from "../../strings/check.ts";
import { problems, type Wording } from "../../strings/problems.ts";
import type { Problem, ProblemCode } from "./problem.ts";

/** Characters of one value in a message at most; a list of file names or versions may be long. */
const longestArgument = 300;

/** The words of a code, in the language of the registry. */
export function wordingOf(code: ProblemCode): Wording {
  return problems[code];
}

/** The problem in three beats: the fault, why it is one, the edit to make. One line of plain text, in which no value can speak to a terminal. */
export function messageOf(problem: Pick<Problem, "code" | "args">): string {
  const args = Object.fromEntries(
    Object.entries(problem.args).map(([name, value]) => [name, abridge(value, longestArgument)]),
  );
  return visible(wordingOf(problem.code).message(args).replace(/\s+/g, " ").trim());
}

/** What is shown of a long text: its beginning, how much is left out, and its end. */
export function abridge(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.floor(most / 4);
  const left = values.leftOut(text.length - most);
  return `${text.slice(0, most - end)} … ${left} … ${text.slice(text.length - end)}`;
}

const longest = 60;
/** Invisible characters but for that which makes an emoji of a sign, and what begins a command in the log of a workflow. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\ufe0f)\p{DI}|^:(?=:)|\[(?<=##\[)/gu;

/**
 * The text with control, direction and other invisible characters as escapes, and so that it begins no command of GitHub's runners: names
 * come from strangers and go to terminals and logs.
 */
export function visible(text: string): string {
  return text.replace(unsafe, (char) =>
    // One escape for each UTF-16 unit, as in JSON: a character beyond the first plane has two.
    char
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}

/** A value as JSON. Invisible characters are escapes, which say the same: reports are read in terminals and logs as well. */
export function visibleJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2).split("\n").map(visible).join("\n")}\n`;
}

/** The text before the first of these separators; all of it where none is in it. */
export function textBefore(text: string, separator: string): string {
  return text.includes(separator) ? text.slice(0, text.indexOf(separator)) : text;
}

/**
 * Logins in addresses, `https://user:secret@host/`, and at the start of an image name, `user:secret@host/image`, also inside a sentence; a
 * mail address and a digest hold none. A secret may hold slashes, but what follows the colon is no port then.
 */
const logins = [
  /(\/\/)(?:[^\s"/]*|[^\s"/:@]{1,200}:(?!\d+[/\s])[^\s"@][^"@]{0,500})@/g,
  /(^|")(?!mailto:)[^\s"'`(=/:@]{1,200}:(?!\d+\s)[^\s"/@][^"/@]{0,500}@(?!sha\d)/gi,
  /(^|[\s"'`(=])(?!mailto:)[^\s"'`(=/:@]{1,200}:[^\s"/]{1,500}@(?!sha\d)/gi,
];

/**
 * A value as JSON, shortened to a line: how messages quote what they found. Control and direction characters become escapes, and logins are
 * left out, because a report may end up in a public log.
 */
export function quote(value: unknown): string {
  const json = value === undefined ? values.nothing : (JSON.stringify(value) ?? String(value));
  const text = withoutLogins(json);
  const shown = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return visible(shown);
}

/** The text with "…" in place of logins in it. */
export function withoutLogins(text: string): string {
  return logins.reduce((shown, login) => shown.replace(login, "$1…@"), text);
}

/** The first names of a list in quotation marks, for a message. */
export function firstNames(names: readonly string[]): string {
  return names.slice(0, 3).map(quote).join(", ") + (names.length > 3 ? " …" : "");
}

/** "a string", "the number 3", "a list": what a value is, for people. */
export function describe(value: unknown): string {
  return typeof value === "string" ? values.text(quote(value)) : kindOf(value);
}

/** The same without quoting a text, which can hold secrets: where an object belongs, people write JSON or commands as a text. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? values.emptyList : values.list;
  switch (typeof value) {
    case "string":
      return values.someText;
    case "number":
      return values.number(value);
    case "boolean":
      return String(value);
    case "undefined":
      return values.nothing;
    default:
      return values.object;
  }
}
