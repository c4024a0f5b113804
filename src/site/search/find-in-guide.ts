import type { Severity } from "../../registry/model/types.ts";
import { fold } from "./match.ts";

/** Entries of the security guide that a query of the home page asks for. Pure. */

export interface GuideIndex {
  /** Language of the titles where it is not the page's, else "". */
  lang: string;
  entries: GuideEntry[];
}

/** A flag, a property or a rule. The last four are a rule's. */
export interface GuideEntry {
  /** Its id on the page of the guide. */
  anchor: string;
  title: string;
  /** The title in a few words, where it is long. */
  short?: string;
  properties?: readonly string[];
  severity?: Severity;
  common?: true;
}

/** Letters from which on the beginning of a name counts: fewer are the beginning of too many other words. */
const leastLetters = 4;

const split = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const join = (text: string): string => split(text).join("");

/**
 * The entries whose code, property or capability the query names, exact ones first; where none is and `isLast` holds because nothing else was
 * found either, those whose title has its words.
 */
export function findInGuide(entries: readonly GuideEntry[], query: string, isLast: boolean): GuideEntry[] {
  const name = join(query);
  const rate = (entry: GuideEntry): number => {
    const names = namesOf(entry).map(join);
    if (names.includes(name)) return 3;
    if (entry.properties?.some((property) => join(property) === name)) return 2;
    return name.length >= leastLetters && names.some((each) => each.startsWith(name)) ? 1 : 0;
  };
  const named = name ? entries.filter(rate) : [];
  if (named.length > 0 || !isLast) return named.sort((a, b) => rate(b) - rate(a));
  const words = split(query).filter((word) => word.length > 2);
  return entries.filter(
    ({ anchor, title }) =>
      words.length > 0 &&
      words.every((word) => split(`${anchor} ${title}`).some((each) => each.startsWith(word))),
  );
}

/** People type a property or a capability with or without what stands before it. */
function namesOf({ anchor }: GuideEntry): string[] {
  return [anchor, anchor.replace(/^(property|cap|flag)[-_]/, "")];
}
