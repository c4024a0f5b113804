import { cards as words } from "../strings/site.ts";
import { reasonOf, type Card } from "./card.ts";
import { formatSize } from "./format.ts";
import * as links from "./links.ts";
import { monogramOf } from "../registry/model/monogram.ts";

/** UTF-16 code units. */
const maxDescription = 140;

/** Texts of a card, by name. Card.astro puts these texts in, and so does the browser (client/search/render-card.ts). */
export type CardTexts = ReturnType<typeof cardTexts>;

/** The texts of a card in the language of the registry. An optional part is left out where its text or list is empty. */
export function cardTexts(card: Card, lang: string) {
  const { letter, tint } = monogramOf(card.name);
  const worst = reasonOf(card);
  const others = card.findings.filter(({ level }) => level !== "usual");
  const next = worst?.level === "usual" ? reasonOf({ findings: others }) : undefined;
  return {
    slug: card.slug,
    address: links.workspace(card.slug),
    name: card.name,
    description: clipDescription(card.description),
    icon: card.icon && links.published(card.icon),
    /** In place of a missing icon. */
    letter: card.icon ? "" : letter,
    tint: String(tint),
    categories: card.categories.join(" · "),
    /** The finding to decide on first, and the class that colours it. */
    reason: worst?.text ?? "",
    level: worst?.level ?? "",
    /** The next one that is not common, for readers who accept a common first one. */
    next: next?.text ?? "",
    nextLevel: next?.level ?? "",
    /** Only where arm64 is missing: most images have both. */
    architectures: card.architectures.includes("arm64") ? "" : onlyOf(card.architectures),
    /** In its place that there is nothing to pull. */
    size: card.image === "missing" ? words.imageMissing : formatSize(card.size, lang),
    mark: card.mark && words.marks[card.mark],
    until: String(card.until),
    flagged: words.flagged(card.name),
    flags: card.flags.map(([property, flag]) => ({ property, flag: String(flag) })),
  };
}

/** As much of a description as fits on a card. */
export function clipDescription(text: string): string {
  return text.length <= maxDescription
    ? text
    : text.slice(0, maxDescription).replace(/\s+\S*$|[\uD800-\uDBFF]$/, "") + "…";
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
