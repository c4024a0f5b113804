import type { FlagId, Severity } from "../registry/model/types.ts";

/** The id of the first card of a page. */
export const firstCard = "first-card";

/** The data of a card: what it shows (card-texts.ts says how), and what search and facets work on. Pure. */
export interface Card {
  slug: string;
  name: string;
  description: string;
  /** The images of all its Kasm versions, each once. */
  images: string[];
  categories: string[];
  /** Kasm versions, oldest first. */
  kasm: string[];
  architectures: string[];
  /** Megabytes on disk, of the largest image. */
  size: number;
  flags: CardFlag[];
  /** Its findings, each rule once, in the order to decide on them (worstFirst). */
  findings: CardFinding[];
  /** Days since 1970 of the first and the last change. */
  created: number;
  modified: number;
  /** Whether it is deprecated, new or updated, "" if neither, and the last day since 1970 on which it is. */
  mark: "" | "new" | "updated" | "deprecated";
  until: number;
  /** Whether one of its images is missing, or all are old; "" where neither is known. */
  image: "" | "missing" | "old";
  /** Path of the icon's thumbnail below the base path; "" where there is none. */
  icon: string;
}

/** A finding in a few words. Its level is "usual" where it is common among public workspaces. */
export interface CardFinding {
  rule: string;
  level: Severity | "usual";
  text: string;
}

/** The finding that the card names: the first one, unless all are information only. */
export function reasonOf({ findings: [first] }: Pick<Card, "findings">): CardFinding | undefined {
  return first?.level === "info" ? undefined : first;
}

/** The last day of a mark that stays: in the year 4707. */
export const forever = 1_000_000;

/** `[property, identifier]` of an official flag. */
export type CardFlag = readonly [property: string, flag: FlagId];

/** A card without facts, for a template to fill; its values also replace missing ones of an index. */
export const blankCard: Card = {
  slug: "",
  name: "",
  description: "",
  images: [],
  categories: [],
  kasm: [],
  architectures: [],
  size: 0,
  flags: [],
  findings: [],
  created: 0,
  modified: 0,
  mark: "",
  until: 0,
  image: "",
  icon: "",
};
