import type { Examination } from "../examine.ts";
import { exitCodeOf } from "../examine.ts";
import { severityOf, wordFault } from "../faults.ts";
import type { KasmView } from "../kasm.ts";
import { laterMessages } from "../behaviour.ts";
import { printable } from "../printable.ts";

/** The examination for a terminal: faults first, then what each Kasm version would do with the address. */
export function reportText(examination: Examination): string {
  const { faults, kasm, kasmThere, examined, typed } = examination;
  const lines = [`Examined ${printable(examined ?? typed, 300)}`, ""];
  for (const fault of faults)
    lines.push(
      `${severityOf(fault) === "error" ? "error  " : "warning"}  ${wordFault(fault)}  [${fault.code}]`,
    );
  if (faults.length > 0) lines.push("");
  if (kasm.length > 0)
    lines.push(
      kasmThere
        ? `What a Kasm server does with ${printable(typed, 300)}, as typed:`
        : "What a Kasm server does with it:",
      ...views(kasm),
      "",
    );
  if (kasmThere) lines.push(`What it would do with ${printable(examined, 300)}:`, ...views(kasmThere), "");
  if (kasm.some((view) => view.situation === "workspaces-found"))
    lines.push(
      ...laterMessages.map(
        (later) =>
          `If "${later.text}" comes ${later.when}: ${later.why} (${later.certainty}; ${later.source}).`,
      ),
      "",
    );
  lines.push(conclusion(examination));
  return lines.join("\n") + "\n";
}

/** One paragraph for neighbouring versions that fare alike. */
function views(all: KasmView[]): string[] {
  const groups: KasmView[][] = [];
  for (const view of all) {
    const last = groups.at(-1);
    if (last && alike(last[0]!, view)) last.push(view);
    else groups.push([view]);
  }
  return groups.flatMap((group) => {
    const view = group[0]!;
    const name =
      group.length > 1
        ? `Kasm ${short(view.version)} to ${short(group.at(-1)!.version)}`
        : `Kasm ${short(view.version)}`;
    const head = group.every((each) => each.reads === view.reads)
      ? `  ${name}, reading ${view.reads}:`
      : `  ${name}:`;
    if (view.situation === "workspaces-found") {
      const counts = group.map((each) => each.suit);
      const shown =
        Math.min(...counts) === Math.max(...counts)
          ? `${counts[0]}`
          : `${Math.min(...counts)} to ${Math.max(...counts)}`;
      return [`${head} shows ${shown} of ${view.listed} workspaces.`];
    }
    return [
      `${head} ${view.text ? `"${view.text}"` : view.seen}`,
      ...(view.text ? [`    What the admin sees: ${view.seen}.`] : []),
      `    Why: ${view.why}.`,
      `    How sure: ${view.certainty === "open" ? "open, a guess" : `${view.certainty}, ${view.source}`}.`,
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
const short = (version: string): string => version.replace(/\.x$/, "");

function conclusion(examination: Examination): string {
  const errors = examination.faults.filter((fault) => severityOf(fault) === "error").length;
  const warnings = examination.faults.length - errors;
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
  if (exitCodeOf(examination) === 0)
    return warnings > 0 ? `Sound, with ${count(warnings, "warning")}.` : "Sound.";
  const failing =
    examination.failing.length > 0
      ? `; Kasm ${examination.failing.map(short).join(", ")} would show nothing`
      : "";
  return `${count(errors, "error")}, ${count(warnings, "warning")}${failing}.`;
}
