import { gainedFindings, versionOf } from "../../history/index.ts";
import { readObject } from "../../registry/json/read-object.ts";
import { locate, type Place } from "../../registry/model/locate.ts";
import { compareSeverity, isAtLeast } from "../../registry/model/severity.ts";
import type { Finding, FlaggedWorkspace, Severity } from "../../registry/model/types.ts";
import type { Pair } from "./pairs.ts";

/** A finding that a change brings, at the place of its setting. */
export interface NewFinding extends Place {
  /** Below the content folder. */
  file: string;
  finding: Finding;
}

/** The findings that the new versions have and the old ones do not, the worst first. A setting that moved with its folder is none. */
export function newFindings(pairs: readonly Pair[]): NewFinding[] {
  return pairs
    .flatMap(({ before, after }) => (after === null ? [] : findingsOf(before, after)))
    .toSorted((a, b) => compareSeverity(b.finding.severity, a.finding.severity));
}

function findingsOf(before: FlaggedWorkspace | null, after: FlaggedWorkspace): NewFinding[] {
  const version = versionOf(after.data);
  const gained = gainedFindings(before && versionOf(before.data), version);
  if (gained.length === 0) return [];
  const tree = readObject(after.text, "workspace").parsed?.tree;
  return gained.map((finding) => ({
    file: `${after.folder}/workspace.json`,
    finding,
    ...locate(after.text, tree, authoredPointer(finding, version.findings, after.findings), "key"),
  }));
}

/** The pointer in the authored text: a version has settings in one form, so that an item of a list can be a key there. */
function authoredPointer(finding: Finding, all: readonly Finding[], authored: readonly Finding[]): string {
  const ofRule = (findings: readonly Finding[]): Finding[] =>
    findings.filter(({ rule }) => rule === finding.rule);
  const [ours, theirs] = [ofRule(all), ofRule(authored)];
  const twin = ours.length === theirs.length ? theirs[ours.indexOf(finding)] : undefined;
  return (twin ?? finding).pointer;
}

/** Those of a severity or worse; none where no severity is given. */
export const atLeast = (found: readonly NewFinding[], least: Severity | null): NewFinding[] =>
  least === null ? [] : found.filter(({ finding }) => isAtLeast(finding.severity, least));
