import { addRecipe, type RecipeId } from "../../../edit/new/recipes.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { dataOf } from "../../elements.ts";
import { draftOf } from "../draft.ts";
import type { BuilderPage } from "./builder-page.ts";

/** The buttons that fill several fields at once; each can be taken back. */
export function bindRecipes({ form, store, notify }: BuilderPage): void {
  for (const button of form.querySelectorAll<HTMLElement>("[data-recipe]")) {
    button.addEventListener("click", () => {
      const { data, changed, left } = addRecipe(store.draft.data, dataOf(button, "recipe") as RecipeId);
      if (changed.length > 0) store.replace(draftOf(data, store.keys, { ...store.draft, pending: {} }));
      for (const key of changed) store.see(`/${key}`);
      notify(words.recipeAdded(changed, left), changed.length > 0);
    });
  }
}
