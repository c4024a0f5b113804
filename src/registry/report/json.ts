import { messageOf, severityOf } from "../problems.ts";
import type { Registry } from "../types.ts";
import { countProblems } from "./text.ts";

/** One object: `problems`, the valid `workspaces` with their flags and findings, and a `summary` with the counts. */
export function reportJson({ problems, workspaces }: Registry): string {
  const report = {
    problems: problems.map((problem) => ({
      code: problem.code, severity: severityOf(problem), file: problem.file, line: problem.line, column: problem.column, pointer: problem.pointer, message: messageOf(problem),
    })),
    workspaces: workspaces.map(({ folder, slug, schema, data, sha, flags, findings }) => ({ folder, slug, schema, friendly_name: data["friendly_name"], sha, flags, findings })),
    summary: { workspaces: workspaces.length, ...countProblems(problems) },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
