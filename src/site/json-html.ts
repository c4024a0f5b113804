import type { Severity } from "../registry/model/types.ts";
import type { JsonView, TokenKind } from "./json-lines.ts";
import { spanOf } from "./json-lines.ts";

/** A JSON layout as HTML: lines in colour, lines with a finding linked to it. Pure. */

/** A finding to mark: where it is, and how the link at the end of its first line reads. */
export interface Mark {
  pointer: string;
  severity: Severity;
  /** Anchor of the explanation on the page. */
  target: string;
  text: string;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text made safe for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

const tags: Readonly<Record<TokenKind, string | null>> = {
  key: "b",
  string: "s",
  other: "i",
  punctuation: null,
};

/** The HTML of all lines. Lines with a mark have the id `prefix` + number, counted from 1. Marks are worst first. */
export function jsonHtml(view: JsonView, marks: readonly Mark[], prefix: string): string {
  const marked = marks.map((mark) => ({ ...mark, span: spanOf(view, mark.pointer) }));
  return view.lines
    .map(({ indent, tokens }, number) => {
      const within = ({ span: [first, last] }: { span: [number, number] }): boolean =>
        number >= first && number <= last;
      const worst = marked.find(within);
      const here = marked.filter(({ span }) => span[0] === number);
      const names = worst ? ["marked", worst.severity] : [];
      const text = tokens
        .map(({ kind, text }) =>
          tags[kind] ? `<${tags[kind]}>${escapeHtml(text)}</${tags[kind]}>` : escapeHtml(text),
        )
        .join("");
      const links = here
        .map(
          ({ target, severity, text }) =>
            `<a class="severity ${severity}" data-no-copy href="#${escapeHtml(target)}">${escapeHtml(text)}</a>`,
        )
        .join("");
      const open =
        names.length || here.length
          ? `<span class="${["line", ...names].join(" ")}"${here.length ? ` id="${prefix}${number + 1}"` : ""}>`
          : `<span class="line">`;
      return `${open}${"  ".repeat(indent)}${text}${links}\n</span>`;
    })
    .join("");
}

/** The line of a pointer's value, counted from 1. */
export function lineOf(view: JsonView, pointer: string): number {
  return spanOf(view, pointer)[0] + 1;
}
