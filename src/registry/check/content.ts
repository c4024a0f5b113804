import type { Fault } from "../json/parse.ts";
import { rawEntries } from "../json/parse.ts";
import { imagesFile, readImageLock, type ImageLock } from "../model/image-lock.ts";
import { problemOf, severityOf, type Problem } from "../model/problem.ts";
import type { Workspace, WorkspaceIcon, WorkspaceSource } from "../model/types.ts";
import type { Content } from "../read/content.ts";
import { limitFaults, warningsBeside } from "./limit-faults.ts";
import { workspaceFinder, type FindWorkspace } from "../model/retirement.ts";
import { parseReadme, type ReadmeParts } from "./readme.ts";
import { nameNeighbour } from "./rules/icon-borrowed.ts";
import { publishedIcons } from "./rules/icon-clash.ts";
import type { ParsedWorkspace } from "./rules/rule.ts";
import { checkedData, validateTogether, validateWorkspace } from "./workspace.ts";
import { readmeName } from "../model/readme-file.ts";

/**
 * Checks every workspace by itself, then all of them together; `warningsOf` adds what a review of the values warns of. A workspace with an
 * error is left out; folders without one are not mentioned.
 */
export function validateContent(
  content: Content,
  warningsOf: (workspace: ParsedWorkspace) => Fault[] = () => [],
): {
  workspaces: Workspace[];
  images: ImageLock;
  invalid: string[];
  problems: Problem[];
  find: FindWorkspace;
} {
  const problems = [...content.problems];
  const images = content.imagesJson === null ? null : readImageLock(content.imagesJson);
  if (content.imagesJson !== null && !images) problems.push(problemOf("images-lock-broken", imagesFile, {}));
  const checked = content.sources.flatMap((source) =>
    source.bytes === null
      ? []
      : [{ source, ...validateWorkspace({ ...source, content: source.bytes, images }) }],
  );
  const parsed = checked.flatMap(({ workspace }) => workspace ?? []);
  const sharedFaults = validateTogether(parsed);
  const icons = publishedIcons(parsed);
  const broken = new Set(content.problems.filter(isError).map(({ file }) => file.split("/")[0]));
  const find = workspaceFinder(
    checked.map(({ source: { folder, slug }, workspace }) => {
      const name = workspace?.data["friendly_name"];
      return { folder, slug, name: typeof name === "string" ? name : "" };
    }),
  );

  const workspaces: Workspace[] = [];
  const invalid: string[] = [];
  for (const { source, workspace, faults, differences } of checked) {
    const all = workspace
      ? [
          ...faults.map((fault) => nameNeighbour(workspace, fault, content.sources)),
          ...(sharedFaults.get(workspace) ?? []),
        ]
      : [...faults];
    if (workspace) all.push(...warningsBeside(all, warningsOf(workspace)));
    const readme = readReadme(source, find);
    const ofReadme = readmeProblems(source, readme);
    problems.push(...all.map((fault) => problemIn(`${source.folder}/workspace.json`, fault)), ...ofReadme);
    const hasError = broken.has(source.folder) || [...all, ...ofReadme].some(isError);
    const icon = workspace && icons.get(workspace);
    if (workspace && icon && !hasError)
      workspaces.push(toWorkspace(source, workspace, differences, icon, readme));
    else invalid.push(source.folder);
  }
  if (checked.length === 0) problems.push(...nothingFound(content));
  return { workspaces, images: images ?? new Map(), invalid, problems, find };
}

/** An empty folder is a registry that begins; one full of other things is probably the wrong folder. */
function nothingFound({ sources, problems }: Content): Problem[] {
  if (problems.some(({ code }) => code === "no-content-folder")) return [];
  return [problemOf(sources.length === 0 ? "empty-registry" : "no-workspaces", "", {})];
}

function isError(problem: Pick<Problem, "code" | "severity">): boolean {
  return severityOf(problem) === "error";
}

/** README.md of a folder; a workspace does not replace itself. */
function readReadme({ readme, files, slug }: WorkspaceSource, find: FindWorkspace): ReadmeParts | null {
  if (readme === null) return null;
  const names = files.map(({ name }) => name);
  return parseReadme(readme, names, (text) => {
    const found = find(text);
    return found === slug ? null : found;
  });
}

/** Reports parts of a README.md that the store-front leaves out. */
function readmeProblems({ folder, files }: WorkspaceSource, readme: ReadmeParts | null): Problem[] {
  const file = readmeName(files);
  const faults = (readme?.faults ?? []).map((fault) => ({ ...fault, pointer: "", column: 1 }));
  return limitFaults(faults).map((fault) => problemIn(`${folder}/${file}`, fault));
}

function toWorkspace(
  { folder, slug, sha, sha256, modified, created, readme, files }: WorkspaceSource,
  workspace: ParsedWorkspace,
  differences: readonly Fault[],
  icon: WorkspaceIcon,
  readmeParts: ReadmeParts | null,
): Workspace {
  const { parsed } = workspace;
  const entries = rawEntries(parsed).filter(([key]) => key !== "$schema");
  return {
    ...checkedData(workspace, differences),
    folder,
    slug,
    entries,
    text: parsed.text,
    icon,
    sha,
    sha256,
    modified,
    created,
    readme,
    deprecated: readmeParts?.facts.deprecated ?? null,
    files,
  };
}

/** A fault of a text, with the file that the text is. */
export function problemIn(file: string, fault: Fault): Problem {
  return { ...fault, file };
}
