import { builder as words } from "../../strings/builder.ts";
import { byId } from "../elements.ts";
import type { Store } from "./draft-store.ts";

/** Says what happened at the foot of the page, to the ear as well, and offers to take it back. */
export type Notify = (text: string, canUndo?: boolean) => void;

let timer = 0;

/** Makes the function that says things. */
export function bindNotice(store: Store): Notify {
  const text = byId("notice");
  const undo = byId<HTMLButtonElement>("undo");
  undo.addEventListener("click", () => {
    store.undo();
    say(words.broughtBack);
    byId("builder-title").focus();
  });
  const say: Notify = (message, canUndo = false) => {
    text.textContent = message;
    undo.hidden = !canUndo || !store.canUndo;
    clearTimeout(timer);
    // A notice with an undo stays until something else is said: nobody should have to hurry.
    if (!canUndo) timer = window.setTimeout(() => (text.textContent = ""), 8000);
  };
  return say;
}
