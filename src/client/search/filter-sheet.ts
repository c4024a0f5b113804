import { sheet as words } from "../../strings/home-filters.ts";
import { byId } from "../elements.ts";

/** The dialog that holds the filters on a narrow screen. The browser gives it the focus, takes Esc, and gives the focus back. */
export interface FilterSheet {
  /** How many workspaces the filters leave. */
  showCount: (count: number) => void;
  close: () => void;
  /** Whether a step belongs to one before it: all choices of one opening are a single step back. */
  isSameStep: () => boolean;
}

export function bindFilterSheet(): FilterSheet {
  const dialog = byId<HTMLDialogElement>("sheet");
  const facets = byId("facets");
  let hasStepped = false;

  byId("filters").addEventListener("click", () => {
    hasStepped = false;
    byId("sheet-body").append(facets);
    dialog.showModal();
  });
  dialog.addEventListener("close", () => dialog.before(facets));
  dialog.addEventListener("click", ({ target }) => {
    if ((target as Element).closest("[data-closes]")) dialog.close();
  });
  // Wider, the filters are beside the cards: at the width in find.css.
  matchMedia("(max-width: 56rem)").addEventListener("change", ({ matches }) => matches || dialog.close());

  return {
    showCount: (count) => void (byId("sheet-show").textContent = words.show(count)),
    close: () => dialog.close(),
    isSameStep() {
      const isSame = dialog.open && hasStepped;
      hasStepped = true;
      return isSame;
    },
  };
}
