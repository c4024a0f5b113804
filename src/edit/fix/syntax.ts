import { repairs as words } from "../../strings/tools.ts";
import { createScanner } from "jsonc-parser";
import { placeAt } from "../../registry/model/locate.ts";
import { parseJson } from "../../registry/json/parse.ts";
import type { Edit } from "../../registry/json/edit.ts";
import { applyEdits } from "../../registry/json/edit.ts";
import type { Repair } from "./repair.ts";

/** Kinds of token of jsonc-parser, whose own names cannot be used at run time. */
const closing = new Set([2, 4]);
const comma = 5;
const comments = new Set([12, 13]);
const white = new Set([14, 15]);
const end = 17;

/**
 * Takes out comments and trailing commas, if the text is JSON then. If it is not, another mistake may make a text look like a comment
 * (`{'home': 'https://…'}`), so nothing is touched.
 */
export function fixSyntax(text: string): { text: string; repairs: Repair[] } {
  const fixed = withoutHabits(text);
  return fixed.repairs.length > 0 && parseJson(fixed.text).parsed ? fixed : { text, repairs: [] };
}

/**
 * Takes out what people bring along from JavaScript: comments, and commas before a closing bracket. A line that held a comment only goes as
 * a whole. Strings are never touched.
 */
function withoutHabits(text: string): { text: string; repairs: Repair[] } {
  const edits: Edit[] = [];
  const repairs: Repair[] = [];
  const scanner = createScanner(text, false);
  let pending = -1;
  for (let kind: number = scanner.scan(); kind !== end; kind = scanner.scan()) {
    const offset = scanner.getTokenOffset();
    if (comments.has(kind)) {
      edits.push(withoutComment(text, offset, scanner.getTokenLength()));
      repairs.push({
        code: "json-comment",
        message: words.comment(placeAt(text, offset).line),
      });
    } else if (kind === comma) pending = offset;
    else if (closing.has(kind) && pending >= 0) {
      edits.push({ offset: pending, length: 1, content: "" });
      repairs.push({
        code: "json-trailing-comma",
        message: words.comma({ before: text.charAt(offset), line: placeAt(text, pending).line }),
      });
      pending = -1;
    } else if (!white.has(kind)) pending = -1;
  }
  return { text: applyEdits(text, merge(edits)), repairs };
}

/** The comment with the blanks before it, or with its whole line where nothing else is on it. */
function withoutComment(text: string, offset: number, length: number): Edit {
  const lineStart = offset - (placeAt(text, offset).column - 1);
  const before = text.slice(lineStart, offset);
  const after = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(offset + length));
  if (before.trim() === "" && after)
    return { offset: lineStart, length: offset - lineStart + length + after[0].length, content: "" };
  const blanks = after ? before.length - before.trimEnd().length : 0;
  return { offset: offset - blanks, length: length + blanks, content: "" };
}

/** Edits that touch each other's white space become one. */
function merge(edits: Edit[]): Edit[] {
  const out: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.offset - b.offset)) {
    const last = out.at(-1);
    if (last && edit.offset < last.offset + last.length)
      last.length = Math.max(last.length, edit.offset + edit.length - last.offset);
    else out.push({ ...edit });
  }
  return out;
}
