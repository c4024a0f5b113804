import { cards as words } from "../strings/site.ts";
import type { Card } from "./card.ts";
import { formatSize } from "./format.ts";
import * as links from "./links.ts";
import { monogramOf } from "../registry/model/monogram.ts";

/** Texts of a card, by name. Card.astro puts these texts in, and so does the browser (client/search/render-card.ts). */
export type CardTexts = ReturnType<typeof cardTexts>;

/** The texts of a card in the language of the registry. An optional part is left out where its text or list is empty. */
export function cardTexts(card: Card, lang: string) {
  const { letter, tint } = monogramOf(card.name);
  return {
    slug: card.slug,
    address: links.workspace(card.slug),
    name: card.name,
    description: card.description,
    icon: card.icon && links.published(card.icon),
    /** In place of a missing icon. */
    letter: card.icon ? "" : letter,
    tint: String(tint),
    categories: card.categories.join(" · "),
    /** The worst finding, and the class that colours it. */
    reason: card.reason,
    level: card.standsOut ?? "usual",
    /** Only where arm64 is missing: most images have both. */
    architectures: card.architectures.includes("arm64") ? "" : onlyOf(card.architectures),
    size: formatSize(card.size, lang),
    flagged: words.flagged(card.name),
    flags: card.flags.map(([property, flag]) => ({ property, flag: String(flag) })),
  };
}

function onlyOf(architectures: readonly string[]): string {
  return architectures.length > 0 ? words.only(architectures.join(", ")) : "";
}

/** The same texts replaced by their names in braces, as the page's template of a card shows them. */
export function placeholdersOf(texts: CardTexts): CardTexts {
  const nameTexts = (values: object): object =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map(nameTexts) : `{${name}}`,
      ]),
    );
  return nameTexts(texts) as CardTexts;
}
