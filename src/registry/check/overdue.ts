import { problemOf, type Problem } from "../model/problem.ts";
import type { Workspace } from "../model/types.ts";
import { readmeName } from "../model/readme-file.ts";

const year = 365 * 86_400_000;

/** Workspaces that have been deprecated for more than a year at `now`, in milliseconds since 1970. */
export function overdueDeprecations(workspaces: readonly Workspace[], now: number): Problem[] {
  return workspaces.flatMap(({ deprecated, folder, files, readme }) => {
    if (!deprecated?.since || now - Date.parse(deprecated.since) <= year) return [];
    const file = readmeName(files);
    const lines = (readme ?? "").split(/\r\n?|\n/);
    const line = Math.max(1, lines.findIndex((text) => /^["']?deprecated/.test(text)) + 1);
    return [{ ...problemOf("deprecated-too-long", `${folder}/${file}`, { since: deprecated.since }), line }];
  });
}
