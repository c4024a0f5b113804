import type { Card } from "../card.ts";

/** A card for tests; what is left out is ordinary. */
export function card(name: string, more: Partial<Card> = {}): Card {
  return {
    slug: name.toLowerCase().replace(/\s+/g, "-"),
    name,
    description: "",
    images: [`example/${name.toLowerCase().replace(/\s+/g, "-")}:1.0`],
    categories: [],
    kasm: ["1.17.x"],
    architectures: ["amd64"],
    size: 1000,
    flags: [],
    severity: null,
    findings: [],
    created: 0,
    modified: 0,
    icon: "",
    ...more,
  };
}
