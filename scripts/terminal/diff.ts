import { visible, withoutLogins } from "../../src/registry/model/text.ts";
import { createTwoFilesPatch, OMIT_HEADERS } from "diff";

/**
 * A unified diff of two texts for people: control characters and direction marks are shown as escapes, so that a file cannot speak to the
 * terminal. "" where the texts are equal.
 */
export function showDiff(name: string, before: string, after: string, color: boolean): string {
  if (before === after) return "";
  const patch = createTwoFilesPatch(name, name, before, after, undefined, undefined, {
    context: 3,
    headerOptions: OMIT_HEADERS,
  });
  const lines = [`--- ${name}`, `+++ ${name}`, ...patch.replace(/\n$/, "").split("\n")];
  return `${lines.map((line) => paint(visibleWithTabs(line.replace(/\r$/, "")), color)).join("\n")}\n`;
}

function paint(line: string, color: boolean): string {
  if (!color) return line;
  if (/^(?:---|\+\+\+) /.test(line)) return `\x1b[1m${line}\x1b[0m`;
  const code = { "+": 32, "-": 31, "@": 36 }[line[0] ?? ""];
  return code ? `\x1b[${code}m${line}\x1b[0m` : line;
}

/** The text with every invisible character but the tab as an escape. */
export function visibleWithTabs(text: string): string {
  return text.split("\t").map(visible).join("\t");
}

/** Lines for a terminal or a log, whatever strangers have put into them: without logins, and with every invisible character as an escape. */
export function visibleLines(text: string): string {
  return withoutLogins(text).split("\n").map(visibleWithTabs).join("\n");
}
