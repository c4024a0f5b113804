import { blankCard, type Card, type CardFinding } from "../card.ts";

/** A card for tests; what is left out is ordinary. */
export function card(name: string, more: Partial<Card> = {}): Card {
  const slug = name.toLowerCase().replace(/\s+/g, "-");
  return {
    ...blankCard,
    slug,
    name,
    images: [`example/${slug}:1.0`],
    kasm: ["1.17.x"],
    architectures: ["amd64"],
    size: 1000,
    ...more,
  };
}

export function cardFinding(rule: string, level: CardFinding["level"], text = rule): CardFinding {
  return { rule, level, text };
}
