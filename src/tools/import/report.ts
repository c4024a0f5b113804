import { importReport as words } from "../../strings/tools.ts";
import { printable } from "../doctor/printable.ts";
import type { ImportReport } from "./import-registry.ts";

/** Lists imports, corrections and omissions for a terminal. */
export function reportImport(report: ImportReport, source: string, to: string): string {
  const workspaces = report.taken.reduce((sum, { folders }) => sum + folders.length, 0);
  const lines = [words.imported({ workspaces, files: report.files, from: printable(source, 200), to })];
  const [first, second] = report.taken;
  if (first && second)
    lines.push(
      `  ${words.branches({
        first: first.branch,
        firstCount: first.folders.length,
        second: second.branch,
        secondCount: second.folders.length,
        secondFolders: list(second.folders),
      })}`,
    );
  lines.push("", "registry.json:");
  const settings = Object.entries(report.registry);
  lines.push(
    ...(settings.length > 0
      ? settings.map(([key, value]) => `  ${key}: ${printable(value, 200)}`)
      : [`  ${words.nothingSet}`]),
  );
  const section = (title: string, sentences: readonly string[]): void =>
    void (
      sentences.length > 0 &&
      lines.push("", title, ...sentences.map((sentence) => `  - ${printable(sentence, 500)}`))
    );
  section(words.corrected, report.corrections);
  section(words.notes, report.notes);
  if (report.redirects > 0) lines.push("", words.redirects(report.redirects));
  return lines.join("\n") + "\n";
}

const list = (names: readonly string[]): string =>
  printable(names.slice(0, 8).join(", ") + (names.length > 8 ? ", …" : ""), 300);
