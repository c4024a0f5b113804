import { severityOf } from "../registry/model/problem.ts";
import { messageOf, visible } from "../registry/model/text.ts";
import type { Registry } from "../registry/model/types.ts";
import { countProblems } from "./text.ts";

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
      ({ folder, slug, schema, data, sha, sha256, flags, findings, severity, standsOut }) => ({
        folder,
        slug,
        schema,
        friendly_name: data["friendly_name"],
        sha,
        sha256,
        flags,
        findings,
        severity,
        stands_out: standsOut,
      }),
    ),
    summary: { workspaces: workspaces.length, ...countProblems(problems) },
  };
  // As escapes, which say the same: names come from strangers, and the report is read in terminals and logs as well.
  return `${JSON.stringify(report, null, 2).split("\n").map(visible).join("\n")}\n`;
}
