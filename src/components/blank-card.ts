import type { Card } from "../site/card.ts";

/** A card with every part in it, for the template that the browser fills. */
export const blankCard: Card = {
  slug: "",
  name: "",
  description: "",
  images: [],
  categories: [],
  kasm: [],
  architectures: [],
  size: 0,
  created: 0,
  modified: 0,
  severity: null,
  findings: [],
  flags: [["", "flag_property"]],
  icon: "blank",
};
