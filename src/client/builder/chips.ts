import { builder as words } from "../../strings/builder.ts";
import { find, makeElement } from "../elements.ts";

/** A short list of texts: each with a button to remove it, and one input to add. */
export interface Chips {
  show: (items: readonly { text: string; pointer: string }[]) => void;
}

/** Works on the `.b-chips` in a field, with a list and perhaps an input and a button in it, as components/builder/Chips.astro makes it. */
export function bindChips(
  field: HTMLElement,
  add: (text: string) => void,
  remove: (place: number) => void,
): Chips {
  const element = find(field, ".b-chips");
  const list = find(element, ".b-chip-list");
  const input = element.querySelector<HTMLInputElement>(".b-chip-add input");
  const button = element.querySelector<HTMLButtonElement>(".b-chip-add button");
  if (input) {
    const take = bindInput(input, element.dataset["commas"] !== undefined, add, () => {
      const text = list.lastElementChild?.querySelector("span")?.textContent;
      if (text !== undefined) remove(list.children.length - 1);
      return text;
    });
    button?.addEventListener("click", () => {
      take();
      input.focus();
    });
  }

  return {
    show(items) {
      const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
      list.replaceChildren(
        ...items.map(({ text, pointer }, place) => makeChip(text, pointer, () => remove(place))),
      );
      list.hidden = items.length === 0;
      if (focused >= 0)
        (
          (list.children[focused] ?? list.lastElementChild)?.querySelector("button") ??
          input ??
          button
        )?.focus();
    },
  };
}

function makeChip(text: string, pointer: string, remove: () => void): HTMLElement {
  return makeElement(
    "li",
    { class: "b-chip", "data-pointer": pointer },
    makeElement("span", { dir: "auto" }, text),
    makeElement("button", { type: "button", "aria-label": words.removeItem(text), click: remove }, "×"),
  );
}

/**
 * Adds texts as they are typed, and returns the function that adds what the input holds. `takeBack` removes the last chip when the input
 * is empty, and returns its text to be corrected.
 */
function bindInput(
  input: HTMLInputElement,
  commas: boolean,
  add: (text: string) => void,
  takeBack: () => string | undefined,
): () => void {
  const take = (): void => {
    const texts = commas ? input.value.split(",") : [input.value];
    input.value = "";
    for (const text of texts) if (text.trim() !== "") add(text.trim());
  };
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" || (event.key === "," && commas)) {
      event.preventDefault();
      take();
    } else if (event.key === "Backspace" && input.value === "") {
      const text = takeBack();
      if (text === undefined) return;
      event.preventDefault();
      input.value = text;
    }
  });
  // A word counts when the visitor leaves the field, and a choice of the browser's list at once.
  input.addEventListener("change", take);
  return take;
}
