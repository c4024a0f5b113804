import type { Flag } from "../../registry/model/types.ts";
import type { ListDiff, ValueChange, WorkspaceDiff } from "./list-diff.ts";

/** A job summary may have 1 MiB; this much of it is ours. */
const mostBytes = 900_000;

/** The diff of the lists and of the flags as Markdown, for a workflow's job summary. What authors wrote appears only inside code. */
export function diffMarkdown(diff: ListDiff): string {
  const { added, removed, changed, identity, counts } = diff;
  const lines = ["## What this does to the lists", ""];
  lines.push(
    ...counts.map(
      ({ schema, before, after }) =>
        `* \`${schema}/list.json\`: ${before === after ? `${after} workspaces, as before` : `${before} → ${after} workspaces`}`,
    ),
    "",
  );
  if (added.length + removed.length + changed.length + identity.length === 0)
    return [...lines, "Nothing changes in the lists.", ""].join("\n");

  const flagged = [...added, ...changed].filter(
    ({ flagsAdded, severity }) => flagsAdded.length > 0 || rank(severity.after) > rank(severity.before),
  );
  if (flagged.length > 0) {
    lines.push(
      "### To look at before merging",
      "",
      "| Workspace | New flags | Severity |",
      "| --- | --- | --- |",
    );
    lines.push(
      ...flagged.map(
        ({ name, flagsAdded, severity }) =>
          `| ${code(name)} | ${flagsAdded.map(flagText).map(code).join(" ") || "—"} | ${severity.before === severity.after ? (severity.after ?? "—") : `${severity.before ?? "none"} → **${severity.after ?? "none"}**`} |`,
      ),
      "",
    );
  }
  const section = (title: string, workspaces: WorkspaceDiff[], open: boolean): void => {
    if (workspaces.length === 0) return;
    lines.push(`### ${title}`, "");
    for (const workspace of workspaces) lines.push(...describe(workspace, open));
  };
  if (identity.length > 0) lines.push("### The registry itself", "", ...diffBlock(identity), "");
  section(`New (${added.length})`, added, true);
  section(`Changed (${changed.length})`, changed, true);
  section(`Gone (${removed.length})`, removed, false);
  return cut(lines);
}

function describe({ folder, name, values, flagsRemoved, filesOnly }: WorkspaceDiff, open: boolean): string[] {
  const title = folder === name ? code(name) : `${code(name)} (${code(folder)})`;
  if (filesOnly) return [`* ${title}: only files beside workspace.json changed (icon, README).`, ""];
  if (!open) return [`* ${title}`, ""];
  const gone =
    flagsRemoved.length > 0
      ? ["", `No longer flagged: ${flagsRemoved.map(flagText).map(code).join(" ")}`]
      : [];
  return [`#### ${title}`, "", ...diffBlock(values), ...gone, ""];
}

function diffBlock(values: readonly ValueChange[]): string[] {
  const body = values.flatMap(({ key, before, after }) => [
    ...(before === undefined ? [] : [`- ${key}: ${before}`]),
    ...(after === undefined ? [] : [`+ ${key}: ${after}`]),
  ]);
  // The fence is longer than any run of backticks inside, so that nothing gets out of it.
  const fence = "`".repeat(Math.max(3, ...(body.join("\n").match(/`+/g) ?? []).map((run) => run.length + 1)));
  return [`${fence}diff`, ...body.map((line) => visible(line).slice(0, 2000)), fence];
}

/** Inline code that holds whatever an author wrote, also in a table. */
function code(text: string): string {
  const clean = visible(text)
    .replace(/[\r\n]+/g, " ")
    .replaceAll("|", "\\|")
    .slice(0, 200);
  const fence = "`".repeat(Math.max(1, ...(clean.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return fence.length > 1 ? `${fence} ${clean} ${fence}` : `\`${clean}\``;
}

/** Control and direction characters as escapes, so that the text reads as it is. */
const visible = (text: string): string =>
  text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

const flagText = ({ flag, property }: Flag): string => `${flag} ${property}`;
const rank = (severity: string | null): number =>
  ["info", "low", "medium", "high", "critical"].indexOf(severity ?? "");

/** Whole lines up to the limit; an open code block is closed. */
function cut(lines: readonly string[]): string {
  const text = lines.join("\n") + "\n";
  if (Buffer.byteLength(text) <= mostBytes) return text;
  const kept: string[] = [];
  let size = 0;
  let fence: string | null = null;
  for (const line of lines) {
    size += Buffer.byteLength(line) + 1;
    if (size > mostBytes) break;
    kept.push(line);
    const mark = /^(`{3,})/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === null ? mark : line === fence ? null : fence;
  }
  return [
    ...kept,
    ...(fence === null ? [] : [fence]),
    "",
    "… and more than fits in here. Run `npm run check` in a checkout to see everything.",
    "",
  ].join("\n");
}
