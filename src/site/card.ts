import type { FlagId, Severity } from "../registry/model/types.ts";

/** The id of the first card of a page. */
export const firstCard = "first-card";

/** What a card shows, and what search and facets work on. Pure: the browser reads it from search/cards.json. */
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
  severity: Severity | null;
  /** Rules of its findings, each once, the worst first. */
  findings: string[];
  /** Days since 1970 of the first and the last change. */
  created: number;
  modified: number;
  /** Path of the icon's thumbnail below the base path; "" where there is none. */
  icon: string;
}

/** `[property, identifier]` of an official flag. */
export type CardFlag = readonly [property: string, flag: FlagId];

/** Column by column, with numbers for repeated strings: less than half of the same as objects, also after gzip. */
export interface CardIndex {
  categories: string[];
  kasm: string[];
  architectures: string[];
  flags: string[];
  severities: string[];
  rules: string[];
  slug: string[];
  name: string[];
  description: string[];
  images: string[][];
  /** Indices into the lists above. */
  in: number[][];
  for: number[][];
  on: number[][];
  flagged: number[][];
  severity: number[];
  found: number[][];
  size: number[];
  created: number[];
  modified: number[];
  icon: string[];
}

/** Longest description that the index carries, in UTF-16 code units: what fits on a card. */
const longest = 140;

const clip = (text: string): string =>
  text.length <= longest ? text : text.slice(0, longest).replace(/\s+\S*$|[\uD800-\uDBFF]$/, "") + "…";

/** Packs cards for transfer. */
export function encodeCards(cards: readonly Card[]): CardIndex {
  const number = (pool: string[]): ((value: string) => number) => {
    const places = new Map<string, number>();
    return (value) => {
      let place = places.get(value);
      if (place === undefined) places.set(value, (place = pool.push(value) - 1));
      return place;
    };
  };
  const pools = {
    categories: [] as string[],
    kasm: [] as string[],
    architectures: [] as string[],
    flags: [] as string[],
    severities: [] as string[],
    rules: [] as string[],
  };
  const category = number(pools.categories);
  const kasm = number(pools.kasm);
  const architecture = number(pools.architectures);
  const flag = number(pools.flags);
  const severity = number(pools.severities);
  const rule = number(pools.rules);
  return {
    slug: cards.map((card) => card.slug),
    name: cards.map((card) => card.name),
    description: cards.map((card) => clip(card.description)),
    images: cards.map((card) => card.images),
    in: cards.map((card) => card.categories.map(category)),
    for: cards.map((card) => card.kasm.map(kasm)),
    on: cards.map((card) => card.architectures.map(architecture)),
    flagged: cards.map((card) => card.flags.map((pair) => flag(pair.join(" ")))),
    severity: cards.map((card) => severity(card.severity ?? "")),
    found: cards.map((card) => card.findings.map(rule)),
    size: cards.map((card) => card.size),
    created: cards.map((card) => card.created),
    modified: cards.map((card) => card.modified),
    icon: cards.map((card) => card.icon.replace(thumbnail, "$1")),
    ...pools,
  };
}

/** The usual path of a thumbnail (see icons.ts); only its digest is transferred. */
const thumbnail = /^thumbs\/([0-9a-f]{16})\.webp$/;

/** The inverse of encodeCards, apart from clipped descriptions. */
export function decodeCards(index: CardIndex): Card[] {
  const pick = (pool: string[], places: number[] | undefined): string[] =>
    (places ?? []).map((place) => pool[place] ?? "");
  return index.slug.map((slug, card) => ({
    slug,
    name: index.name[card] ?? "",
    description: index.description[card] ?? "",
    images: index.images[card] ?? [],
    categories: pick(index.categories, index.in[card]),
    kasm: pick(index.kasm, index.for[card]),
    architectures: pick(index.architectures, index.on[card]),
    flags: pick(index.flags, index.flagged[card]).map((pair) => {
      const space = pair.lastIndexOf(" ");
      return [pair.slice(0, space), pair.slice(space + 1) as FlagId];
    }),
    severity: (index.severities[index.severity[card] ?? -1] || null) as Severity | null,
    findings: pick(index.rules, index.found[card]),
    size: index.size[card] ?? 0,
    created: index.created[card] ?? 0,
    modified: index.modified[card] ?? 0,
    icon: (index.icon[card] ?? "").replace(/^[0-9a-f]{16}$/, "thumbs/$&.webp"),
  }));
}
