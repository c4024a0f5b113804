import { facetNames, formatState, type SearchState } from "../../site/search/search-state.ts";
import type { Suggestion } from "../../site/search/suggest.ts";
import { find as words } from "../../strings/site.ts";
import { byId, find, makeElement } from "../elements.ts";
import type { Facets } from "./facets.ts";
import { followInPage } from "./in-page-link.ts";

/** Says that nothing was found for a search, and links to searches that find something. */
export function showSuggestions(
  state: SearchState,
  suggestions: readonly Suggestion[],
  labelOf: Facets["labelOf"],
  goTo: (state: SearchState) => void,
): void {
  const box = byId("nothing");
  const query = state.query.trim();
  const chosen = facetNames.flatMap((name) => state.facets[name].map((value) => labelOf(name, value)));
  find(box, "h3").textContent = words.nothingFor([...(query ? [`“${query}”`] : []), ...chosen].join(", "));
  find(box, "p").textContent = suggestions.length > 0 ? words.nothingWays : words.nothingHelp;
  find(box, "ul").replaceChildren(
    ...suggestions.map((suggestion) => {
      const link = makeElement(
        "a",
        { class: "button", href: formatState(suggestion.state) || location.pathname },
        describe(suggestion, state, labelOf),
      );
      followInPage(link, () => goTo(suggestion.state));
      return makeElement("li", {}, link);
    }),
  );
  box.hidden = false;
}

export function hideSuggestions(): void {
  byId("nothing").hidden = true;
}

function describe(
  { facet, value, count }: Suggestion,
  state: SearchState,
  labelOf: Facets["labelOf"],
): string {
  if (facet === "query" || facet === "all") return words.ways[facet](count);
  if (facet === "words") return words.ways.instead(`“${value}”`, count);
  if (value) return words.ways.instead(labelOf(facet, value), count);
  return words.ways.without(state.facets[facet].map((chosen) => labelOf(facet, chosen)).join(", "), count);
}
