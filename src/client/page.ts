import { site } from "../strings/every-page.ts";

/** Behaviour of every page: copy buttons, "/" to search, Esc to close what is open. */

document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLElement>("[data-copy]");
  if (button) void copy(button);
});

async function copy(button: HTMLElement): Promise<void> {
  const source = document.getElementById(button.dataset["copy"] ?? "");
  const label = button.querySelector("span") ?? button;
  const before = label.textContent;
  const text = source instanceof HTMLInputElement ? source.value : textOf(source);
  try {
    await navigator.clipboard.writeText(text);
    label.textContent = site.copied;
  } catch {
    // Without a secure context there is no clipboard: the text is selected instead.
    if (source instanceof HTMLInputElement) source.select();
    else if (source) {
      source.closest("details")?.setAttribute("open", "");
      getSelection()?.selectAllChildren(source);
    }
    label.textContent = site.copyFailed;
  }
  setTimeout(() => (label.textContent = before), 2500);
}

/** The text of an element without the links and marks that the page adds to it. */
function textOf(element: HTMLElement | null): string {
  const copy = element?.cloneNode(true) as HTMLElement | undefined;
  copy?.querySelectorAll("[data-no-copy]").forEach((mark) => mark.remove());
  return copy?.textContent ?? "";
}

document.addEventListener("keydown", (event) => {
  const typing =
    event.target instanceof Element &&
    event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.querySelector<HTMLInputElement>("[data-search-key]");
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  }
  if (event.key === "Escape") {
    // A tooltip shows as long as its button has the focus or the pointer.
    const tip = document.querySelector<HTMLElement>(".tip-open, .tip:hover");
    tip?.classList.add("tip-closed");
    if (document.activeElement instanceof HTMLElement && document.activeElement.matches(".tip button"))
      document.activeElement.blur();
  }
});

document.addEventListener("pointerout", (event) =>
  (event.target as Element).closest(".tip-closed")?.classList.remove("tip-closed"),
);
document.addEventListener("focusin", (event) =>
  (event.target as Element).closest(".tip-closed")?.classList.remove("tip-closed"),
);
