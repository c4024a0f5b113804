import { channelsOf } from "./lists/assemble.ts";
import { parseExampleMarks, setAsideExamples } from "./read/examples.ts";
import { readHistory, readRemote, type History } from "./read/git/dates.ts";
import { completeIdentity, validateIdentity } from "./check/identity.ts";
import { rawEntries, type Fault } from "./json/parse.ts";
import { limitFaults } from "./check/limit-faults.ts";
import { compareProblems, type Problem, severityOf } from "./model/problem.ts";
import { officialFlags } from "./model/flags.ts";
import { parseOldAddresses } from "./model/old-addresses.ts";
import { readContent, type Content } from "./read/content.ts";
import { parseReadme } from "./check/readme.ts";
import { highestSeverity, reviewWorkspace, standOutSeverity } from "../review/index.ts";
import { nameNeighbour } from "./check/rules/icon-borrowed.ts";
import { iconFile, publishedIcons } from "./check/rules/icon-clash.ts";
import type { Draft } from "./check/rules/rule.ts";
import { registry as words } from "../strings/check.ts";
import type { FlaggedWorkspace, Registry, Workspace, WorkspaceSource } from "./model/types.ts";
import { checkedData, validateTogether, validateWorkspace } from "./check/workspace.ts";
import { validateLists } from "./lists/check.ts";

/** Where a registry is read from. All of the world that the result depends on is in here and in the folder. */
export interface LoadOptions {
  /** Absolute path of the content folder. */
  root: string;
  /** --site */
  site?: string | undefined;
  env: Record<string, string | undefined>;
  /** Files in public/, and the text of public/CNAME. */
  publicFiles: readonly string[];
  cname?: string | undefined;
  /** Folder whose git remote says where the site is published. */
  repository: string;
}

/** The whole story: read → validate → flag. Start reading here. Never throws for what an author wrote. */
export function loadRegistry(options: LoadOptions): Registry {
  const content = readContent(options.root);
  const history = readHistory(options.root);
  const { kept, aside } = setAsideExamples(content.sources, parseExampleMarks(content.examplesJson));
  content.sources = kept;
  const { workspaces, invalid, problems } = validateContent(content);
  const { data, faults } = validateIdentity(content.registryJson, options.publicFiles);
  const identity = completeIdentity(data, { ...options, remote: readRemote(options.repository) });
  const { dated, modified, shallow } = dateWorkspaces(workspaces, content, history, options.env);
  const registry: Registry = {
    root: options.root,
    identity,
    workspaces: dated.map(flagWorkspace),
    problems: [],
    invalid,
    aside,
    oldAddresses: parseOldAddresses(content.oldAddressesJson),
    modified,
    shallow,
  };

  problems.push(
    ...faults.map((fault) => problemIn("registry.json", fault)),
    ...channelProblems(registry, data.default_channel !== undefined),
  );
  if (!problems.some((problem) => severityOf(problem) === "error")) problems.push(...validateLists(registry));
  registry.problems = problems.sort(compareProblems);
  return registry;
}

/** Checks every workspace by itself, then all of them together. A workspace with an error is left out; folders without one are not mentioned. */
function validateContent(content: Content): {
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
  const together = validateTogether(drafts);
  const icons = publishedIcons(drafts);
  const broken = new Set(
    content.problems
      .filter((problem) => severityOf(problem) === "error")
      .map(({ file }) => file.split("/")[0]!),
  );

  const workspaces: Workspace[] = [];
  const invalid: string[] = [];
  for (const { source, draft, faults } of checked) {
    const all = draft
      ? [...faults.map((fault) => nameNeighbour(draft, fault, content.sources)), ...together.get(draft)!]
      : faults;
    problems.push(
      ...all.map((fault) => problemIn(`${source.folder}/workspace.json`, fault)),
      ...readmeProblems(source),
    );
    const hasError = broken.has(source.folder) || all.some((fault) => severityOf(fault) === "error");
    const icon = draft ? icons.get(draft) : undefined;
    if (draft && icon !== undefined && !hasError) workspaces.push(toWorkspace(source, draft, icon));
    else invalid.push(source.folder);
  }
  if (checked.length === 0 && !content.problems.some(({ code }) => code === "no-content-folder")) {
    // An empty folder is a registry that begins; one full of other things is probably the wrong folder.
    const code = content.sources.length === 0 ? "empty-registry" : "no-workspaces";
    problems.push({ code, file: "", pointer: "", args: {}, line: 1, column: 1 });
  }
  return { workspaces, invalid, problems };
}

/** What the store-front leaves out of a README.md. */
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
  published: string,
): Workspace {
  const { parsed } = draft;
  const entries = rawEntries(parsed).filter(([key]) => key !== "$schema");
  return {
    ...checkedData(draft),
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

function flagWorkspace(workspace: Workspace): FlaggedWorkspace {
  const findings = reviewWorkspace(workspace.data);
  return {
    ...workspace,
    flags: officialFlags(workspace.data),
    findings,
    severity: highestSeverity(findings),
    standsOut: standOutSeverity(findings),
  };
}

/** Dates by git where it knows the folder, else SOURCE_DATE_EPOCH (seconds), which wins for the whole, else file times. */
function dateWorkspaces(
  workspaces: Workspace[],
  content: Content,
  history: History,
  env: LoadOptions["env"],
): { dated: Workspace[]; modified: number; shallow: boolean } {
  const text = env["SOURCE_DATE_EPOCH"]?.trim();
  const epoch = text && /^\d{1,12}$/.test(text) ? Number(text) * 1000 : null;
  const fallback = epoch === null ? {} : { created: epoch, modified: epoch };
  const dated = workspaces.map((workspace) => ({
    ...workspace,
    ...(history.folders.get(workspace.folder) ?? fallback),
  }));
  return { dated, modified: epoch ?? history.modified ?? content.newestFile, shallow: history.shallow };
}

function channelProblems({ identity, workspaces }: Registry, authored: boolean): Problem[] {
  const channels = channelsOf(workspaces);
  if (!authored || identity.defaultChannel === null || channels.includes(identity.defaultChannel)) return [];
  const args = {
    channel: identity.defaultChannel,
    channels: channels.length > 0 ? channels.join(", ") : words.noChannels,
  };
  return [
    { code: "unknown-channel", file: "registry.json", pointer: "/default_channel", args, line: 1, column: 1 },
  ];
}

function problemIn(file: string, fault: Fault): Problem {
  return { ...fault, file };
}
