import { problemIn, validateContent } from "./check/content.ts";
import { completeIdentity, formerNames, validateIdentity } from "./check/identity.ts";
import { overdueDeprecations } from "./check/overdue.ts";
import { channelProblems, validateLists } from "./lists/check.ts";
import { noteDeprecations } from "./lists/deprecation-notes.ts";
import { officialFlags } from "./model/flags.ts";
import { originOf } from "./model/origin.ts";
import { parseOldAddresses } from "./model/old-addresses.ts";
import { compareProblems, severityOf } from "./model/problem.ts";
import type { FlaggedWorkspace, Registry, Workspace } from "./model/types.ts";
import { readContent } from "./read/content.ts";
import { parseExampleMarks, dropUneditedExamples } from "./read/examples.ts";
import { datesOf, dateWorkspaces } from "./read/git-dates.ts";
import { readLog, readRemote } from "./read/git-log.ts";
import { highestSeverity, repeatedProfiles, reviewWorkspace, standOutSeverity } from "../review/index.ts";
import { warningsOf } from "../review/warnings.ts";

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

/** The whole story: read → check → flag → review. Start reading here. Never throws for what an author wrote. */
export function loadRegistry(options: LoadOptions): Registry {
  const content = readContent(options.root);
  const log = readLog(options.root);
  const { kept, aside, examples } = dropUneditedExamples(
    content.sources,
    parseExampleMarks(content.examplesJson),
  );
  content.sources = kept;
  const { workspaces, images, invalid, problems, find } = validateContent(content, warningsOf);
  const folders = new Map(content.sources.map(({ slug, folder }) => [slug, folder]));
  const { data, faults } = validateIdentity(content.registryJson, options.publicFiles, { find, folders });
  const identity = completeIdentity(data, { ...options, remote: readRemote(options.repository) });
  const { dated, modified } = dateWorkspaces(workspaces, content, datesOf(log), options.env);
  const listed = data.deprecated_in_notes ? noteDeprecations(dated) : dated;
  const profiles = repeatedProfiles(listed.map(({ data }) => data));
  const registry: Registry = {
    root: options.root,
    identity,
    origin: originOf(options.env, identity, log),
    workspaces: listed.map((workspace) => flagWorkspace(workspace, profiles)),
    problems: [],
    invalid,
    images,
    aside,
    examples,
    former: formerNames(data, find),
    oldAddresses: parseOldAddresses(content.oldAddressesJson),
    modified,
    log,
  };

  problems.push(
    ...faults.map((fault) => problemIn("registry.json", fault)),
    ...channelProblems(registry, data.default_channel !== undefined),
    ...overdueDeprecations(dated, modified),
  );
  if (!problems.some((problem) => severityOf(problem) === "error")) problems.push(...validateLists(registry));
  registry.problems = problems.sort(compareProblems);
  return registry;
}

function flagWorkspace(workspace: Workspace, profiles: ReadonlySet<string>): FlaggedWorkspace {
  const findings = reviewWorkspace(workspace.data, profiles);
  return {
    ...workspace,
    flags: officialFlags(workspace.data),
    findings,
    severity: highestSeverity(findings),
    standsOut: standOutSeverity(findings),
  };
}
