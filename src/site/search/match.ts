import type { Card } from "../card.ts";

/** Search over the cards: prefixes, parts of words, one or two typing mistakes; any script. Pure. */

export interface Matcher {
  /** Card number → score, for the cards that match every word of the query. */
  (query: string): Map<number, number>;
  /** Takes the next cards in, so that the first key need not wait for all; false when all are in. */
  prepare: (cards: number) => boolean;
}

interface Field {
  weight: number;
  text: (card: Card) => string;
}

const fields: readonly Field[] = [
  { weight: 10, text: (card) => card.name },
  { weight: 6, text: (card) => card.categories.join(" ") },
  { weight: 5, text: (card) => card.images.join(" ") },
  { weight: 2, text: (card) => card.description },
  { weight: 1, text: ({ findings, flags }) => [...findings.map(({ rule }) => rule), ...flags].join(" ") },
];

/** Lower case without accents and vowel marks, so that "cafe" finds "Café" and any form of alef finds another. */
export function fold(text: string): string {
  // Most text needs no more than this, and it is much faster.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

const split = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Scripts without spaces between words, so that every part of a run can be a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * Edits (insert, delete, replace, swap of neighbours) from `query` to the nearest beginning of `word`, or `limit` + 1.
 * The beginning, because people look while they type.
 */
export function distance(query: string, word: string, limit: number): number {
  const end = Math.min(word.length, query.length + limit);
  let before: number[] = [];
  let last = Array.from({ length: end + 1 }, (_, column) => column);
  for (let row = 1; row <= query.length; row += 1) {
    const next = [row];
    // Rows have a number for every column up to the end.
    for (let column = 1; column <= end; column += 1) {
      const same = query[row - 1] === word[column - 1];
      let cost = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      if (
        row > 1 &&
        column > 1 &&
        query[row - 1] === word[column - 2] &&
        query[row - 2] === word[column - 1]
      ) {
        cost = Math.min(cost, before[column - 2]! + 1);
      }
      next.push(cost);
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = last;
    last = next;
  }
  return Math.min(...last);
}

/** Typing mistakes that a word of this length may hold. */
const tolerance = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** How well a word answers a word of the query, 0 to 1; 0 where it does not. */
function quality(query: string, word: string): number {
  if (word === query) return 1;
  if (word.startsWith(query)) return 0.75 + (0.2 * query.length) / word.length;
  if ((query.length > 2 || unspaced.test(query)) && word.includes(query)) return 0.45;
  return 0;
}

/** The words of the cards. */
class Vocabulary {
  readonly #postings = new Map<string, Map<number, number>>();

  /** Takes the words of a card in. */
  take(card: Card, number: number): void {
    for (const { weight, text } of fields)
      for (const word of split(text(card))) this.#add(word, number, weight);
    // "vscode" for vs-code and "libreoffice" for Libre Office: the same without what separates the words.
    for (const text of [card.name, ...card.images.map((image) => image.replace(/:[^/]*$/, ""))]) {
      const joined = split(text).join("");
      if (joined) this.#add(joined, number, text === card.name ? 8 : 4);
    }
  }

  #add(word: string, card: number, weight: number): void {
    let postings = this.#postings.get(word);
    if (!postings) this.#postings.set(word, (postings = new Map()));
    if ((postings.get(card) ?? 0) < weight) postings.set(card, weight);
  }

  /** The score of each card for a word of a query; typing mistakes count where nothing else does. */
  find(word: string): Map<number, number> {
    const scores = this.#rate((each) => quality(word, each));
    const limit = tolerance(word.length);
    if (scores.size > 0 || limit === 0) return scores;
    return this.#rate((each) => {
      if (each.length < word.length - limit) return 0;
      const edits = distance(word, each, limit);
      return edits > limit ? 0 : 0.4 / edits;
    });
  }

  #rate(rate: (word: string) => number): Map<number, number> {
    const scores = new Map<number, number>();
    for (const [word, postings] of this.#postings) {
      const rating = rate(word);
      if (rating === 0) continue;
      for (const [card, weight] of postings) {
        const score = rating * weight;
        if ((scores.get(card) ?? 0) < score) scores.set(card, score);
      }
    }
    return scores;
  }
}

/** A search over these cards. The work of preparing it grows with their text and is done once, in parts or with the first query. */
export function createMatcher(cards: readonly Card[]): Matcher {
  const vocabulary = new Vocabulary();
  let taken = 0;
  const prepare = (count: number): boolean => {
    for (const card of cards.slice(taken, taken + count)) vocabulary.take(card, taken++);
    return taken < cards.length;
  };
  const match = (query: string): Map<number, number> => {
    prepare(Infinity);
    let result: Map<number, number> | null = null;
    for (const word of split(query)) {
      const both = new Map<number, number>();
      for (const [card, score] of vocabulary.find(word)) {
        const before = result === null ? 0 : result.get(card);
        if (before !== undefined) both.set(card, before + score);
      }
      result = both;
    }
    return result ?? new Map();
  };
  return Object.assign(match, { prepare });
}
