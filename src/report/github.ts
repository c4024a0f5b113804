import { severityOf } from "../registry/model/problem.ts";
import { messageOf, visible } from "../registry/model/text.ts";
import type { Registry } from "../registry/model/types.ts";
import { problemsPage, summaryLine } from "./text.ts";

/** The page that explains the codes, in the repository that a workflow runs for; null outside of one. */
export function problemsAddress(env: Record<string, string | undefined>): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  return server && repository ? `${server}/${repository}/blob/HEAD/${problemsPage}` : null;
}

/**
 * Workflow annotations, one a problem, with a link to its code, then the summary. `prefix` is the path from the repository's root to the content folder.
 * Source: GitHub's "Workflow commands for GitHub Actions".
 */
export function reportGithub(
  registry: Registry,
  prefix: string,
  page: string | null = problemsAddress(process.env),
): string {
  const linkTo = (code: string): string => (page === null ? "" : ` ${page}#${code}`);
  const lines = registry.problems.map((problem) =>
    annotation(
      severityOf(problem),
      [prefix, problem.file].filter(Boolean).join("/"),
      `${messageOf(problem)}${linkTo(problem.code)}`,
      {
        line: problem.line,
        col: problem.column,
        title: problem.code,
      },
    ),
  );
  return `${[...lines, summaryLine(registry)].join("\n")}\n`;
}

/** A workflow annotation of a file. */
export function annotation(
  severity: "error" | "warning",
  file: string,
  message: string,
  place: Record<string, string | number> = {},
): string {
  const properties = Object.entries({ file: visible(file), ...place }).map(
    ([name, value]) => `${name}=${property(String(value))}`,
  );
  return `::${severity} ${properties.join(",")}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
