import type { Examination } from "../examine.ts";
import { exitCodeOf } from "../examine.ts";
import { severityOf, wordDiagnosis } from "../faults.ts";
import type { KasmView } from "../kasm.ts";
import { laterMessages } from "../behaviour.ts";
import { mergeAlike } from "../merge-alike.ts";
import { printable } from "../printable.ts";
import { endsOf } from "../releases.ts";
import { verdict } from "../../verify/verdict.ts";
import { formatDate } from "../../../site/format.ts";
import { timeSince } from "../../../site/time-since.ts";
import { report as words, whyWords } from "../../../strings/doctor.ts";

/** The examination for a terminal: faults first, then what each Kasm version would do with the address. */
export function reportText(examination: Examination): string {
  const { faults, modified, kasm, kasmThere, examined, typed } = examination;
  const lines = [words.examined(printable(examined ?? typed, 300)), ""];
  const width = Math.max(words.error.length, words.warning.length);
  for (const fault of mergeAlike(faults))
    lines.push(`${words[severityOf(fault)].padEnd(width)}  ${wordDiagnosis(fault)}  [${fault.code}]`);
  if (faults.length > 0) lines.push("");
  if (kasm.length > 0)
    lines.push(kasmThere ? words.asTyped(printable(typed, 300)) : words.server, ...views(kasm), "");
  if (kasmThere) lines.push(words.atExamined(printable(examined, 300)), ...views(kasmThere), "");
  if (kasm.some((view) => view.situation === "workspaces-found"))
    lines.push(
      ...laterMessages.map(({ text, why, certainty, source }) =>
        words.laterMessage(text, whyWords[why], certainty, source),
      ),
      "",
    );
  if (examination.verified) lines.push(verdict(printable(examined, 300), examination.verified)[0], "");
  if (modified !== null)
    lines.push(words.modified(formatDate(modified, "en"), timeSince(modified, Date.now(), "en")), "");
  lines.push(conclusion(examination));
  return lines.join("\n") + "\n";
}

type Group = [KasmView, ...KasmView[]];

/** Neighbours that are alike, together. */
function groupsOf(all: readonly KasmView[], areAlike: (a: KasmView, b: KasmView) => boolean): Group[] {
  const groups: Group[] = [];
  for (const view of all) {
    const last = groups.at(-1);
    if (last && areAlike(last[0], view)) last.push(view);
    else groups.push([view]);
  }
  return groups;
}

const releasesOf = (group: readonly KasmView[]): string[] => group.map(({ version }) => version);

/** One paragraph for neighbouring releases that have the same result. */
function views(all: KasmView[]): string[] {
  return groupsOf(all, alike).flatMap((group) => {
    const [view] = group;
    const [first, last] = endsOf(releasesOf(group));
    const name = first === last ? words.version(first) : words.versions(first, last);
    const head = group.every((each) => each.reads === view.reads)
      ? `  ${words.reading(name, view.reads)}:`
      : `  ${name}:`;
    if (view.situation === "workspaces-found") {
      const counts = group.map((each) => each.suit);
      const shown =
        Math.min(...counts) === Math.max(...counts)
          ? `${counts[0]}`
          : words.range(Math.min(...counts), Math.max(...counts));
      return [`${head} ${words.shows(shown, view.listed)}`];
    }
    return [
      `${head} ${view.text ? `"${view.text}"` : view.seen}`,
      ...(view.text ? [`    ${words.adminSees(view.seen)}`] : []),
      `    ${words.why(view.why)}`,
      `    ${view.certainty === "open" ? words.guess : words.certainty(view.certainty, view.source)}`,
    ];
  });
}

/** Steps that come before the schema plays a part. */
const early: ReadonlySet<string> = new Set([
  "address-unusable",
  "host-unreachable",
  "server-hangs",
  "secure-connection-refused",
  "versions-not-found",
  "versions-not-text",
  "versions-unreadable",
]);
const alike = (a: KasmView, b: KasmView): boolean =>
  (a.reads === b.reads || early.has(a.situation)) &&
  a.situation === b.situation &&
  a.message === b.message &&
  a.listed === b.listed;

function conclusion(examination: Examination): string {
  const errors = examination.faults.filter((fault) => severityOf(fault) === "error").length;
  const warnings = examination.faults.length - errors;
  const of = (outcome: Outcome): string[] =>
    rangesOf(examination.kasm, (view) => outcomeOf(view) === outcome);
  const not = [of("empty"), of("refused"), of("broken")] as const;
  if (exitCodeOf(examination) === 0) return words.sound(warnings, of("shown"), ...not);
  const failing = examination.kasm.filter(({ version }) => examination.failing.includes(version));
  return words.failed(
    errors,
    warnings,
    rangesOf(failing, () => true),
    ...not,
  );
}

type Outcome = "shown" | "empty" | "refused" | "broken";

function outcomeOf({ situation, message }: KasmView): Outcome {
  if (message === "blank-page") return "broken";
  if (situation === "workspaces-found") return "shown";
  return situation === "nothing-for-this-version" ? "empty" : "refused";
}

/** "1.16–1.18", for the releases that are meant. */
function rangesOf(all: readonly KasmView[], isMeant: (view: KasmView) => boolean): string[] {
  return groupsOf(all, (a, b) => isMeant(a) === isMeant(b))
    .filter(([view]) => isMeant(view))
    .map((group) => [...new Set(endsOf(releasesOf(group)))].join("–"));
}
