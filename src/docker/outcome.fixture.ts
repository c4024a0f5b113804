import { readFileSync } from "node:fs";
import { join } from "node:path";
import { badValue, leftOut, notes, pasteFaults } from "../strings/docker.ts";
import type { Conversion } from "./index.ts";

type Text = string | ((...values: string[]) => string);

// These two list the services of a compose file.
const { chooseService: _, unknownService: __, ...faults } = pasteFaults;

/** Names of texts, so that a table holds `notPort` instead of a sentence, and `size(1x)` where the sentence names a value. */
const known = [leftOut, badValue, notes, faults].flatMap((table) =>
  Object.entries(table as Record<string, Text>).map(
    ([name, text]) => [name, pattern(typeof text === "string" ? () => text : text)] as const,
  ),
);

/** The sentence with a group in the place of each value. */
function pattern(text: (...values: string[]) => string): RegExp {
  const seen = new Set<string>();
  const source = RegExp.escape(text("ⅰ", "ⅱ", "ⅲ")).replace(/[ⅰⅱⅲ]/g, (mark) => {
    if (seen.has(mark)) return `\\k<${mark}>`;
    seen.add(mark);
    return `(?<${mark}>[^]*)`;
  });
  return new RegExp(`^${source}$`);
}

function nameOf(text: string): string {
  for (const [name, form] of known) {
    const match = form.exec(text);
    if (match) return match.length > 1 ? `${name}(${match.slice(1).join(", ")})` : name;
  }
  return text;
}

/** All that came of a paste, a line each: `=` run_config, `+` other fields, `t` title, `-` left out and why, `!` a note, `x` a fault and its place. */
export function outcomeOf(conversion: Conversion): string[] {
  if (!conversion.ok) return [`x ${conversion.line}:${conversion.column} ${nameOf(conversion.message)}`];
  const { run_config, name, ...rest } = conversion.workspace;
  const fields = name === "me/app:1" ? rest : { name, ...rest };
  return [
    ...(run_config === undefined ? [] : [`= ${JSON.stringify(run_config)}`]),
    ...(Object.keys(fields).length === 0 ? [] : [`+ ${JSON.stringify(fields)}`]),
    ...(conversion.title === "Me" ? [] : [`t ${conversion.title}`]),
    ...conversion.notMapped.map(
      ({ option, value, reason }) => `- ${`${option} ${value}`.trim()} (${nameOf(reason)})`,
    ),
    ...conversion.notes.map((note) => `! ${nameOf(note)}`),
  ];
}

/** The text of a row of the table: options of `docker run … me/app:1`, keys of a service with that image, or a whole paste behind `$ ` with ⏎ for line ends. */
export function pasteOf(row: string): string {
  if (row.startsWith("compose {")) {
    const keys = row.slice(9, -1);
    return /\bimage:/.test(keys) ? `{${keys}}` : `{image: "me/app:1", ${keys}}`;
  }
  return row.startsWith("$ ") ? row.slice(2).replaceAll("⏎", "\n") : `docker run ${row} me/app:1`;
}

/**
 * The table: commands and services in our own words, each with all that comes of it, judged by docker's command line and docker-py
 * (tests/slow/docker-oracle.test.ts) and by hand.
 */
export const table: readonly { row: string; outcome: string[] }[] = readFileSync(
  join(import.meta.dirname, "commands.fixture.txt"),
  "utf8",
)
  .trimEnd()
  .split("\n\n")
  .map((block) => {
    const [row = "", ...outcome] = block.split("\n");
    return { row, outcome };
  });
