import type { FlagId } from "../registry/model/types.ts";
import { clipDescription } from "./card-texts.ts";
import { blankCard, type Card, type CardFinding } from "./card.ts";

/** The facts whose texts many cards share; all others are transferred as they are. */
const sharedFacts = ["categories", "kasm", "architectures", "flags", "findings"] as const;
type OwnFacts = Omit<Card, (typeof sharedFacts)[number]>;
const ownFacts = (Object.keys(blankCard) as (keyof Card)[]).filter(
  (name): name is keyof OwnFacts => !sharedFacts.some((shared) => shared === name),
);

/** A column for each of these facts, with a value for each card. */
type Columns = { [Name in keyof OwnFacts]: OwnFacts[Name][] };

/** search/cards.json: cards column by column, with numbers for repeated texts, which is less than half of the same as objects, also after gzip. Pure. */
export interface CardIndex extends Columns {
  /** Texts that many cards share, each once. */
  categories: string[];
  kasm: string[];
  architectures: string[];
  flags: string[];
  findings: string[];
  /** For each card the places of its texts in the lists above. */
  categoryIds: number[][];
  kasmIds: number[][];
  architectureIds: number[][];
  flagIds: number[][];
  findingIds: number[][];
}

/** The usual path of a thumbnail (see icons.ts); only its digest is transferred. */
const thumbnail = /^thumbs\/([0-9a-f]{16})\.webp$/;

/** Packs cards for transfer. */
export function encodeCards(cards: readonly Card[]): CardIndex {
  const [categories, categoryIds] = share(cards.map((card) => card.categories));
  const [kasm, kasmIds] = share(cards.map((card) => card.kasm));
  const [architectures, architectureIds] = share(cards.map((card) => card.architectures));
  const [flags, flagIds] = share(cards.map((card) => card.flags.map((pair) => pair.join(" "))));
  const [findings, findingIds] = share(
    cards.map((card) => card.findings.map(({ rule, level, text }) => `${rule} ${level} ${text}`)),
  );
  return {
    ...columnsOf(cards.map(shorten)),
    categoryIds,
    kasmIds,
    architectureIds,
    flagIds,
    findingIds,
    ...{ categories, kasm, architectures, flags, findings },
  };
}

/** The inverse of encodeCards, apart from clipped descriptions. */
export function decodeCards(index: CardIndex): Card[] {
  const pick = (texts: string[], ids: number[] | undefined): string[] =>
    (ids ?? []).map((id) => texts[id] ?? "");
  return index.slug.map((_, place) => ({
    ...ownFactsAt(index, place),
    categories: pick(index.categories, index.categoryIds[place]),
    kasm: pick(index.kasm, index.kasmIds[place]),
    architectures: pick(index.architectures, index.architectureIds[place]),
    flags: pick(index.flags, index.flagIds[place]).map((pair) => {
      const space = pair.lastIndexOf(" ");
      return [pair.slice(0, space), pair.slice(space + 1) as FlagId];
    }),
    findings: pick(index.findings, index.findingIds[place]).map((finding) => {
      const [rule = "", level = "", ...text] = finding.split(" ");
      return { rule, level: level as CardFinding["level"], text: text.join(" ") };
    }),
    icon: (index.icon[place] ?? "").replace(/^[0-9a-f]{16}$/, "thumbs/$&.webp"),
  }));
}

function columnsOf(cards: readonly Card[]): Columns {
  return Object.fromEntries(ownFacts.map((name) => [name, cards.map((card) => card[name])])) as Columns;
}

function ownFactsAt(index: CardIndex, place: number): OwnFacts {
  return Object.fromEntries(
    ownFacts.map((name) => [name, index[name][place] ?? blankCard[name]]),
  ) as unknown as OwnFacts;
}

/** A description that fits on a card, and of the usual thumbnail's path only the digest. */
function shorten(card: Card): Card {
  return {
    ...card,
    description: clipDescription(card.description),
    icon: card.icon.replace(thumbnail, "$1"),
  };
}

/** Each text once, and for each list the places of its texts there. */
function share(lists: readonly (readonly string[])[]): [texts: string[], ids: number[][]] {
  const places = new Map<string, number>();
  const ids = lists.map((list) =>
    list.map((text) => {
      if (!places.has(text)) places.set(text, places.size);
      return places.get(text) ?? 0;
    }),
  );
  return [[...places.keys()], ids];
}
