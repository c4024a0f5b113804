import type { AccessLevel } from "../../site/search/access-level.ts";
import type { Results } from "../../site/search/find-cards.ts";
import type { FacetName, SearchState } from "../../site/search/search-state.ts";
import { strip } from "../../strings/home-filters.ts";
import { find as words } from "../../strings/site.ts";
import { byId, find, findAround } from "../elements.ts";

/** The filters beside the list. */
export interface Facets {
  show: (state: SearchState) => void;
  showCounts: (counts: Results["counts"]) => void;
  /** The name of a value on the page. */
  labelOf: (name: FacetName, value: string) => string;
}

/** `change` is told the values of a facet that are chosen now, those that the page has no box for among them. */
export function bindFacets(
  valuesOf: (name: FacetName) => readonly string[],
  change: (name: FacetName, values: string[]) => void,
): Facets {
  const panel = byId("facets");
  const boxes = [...panel.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const boxOf = (name: FacetName, value: string): HTMLInputElement | undefined =>
    boxes.find((box) => box.name === name && box.value === value);

  panel.addEventListener("change", (event) => {
    const name = (event.target as HTMLInputElement).name as FacetName;
    const unlisted = valuesOf(name).filter((value) => !boxOf(name, value));
    const chosen = boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value);
    change(name, [...unlisted, ...chosen]);
  });
  return {
    show(state) {
      for (const box of boxes) {
        box.checked = state.facets[box.name as FacetName].includes(box.value);
        // A choice that the address makes must be in sight.
        const fold = box.checked && box.closest("details");
        if (fold) fold.open = true;
      }
    },
    showCounts(counts) {
      for (const box of boxes) {
        const count = counts[box.name as FacetName].get(box.value) ?? 0;
        const choice = findAround(box, ".choice");
        find(choice, ".choice-count").textContent = String(count);
        choice.classList.toggle("empty", count === 0);
      }
    },
    labelOf(name, value) {
      if (name === "access") return strip.names[value as AccessLevel] ?? value;
      if (name === "kasm") return words.kasm(value.replace(/\.x$/, ""));
      return boxOf(name, value)?.nextElementSibling?.textContent ?? value;
    },
  };
}
