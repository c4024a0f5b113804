import { printable } from "../doctor/printable.ts";
import type { ImportReport } from "./import-registry.ts";

/** What was imported, corrected and left out, for a terminal. */
export function reportImport(report: ImportReport, source: string, to: string): string {
  const all = report.taken.reduce((sum, { folders }) => sum + folders.length, 0);
  const lines = [
    `Imported ${count(all, "workspace")} (${count(report.files, "file")}, byte for byte) from ${printable(source, 200)} into ${to}`,
  ];
  const [first, second] = report.taken;
  if (first && second)
    lines.push(
      `  ${count(first.folders.length, "workspace")} of the branch ${first.branch}, ${second.folders.length} that only the branch ${second.branch} has${second.folders.length > 0 ? `: ${list(second.folders)}` : ""}`,
    );
  lines.push("", "registry.json:");
  const settings = Object.entries(report.registry);
  lines.push(
    ...(settings.length > 0
      ? settings.map(([key, value]) => `  ${key}: ${printable(value, 200)}`)
      : ["  nothing is set; everything is derived"]),
  );
  const section = (title: string, sentences: readonly string[]): void =>
    void (
      sentences.length > 0 &&
      lines.push("", title, ...sentences.map((sentence) => `  - ${printable(sentence, 500)}`))
    );
  section("Corrected:", report.corrections);
  section("To know:", report.notes);
  if (report.redirects > 0)
    lines.push(
      "",
      `${count(report.redirects, "page")} of the old site will redirect to the new ones (old-addresses.json).`,
    );
  return lines.join("\n") + "\n";
}

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
const list = (names: readonly string[]): string =>
  printable(names.slice(0, 8).join(", ") + (names.length > 8 ? ", …" : ""), 300);
