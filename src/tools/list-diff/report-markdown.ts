import { texts } from "../../history/index.ts";
import { sentenceOf, titleOf as changeTitle } from "../../site/change-texts.ts";
import { currentLanguage } from "../../strings/translated.ts";
import { report as checkWords } from "../../strings/check.ts";
import { listDiff as words } from "../../strings/tools.ts";
import { abridge, visible } from "../../registry/model/text.ts";
import type { Flag, Severity } from "../../registry/model/types.ts";
import type { ListDiff, MovedWorkspace, ValueChange, WorkspaceDiff } from "./list-diff.ts";
import { findingLines } from "./report-findings.ts";

/** A job summary may have 1 MiB; this much of it is ours. */
const maxBytes = 900_000;

/** The diff of the lists and of the flags as Markdown, for a workflow's job summary. Text by authors appears only inside code. */
export function diffMarkdown(diff: ListDiff, prefix = ""): string {
  const { added, removed, moved, changed, identity, counts, aside } = diff;
  const lines = [`## ${words.title}`, ""];
  lines.push(
    ...counts.map(
      ({ schema, before, after }) =>
        `* \`${schema}/list.json\`: ${before === after ? words.sameCount(after) : words.counts({ before, after })}`,
    ),
    "",
    ...(aside.length > 0 ? [words.aside(aside.map(code)), ""] : []),
  );
  if ([added, removed, moved, changed, identity].every((list) => list.length === 0))
    return [...lines, words.nothing, ""].join("\n");

  lines.push(
    ...findingLines(diff, { prefix, code }),
    ...flagTable([...added, ...moved, ...changed]),
    ...(identity.length > 0
      ? [`### ${words.registry}`, "", ...diffBlock(identity, "registry.json"), ""]
      : []),
  );
  const section = (title: string, workspaces: readonly string[][]): void => {
    if (workspaces.length > 0) lines.push(`### ${title}`, "", ...workspaces.flat());
  };
  section(
    words.added(added.length),
    added.map((workspace) => describe(workspace)),
  );
  section(words.moved(moved.length), moved.map(describeMove));
  section(
    words.changed(changed.length),
    changed.map((workspace) => describe(workspace)),
  );
  section(
    words.removed(removed.length),
    removed.map((workspace) => [`* ${titleOf(workspace)}`, ""]),
  );
  return cut(lines);
}

/** The workspaces with new flags or a higher severity. */
function flagTable(workspaces: readonly WorkspaceDiff[]): string[] {
  const rows = workspaces
    .filter(
      ({ flagsAdded, severity }) => flagsAdded.length > 0 || rank(severity.after) > rank(severity.before),
    )
    .map(
      ({ name, flagsAdded, severity }) =>
        `| ${cell(name)} | ${flagsAdded.map(flagText).map(cell).join(" ") || "—"} | ${severityText(severity)} |`,
    );
  if (rows.length === 0) return [];
  return [`### ${words.review}`, "", `| ${words.columns.join(" | ")} |`, "| --- | --- | --- |", ...rows, ""];
}

const titleOf = ({ folder, name }: WorkspaceDiff): string =>
  folder === name ? code(name) : `${code(name)} (${code(folder)})`;

/** A workspace at its new address: the change history's title, then what else differs. */
function describeMove({ slug, from, ...workspace }: MovedWorkspace): string[] {
  const to = { slug, name: workspace.name };
  const title = changeTitle({ kind: "renamed", workspaces: [to], renamedFrom: from });
  return describe(workspace, code(title));
}

function describe(workspace: WorkspaceDiff, title = titleOf(workspace)): string[] {
  const { folder, items, values, flagsRemoved, filesOnly } = workspace;
  const sentences = items.map((item) => code(sentenceOf(item, currentLanguage().tag)));
  if (filesOnly) return [`* ${title}: ${sentences.join(", ") || words.filesOnly}`, ""];
  const gone =
    flagsRemoved.length > 0 ? ["", words.unflagged(flagsRemoved.map(flagText).map(code).join(" "))] : [];
  const told = sentences.length > 0 ? [...sentences.map((sentence) => `* ${sentence}`), ""] : [];
  return [`#### ${title}`, "", ...told, ...diffBlock(values, `${folder}/workspace.json`), ...gone, ""];
}

function diffBlock(values: readonly ValueChange[], file: string): string[] {
  const abridged = values.filter(({ key, before = "", after = "" }) =>
    [before, after].some((value) => visible(value).length > mostShown(key)),
  );
  const body = values.flatMap(({ key, before, after }) => {
    const name = visible(key);
    const alike = before === undefined || after === undefined ? 0 : commonBeginning(before, after);
    return [
      ...(before === undefined ? [] : [`- ${name}: ${shown(before, alike, mostShown(key))}`]),
      ...(after === undefined ? [] : [`+ ${name}: ${shown(after, alike, mostShown(key))}`]),
    ];
  });
  const keys = abridged.map(({ key }) => code(key)).join(", ");
  const rest = abridged.length > 0 ? ["", words.abridged({ keys, file: code(file) })] : [];
  // The fence is longer than any run of backticks inside, so that nothing gets out of it.
  const fence = "`".repeat(Math.max(3, ...(body.join("\n").match(/`+/g) ?? []).map((run) => run.length + 1)));
  return [`${fence}diff`, ...body, fence, ...rest];
}

/** Characters of a value at most. A setting is shown whole, or its middle would hide what a command does; a summary has an end all the same. */
const mostShown = (key: string): number => (texts.has(key) ? 2000 : 50_000);
/** How many characters are shown before the first that differs. */
const shownBefore = 100;

/** A value of which the part that differs is seen, however long it is. */
function shown(value: string, alike: number, most: number): string {
  const text = visible(value);
  const skipped = text.length > most ? Math.max(0, alike - shownBefore) : 0;
  return skipped > shownBefore
    ? `${words.alike(skipped)} … ${abridge(visible(value.slice(skipped)), most)}`
    : abridge(text, most);
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Inline code of a table. Readers of Markdown disagree on which backslashes before a bar count, so no bar is left. */
const cell = (text: string): string => code(text).replaceAll("|", "\\u007c");

/** Inline code that holds whatever an author wrote. */
function code(text: string): string {
  const clean = abridge(visible(text.replace(/[\r\n]+/g, " ")), 200);
  const fence = "`".repeat(Math.max(1, ...(clean.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return fence.length > 1 ? `${fence} ${clean} ${fence}` : `\`${clean}\``;
}

const flagText = ({ flag, property }: Flag): string => `${flag} ${property}`;

function severityText({ before, after }: WorkspaceDiff["severity"]): string {
  const wordOf = (severity: Severity | null): string =>
    severity ? checkWords.severities[severity] : words.none;
  return before === after ? (after ? wordOf(after) : "—") : `${wordOf(before)} → **${wordOf(after)}**`;
}

const rank = (severity: string | null): number =>
  ["info", "low", "medium", "high", "critical"].indexOf(severity ?? "");

/** Whole lines up to the limit; an open code block is closed. */
function cut(lines: readonly string[]): string {
  const text = lines.join("\n") + "\n";
  if (Buffer.byteLength(text) <= maxBytes) return text;
  const keptLines: string[] = [];
  let size = 0;
  let fence: string | null = null;
  for (const line of lines) {
    size += Buffer.byteLength(line) + 1;
    if (size > maxBytes) break;
    keptLines.push(line);
    const mark = /^(`{3,})/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === null ? mark : line === fence ? null : fence;
  }
  return [...keptLines, ...(fence === null ? [] : [fence]), "", words.cut, ""].join("\n");
}
