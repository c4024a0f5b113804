import type { Fault } from "../json/parse.ts";
import { rawEntries } from "../json/parse.ts";
import { problemOf, severityOf, type Problem } from "../model/problem.ts";
import type { Workspace, WorkspaceSource } from "../model/types.ts";
import type { Content } from "../read/content.ts";
import { limitFaults } from "./limit-faults.ts";
import { parseReadme } from "./readme.ts";
import { nameNeighbour } from "./rules/icon-borrowed.ts";
import { iconFile, publishedIcons } from "./rules/icon-clash.ts";
import type { Draft } from "./rules/rule.ts";
import { checkedData, validateTogether, validateWorkspace } from "./workspace.ts";

/**
 * Checks every workspace by itself, then all of them together; `warningsOf` adds what a review of the values warns of. A workspace with an
 * error is left out; folders without one are not mentioned.
 */
export function validateContent(
  content: Content,
  warningsOf: (draft: Draft) => Fault[] = () => [],
): {
  workspaces: Workspace[];
  invalid: string[];
  problems: Problem[];
} {
  const problems = [...content.problems];
  const candidates = content.sources.filter((source) => source.bytes !== null);
  const checked = candidates.map((source) => ({
    source,
    ...validateWorkspace({ ...source, content: source.bytes! }),
  }));
  const drafts = checked.flatMap(({ draft }) => (draft ? [draft] : []));
  const sharedFaults = validateTogether(drafts);
  const icons = publishedIcons(drafts);
  const broken = new Set(
    content.problems
      .filter((problem) => severityOf(problem) === "error")
      .map(({ file }) => file.split("/")[0]!),
  );

  const workspaces: Workspace[] = [];
  const invalid: string[] = [];
  for (const { source, draft, faults, differences } of checked) {
    const all = draft
      ? [...faults.map((fault) => nameNeighbour(draft, fault, content.sources)), ...sharedFaults.get(draft)!]
      : [...faults];
    const wrong = new Set(all.filter((fault) => severityOf(fault) === "error").map(({ pointer }) => pointer));
    if (draft) all.push(...limitFaults(warningsOf(draft).filter(({ pointer }) => !wrong.has(pointer))));
    problems.push(
      ...all.map((fault) => problemIn(`${source.folder}/workspace.json`, fault)),
      ...readmeProblems(source),
    );
    const hasError = broken.has(source.folder) || all.some((fault) => severityOf(fault) === "error");
    const icon = draft ? icons.get(draft) : undefined;
    if (draft && icon !== undefined && !hasError)
      workspaces.push(toWorkspace(source, draft, differences, icon));
    else invalid.push(source.folder);
  }
  if (checked.length === 0 && !content.problems.some(({ code }) => code === "no-content-folder")) {
    // An empty folder is a registry that begins; one full of other things is probably the wrong folder.
    const code = content.sources.length === 0 ? "empty-registry" : "no-workspaces";
    problems.push(problemOf(code, "", {}));
  }
  return { workspaces, invalid, problems };
}

/** Reports parts of a README.md that the store-front leaves out. */
function readmeProblems({ folder, readme, files }: WorkspaceSource): Problem[] {
  if (readme === null) return [];
  const names = files.map(({ name }) => name);
  const file = names.find((name) => name.toLowerCase() === "readme.md") ?? "README.md";
  const faults = parseReadme(readme, names).faults.map((fault) => ({ ...fault, pointer: "", column: 1 }));
  return limitFaults(faults).map((fault) => problemIn(`${folder}/${file}`, fault));
}

function toWorkspace(
  { folder, slug, sha, modified, created, readme, files }: WorkspaceSource,
  draft: Draft,
  differences: readonly Fault[],
  published: string,
): Workspace {
  const { parsed } = draft;
  const entries = rawEntries(parsed).filter(([key]) => key !== "$schema");
  return {
    ...checkedData(draft, differences),
    folder,
    slug,
    entries,
    text: parsed.text,
    icon: { file: iconFile(draft)!, published },
    sha,
    modified,
    created,
    readme,
    files,
  };
}

/** A fault of a text, with the file that the text is. */
export function problemIn(file: string, fault: Fault): Problem {
  return { ...fault, file };
}
