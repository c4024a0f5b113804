import { sortWorstFirst } from "../registry/model/severity.ts";
import type { Finding } from "../registry/model/types.ts";
import { compareSeverity, isCommon } from "../review/severity.ts";
import type { Item } from "./item.ts";
import { settingsOf, valueTextAt } from "./settings.ts";
import { emptyVersion, type Version } from "./version.ts";

/** Items of one event at most: a list of a thousand mounts is for the diff of git. */
export const mostItems = 40;

/** A finding that only one of the versions has. */
export interface FindingChange {
  item: Item;
  /** The versions whose settings at the pointer the item shows. */
  shown: Version[];
  pointer: string;
}

export function compareFindings(before: Version, after: Version): FindingChange[] {
  return [...findingsOnlyIn(after, before, "gained"), ...findingsOnlyIn(before, after, "lost")];
}

/**
 * Findings that the other version does not have, the worst first; where they are gained, also those that are more severe than there. Of
 * several that say the same, the first.
 */
function onlyFindings(version: Version, other: Version, type: "gained" | "lost"): Finding[] {
  const known = new Map(other.findings.map((finding) => [keyOf(other, finding), finding.severity]));
  const found = version.findings.filter((finding) => {
    const severity = known.get(keyOf(version, finding));
    return !severity || (type === "gained" && compareSeverity(finding.severity, severity) > 0);
  });
  const unique = new Map(found.toReversed().map((finding) => [keyOf(version, finding), finding]));
  return sortWorstFirst([...unique.values()], isCommon);
}

/** Findings that a version brings; of a new workspace all. */
export const gainedFindings = (before: Version | null, after: Version): Finding[] =>
  onlyFindings(after, before ?? emptyVersion, "gained");

function findingsOnlyIn(version: Version, other: Version, type: "gained" | "lost"): FindingChange[] {
  const sorted = onlyFindings(version, other, type);
  // No event shows more.
  const inEvent = sorted.slice(0, mostItems + 1).filter(({ path }) => isOfSettings(path));
  const pointers = new Set(inEvent.map(({ pointer }) => pointer));
  const [here, elsewhere] = [version, other].map((one) => shownAt(one, pointers)) as [Shown, Shown];
  return sorted.map(({ rule, severity, path, pointer }) => {
    const isSetting = isOfSettings(path) && pointers.has(pointer);
    const value = isSetting ? (here.get(pointer) ?? "") : "";
    const isInBoth = isSetting && !isInList(path);
    const there = isInBoth ? (elsewhere.get(pointer) ?? "") : "";
    const opposite = there === value ? "" : there;
    const [was, is] = type === "gained" ? [opposite, value] : [value, opposite];
    const at = isSetting ? { path: path.replace(inList, "") } : {};
    const item = { type, name: rule, severity, ...at, before: was, after: is };
    return { item, shown: isInBoth ? [version, other] : [version], pointer };
  });
}

const inList = /\[\d+\]/g;
const isInList = (path: string): boolean => path.search(inList) >= 0;
/** A combination and an image have no setting of their own to show. */
const isOfSettings = (path: string): boolean =>
  !path.startsWith("(") && !path.startsWith("compatibility") && path !== "name";

/** The same finding in two versions: by its rule and place, in a list by its value. */
function keyOf(version: Version, { rule, path, pointer }: Finding): string {
  if (!isOfSettings(path)) return rule;
  return [rule, path.replace(inList, "[]"), isInList(path) ? valueTextAt(version, pointer) : ""].join("\n");
}

type Shown = ReadonlyMap<string, string>;

/** All settings at each of these pointers in a line, where there are any. */
function shownAt(version: Version, pointers: ReadonlySet<string>): Shown {
  const shown = new Map<string, Set<string>>();
  for (const setting of settingsOf(version))
    for (const pointer of outerPointers(setting.pointer))
      if (pointers.has(pointer)) shown.set(pointer, (shown.get(pointer) ?? new Set()).add(setting.shown));
  return new Map([...shown].map(([pointer, values]) => [pointer, [...values].join(", ")]));
}

/** A pointer and those that lead to it: /a/b and /a. */
export const outerPointers = (pointer: string): string[] =>
  [...pointer.matchAll(/\/|$/g)].map(({ index }) => pointer.slice(0, index)).slice(1);
