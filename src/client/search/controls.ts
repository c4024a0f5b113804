import type { SearchState, Sort } from "../../site/search/search-state.ts";
import { byId } from "../elements.ts";

/** The search field and the order. */
export interface Controls {
  show: (state: SearchState) => void;
}

/** `change` is told what was typed or chosen; `warmUp` is called before. */
export function bindControls(change: (part: Partial<SearchState>) => void, warmUp: () => void): Controls {
  const query = byId<HTMLInputElement>("query");
  const sort = byId<HTMLSelectElement>("sort");
  query.addEventListener("focus", warmUp, { once: true });
  query.addEventListener("input", () => change({ query: query.value }));
  query.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || query.value === "") return;
    event.preventDefault();
    change({ query: "" });
  });
  sort.addEventListener("change", () => change({ sort: sort.value as Sort | "" }));

  return {
    show(state) {
      if (query.value.trim() !== state.query.trim()) query.value = state.query;
      showSorts(sort, state);
    },
  };
}

/** The first order is the best match of a query, else by name, which is an order of its own only beside the former. */
function showSorts(sort: HTMLSelectElement, state: SearchState): void {
  const [first, byName] = sort.options;
  if (first && byName) {
    const hasQuery = state.query.trim() !== "";
    first.textContent = hasQuery ? (first.dataset["best"] ?? "") : byName.textContent;
    byName.hidden = byName.disabled = !hasQuery && state.sort !== "name";
  }
  sort.value = state.sort;
}
