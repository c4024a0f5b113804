import { severityOf } from "../registry/model/problem.ts";
import { fromPointer, toPointer } from "../registry/model/json.ts";
import { messageOf, visibleJson, withoutLogins } from "../registry/model/text.ts";
import type { Finding, Registry } from "../registry/model/types.ts";
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
      pointer: pointerWithoutLogins(problem.pointer),
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
        findings: findings.map(withoutLoginsIn),
        severity,
        stands_out: standsOut,
      }),
    ),
    summary: { workspaces: workspaces.length, ...countProblems(problems) },
  };
  return visibleJson(report);
}

/** The finding at a place that names no login: a key can be an address. */
function withoutLoginsIn(finding: Finding): Finding {
  const { path, pointer } = finding;
  return { ...finding, path: withoutLogins(path), pointer: pointerWithoutLogins(pointer) };
}

const pointerWithoutLogins = (pointer: string): string => toPointer(fromPointer(pointer).map(withoutLogins));
