import { firstControl } from "../elements.ts";

/** The visible field or block of a JSON pointer, or of the nearest value above it that has one; null where only the JSON shows it. */
export function placeOf(form: HTMLElement, pointer: string): HTMLElement | null {
  for (let path = pointer; path !== ""; path = path.slice(0, path.lastIndexOf("/"))) {
    const found = [...form.querySelectorAll<HTMLElement>(`[data-pointer="${CSS.escape(path)}"]`)].find(
      (element) => !element.closest("[hidden]"),
    );
    if (found) return found;
    if (!path.startsWith("/")) return null;
  }
  return null;
}

/** Where the words for a place go: its own slot, or that of what it is part of. */
export function slotOf(place: HTMLElement): HTMLElement | null {
  for (
    let element: HTMLElement | null = place;
    element;
    element = element.parentElement!.closest<HTMLElement>("[data-pointer]")
  ) {
    const named = element.dataset["slot"];
    const slot = named
      ? document.getElementById(named)
      : element.querySelector<HTMLElement>(":scope > .b-problem:not([id^=row])");
    if (slot) return slot;
  }
  return null;
}

/** Takes the focus to the control of a place, and the place into sight. */
export function goTo(place: HTMLElement): void {
  for (let details = place.closest("details"); details; details = details.parentElement!.closest("details"))
    details.open = true;
  const control = firstControl(place) ?? place;
  control.focus({ preventScroll: true });
  place.scrollIntoView({ block: "center" });
}

/** What a place is called: the label of its field, else the path in the JSON. */
export function nameOf(place: HTMLElement | null, pointer: string): string {
  const label = place?.dataset["pointer"] === pointer ? place.dataset["label"] : undefined;
  if (label) return label;
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : path ? `${path}.${step}` : step), "");
}
