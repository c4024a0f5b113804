import { type FacetName, facetNames, type SearchState } from "../../site/search/search-state.ts";
import { find as words } from "../../strings/site.ts";
import { byId, makeElement } from "../elements.ts";
import type { Facets } from "./facets.ts";

/** Shows a button for each chosen filter that takes it out, and one that takes out everything. */
export function showChosenFilters(
  state: SearchState,
  labelOf: Facets["labelOf"],
  act: { remove: (name: FacetName, value: string) => void; clear: () => void },
): void {
  const buttons = facetNames.flatMap((name) =>
    state.facets[name].map((value) => {
      const label = labelOf(name, value);
      return makeElement(
        "button",
        { type: "button", "aria-label": words.remove(label), click: () => act.remove(name, value) },
        `${label} ×`,
      );
    }),
  );
  const clear = makeElement("button", { type: "button", class: "clear", click: act.clear }, words.clearAll);
  const list = byId("chosen");
  list.hidden = buttons.length === 0;
  list.replaceChildren(...[...buttons, clear].map((button) => makeElement("li", {}, button)));
}
