import { builder as words } from "../../strings/builder.ts";
import { makeElement } from "../elements.ts";

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
  const element = field.querySelector<HTMLElement>(".b-chips")!;
  const list = element.querySelector<HTMLElement>(".b-chip-list")!;
  const input = element.querySelector<HTMLInputElement>(".b-chip-add input");
  const button = element.querySelector<HTMLButtonElement>(".b-chip-add button");
  const commas = element.dataset["commas"] !== undefined;

  function take(): boolean {
    const texts = (commas ? input!.value.split(",") : [input!.value])
      .map((text) => text.trim())
      .filter(Boolean);
    input!.value = "";
    texts.forEach(add);
    return texts.length > 0;
  }

  input?.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" || (event.key === "," && commas)) {
      event.preventDefault();
      take();
    } else if (event.key === "Backspace" && input.value === "" && list.lastElementChild) {
      event.preventDefault();
      // Back into the input, to be corrected.
      input.value = list.lastElementChild.querySelector("span")!.textContent;
      remove(list.children.length - 1);
    }
  });
  // A word counts when the visitor leaves the field, and a choice of the browser's list at once.
  input?.addEventListener("change", take);
  button?.addEventListener("click", () => {
    take();
    input!.focus();
  });

  return {
    show(items) {
      const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
      list.replaceChildren(
        ...items.map(({ text, pointer }, place) =>
          makeElement(
            "li",
            { class: "b-chip", "data-pointer": pointer },
            makeElement("span", { dir: "auto" }, text),
            makeElement(
              "button",
              { type: "button", "aria-label": words.removeItem(text), click: () => remove(place) },
              "×",
            ),
          ),
        ),
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
