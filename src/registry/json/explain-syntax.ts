import { own } from "../model/json.ts";
import { createScanner, parseTree, printParseErrorCode, type ParseError } from "jsonc-parser";
import { placeAt } from "../model/locate.ts";
import type { Fault, ProblemCode } from "../model/problem.ts";
import { quote } from "../model/text.ts";
import { json as words } from "../../strings/check.ts";

export type At = (code: ProblemCode, offset: number, args?: Record<string, string>) => Fault;

/** Names trailing commas and comments wherever they are, and the first error of any other kind. */
export function syntaxFaults(text: string, errors: ParseError[], at: At): Fault[] {
  const { comments, commas } = scanForHabits(text);
  const faults = [
    ...comments.map((offset) => at("json-comment", offset)),
    ...commas.map(({ offset, close }) => at("json-trailing-comma", offset, { close })),
  ];
  const strict: ParseError[] = [];
  parseTree(text, strict, { disallowComments: false, allowTrailingComma: true, allowEmptyContent: false });
  const other = strict[0] ?? (faults.length === 0 ? errors[0] : undefined);
  if (other) faults.push(at("json-syntax", other.offset, explain(text, other)));
  return faults;
}

/** Finds habits from JavaScript and from editors: comments and trailing commas. */
function scanForHabits(text: string): { comments: number[]; commas: { offset: number; close: string }[] } {
  const scanner = createScanner(text, false);
  const comments: number[] = [];
  const commas: { offset: number; close: string }[] = [];
  let comma = -1;
  for (let kind: number = scanner.scan(); kind !== 17; kind = scanner.scan()) {
    if (kind === 12 || kind === 13) comments.push(scanner.getTokenOffset());
    else if (kind === 5) comma = scanner.getTokenOffset();
    else if (kind === 2 || kind === 4) {
      if (comma >= 0) commas.push({ offset: comma, close: kind === 2 ? "}" : "]" });
      comma = -1;
    } else if (kind !== 14 && kind !== 15) comma = -1;
  }
  return { comments, commas };
}

/** Half a sentence on the text found and a sentence on the cure, for the errors that people really make. */
function explain(text: string, { error, offset, length }: ParseError): { what: string; cure: string } {
  const found = text.slice(offset, offset + Math.max(length, 1));
  const shown = /^"[^"\\\p{C}]*"$/u.test(found) ? found : quote(found);
  const seen =
    offset >= text.length
      ? words.endOfFile
      : isSecret(text, offset, found)
        ? words.secret
        : shown.slice(0, 30);
  const rest = text.slice(offset);
  if (/^['‘’“”`]/u.test(found)) return words.quotationMark(seen);
  const literal = /^(True|False|None|undefined|NaN|-?Infinity)\b/.exec(rest);
  if (literal) {
    const instead: Record<string, string> = { True: "true", False: "false" };
    const [word] = literal;
    return instead[word] ? words.misspeltLiteral({ word, instead: instead[word] }) : words.literal(word);
  }
  if (/^(<<<<<<<|=======|>>>>>>>)/m.test(rest.slice(0, 8))) return words.merge;
  const open = openBracket(text, offset);
  if (open && (found === "}" || found === "]") && found !== open.closer)
    return words.wrongBracket({ seen: found, open: open.words, closer: open.closer });
  if (open?.closer === "]" && found === ":") return words.keyInList(open.words);
  if (/[\p{L}\p{N}]/u.test(found[0] ?? "") && text[offset - 1] === '"') return words.quoteInText(seen);
  const explanation = words[own<SyntaxWords>(wordsByCode, printParseErrorCode(error)) ?? "other"];
  return typeof explanation === "function" ? explanation(seen) : explanation;
}

type SyntaxWords = (typeof wordsByCode)[keyof typeof wordsByCode];

/** Which words explain an error of jsonc-parser. */
const wordsByCode = {
  CommaExpected: "comma",
  ColonExpected: "colon",
  PropertyNameExpected: "key",
  ValueExpected: "value",
  CloseBraceExpected: "brace",
  CloseBracketExpected: "bracket",
  EndOfFileExpected: "afterEnd",
  UnexpectedEndOfString: "openText",
  InvalidEscapeCharacter: "escape",
  InvalidUnicode: "unicode",
  InvalidCharacter: "control",
  InvalidNumberFormat: "number",
} as const satisfies Record<string, keyof typeof words>;

/** Whether the text found, or a key just before it, names a secret: a report may end up in a public log. */
function isSecret(text: string, offset: number, found: string): boolean {
  const before = text.slice(Math.max(0, offset - 100), offset);
  const line = before.slice(before.lastIndexOf("\n", before.trimEnd().length - 1) + 1);
  return (
    /pass|pw|secret|token|credential|api_?key|docker_user/i.test(line + found) && /[\p{L}\p{N}]/u.test(found)
  );
}

/** The innermost bracket that is open at a place, and how to speak of it; null where none is. */
function openBracket(text: string, end: number): { closer: "}" | "]"; words: string } | null {
  const scanner = createScanner(text.slice(0, end), true);
  const open: { closer: "}" | "]"; offset: number }[] = [];
  for (let kind: number = scanner.scan(); kind !== 17 /* EOF */; kind = scanner.scan()) {
    if (kind === 1 || kind === 3)
      open.push({ closer: kind === 1 ? "}" : "]", offset: scanner.getTokenOffset() });
    else if (kind === 2 || kind === 4) open.pop();
  }
  const last = open.at(-1);
  if (!last) return null;
  const inWords = last.closer === "]" ? words.openList : words.openObject;
  return { closer: last.closer, words: inWords(placeAt(text, last.offset).line) };
}

/** V8 says "… at position 12" or "… (line 1 column 13)" or quotes the text; the position is what is wanted. */
export function firstStrictError(text: string): number {
  try {
    JSON.parse(text);
  } catch (error) {
    const position = /at position (\d+)/.exec(String(error));
    if (position) return Number(position[1]);
  }
  return 0;
}
