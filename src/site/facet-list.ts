import { imageStates } from "../strings/images.ts";
import { flagWords, severityWords } from "../strings/site.ts";
import type { CardGroups } from "./card-groups.ts";
import { rulesFound } from "./flag-index.ts";
import { facetValues } from "./search/find-cards.ts";
import type { FacetName } from "./search/search-state.ts";

/** The facets beside the cards: those of the address without the one that the strip above the cards shows. */
export type PanelFacet = Exclude<FacetName, "access">;

export interface FacetValue {
  value: string;
  text: string;
  count: number;
}

/** The facets that tell cards apart, with their values in order. One whose values all cards have is left out. */
export function facetListOf({
  cards,
  categories,
  versions,
}: Pick<CardGroups, "cards" | "categories" | "versions">): [PanelFacet, FacetValue[]][] {
  const tally = (facet: PanelFacet): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const value of cards.flatMap(facetValues[facet])) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const inOrder = (facet: PanelFacet, words: Record<string, string>): FacetValue[] => {
    const counts = tally(facet);
    return Object.entries(words).flatMap(([value, text]) => {
      const count = counts.get(value);
      return count === undefined ? [] : [{ value, text, count }];
    });
  };
  const facets: [PanelFacet, FacetValue[]][] = [
    ["category", categories.map(({ name, cards }) => ({ value: name, text: name, count: cards.length }))],
    [
      "finding",
      [
        ...rulesFound(tally("finding")).map(({ rule, title, count }) => ({
          value: rule,
          text: title,
          count,
        })),
        ...inOrder("finding", { none: severityWords.none }),
      ],
    ],
    ["flag", inOrder("flag", flagWords)],
    [
      "kasm",
      versions.map(({ name, cards }) => ({
        value: name,
        text: name.replace(/\.x$/, ""),
        count: cards.length,
      })),
    ],
    ["image", inOrder("image", imageStates)],
    ["arch", [...tally("arch")].sort().map(([value, count]) => ({ value, text: value, count }))],
  ];
  return facets.filter(([, values]) => values.some(({ count }) => count < cards.length));
}
