import { severityOf } from "../registry/model/problem.ts";
import { messageOf, visible } from "../registry/model/text.ts";
import type { Registry } from "../registry/model/types.ts";
import { summaryLine } from "./text.ts";

/**
 * Workflow annotations, one a problem, then the summary. `prefix` is the path from the repository's root to the content folder.
 * Source: GitHub's "Workflow commands for GitHub Actions".
 */
export function reportGithub(registry: Registry, prefix: string): string {
  const lines = registry.problems.map((problem) => {
    const file = visible([prefix, problem.file].filter(Boolean).join("/"));
    const properties = `file=${property(file)},line=${problem.line},col=${problem.column},title=${property(problem.code)}`;
    return `::${severityOf(problem)} ${properties}::${data(messageOf(problem))}`;
  });
  return `${[...lines, summaryLine(registry)].join("\n")}\n`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
