import { severityOf } from "../../model/problem.ts";
import { messageOf } from "../../model/text.ts";
import type { Registry } from "../../model/types.ts";
import { countProblems } from "./text.ts";

/** What JSON leaves as it is and a terminal might act upon: control characters beyond ASCII, marks that turn the direction of text. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** One object: `problems`, the valid `workspaces` with their flags and findings, and a `summary` with the counts. */
export function reportJson({ problems, workspaces }: Registry): string {
  const report = {
    problems: problems.map((problem) => ({
      code: problem.code,
      severity: severityOf(problem),
      file: problem.file,
      line: problem.line,
      column: problem.column,
      pointer: problem.pointer,
      message: messageOf(problem),
    })),
    workspaces: workspaces.map(
      ({ folder, slug, schema, data, sha, flags, findings, severity, standsOut }) => ({
        folder,
        slug,
        schema,
        friendly_name: data["friendly_name"],
        sha,
        flags,
        findings,
        severity,
        stands_out: standsOut,
      }),
    ),
    summary: { workspaces: workspaces.length, ...countProblems(problems) },
  };
  // As escapes, which say the same: names come from strangers, and the report is read in terminals and logs as well.
  return `${JSON.stringify(report, null, 2).replace(invisible, (text) => (text === "\n" ? text : escapeUnits(text)))}\n`;
}

function escapeUnits(text: string): string {
  return Array.from(
    { length: text.length },
    (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, "0")}`,
  ).join("");
}
