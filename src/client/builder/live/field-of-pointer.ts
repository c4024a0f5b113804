import { fromPointer } from "../../../registry/model/json.ts";
import { firstControl } from "../../elements.ts";

/** The visible field or block of a JSON pointer, or of the nearest value above it that has one; null where only the JSON shows it. */
export function fieldOf(form: HTMLElement, pointer: string): HTMLElement | null {
  for (let path = pointer; path !== ""; path = path.slice(0, path.lastIndexOf("/"))) {
    const found = [...form.querySelectorAll<HTMLElement>(`[data-pointer="${CSS.escape(path)}"]`)].find(
      (element) => !element.closest("[hidden]"),
    );
    if (found) return found;
    if (!path.startsWith("/")) return null;
  }
  return null;
}

/** Where the words for a field go: its own slot, or that of the field around it. */
export function slotOf(field: HTMLElement): HTMLElement | null {
  for (
    let element: HTMLElement | null = field;
    element;
    element = element.parentElement?.closest<HTMLElement>("[data-pointer]") ?? null
  ) {
    const named = element.dataset["slot"];
    const slot = named
      ? document.getElementById(named)
      : element.querySelector<HTMLElement>(":scope > .b-problem:not([id^=row])");
    if (slot) return slot;
  }
  return null;
}

/** Moves the focus to the control of a field, and scrolls to the field. */
export function goTo(field: HTMLElement): void {
  for (
    let details = field.closest("details");
    details;
    details = details.parentElement?.closest("details") ?? null
  )
    details.open = true;
  const control = firstControl(field) ?? field;
  control.focus({ preventScroll: true });
  field.scrollIntoView({ block: "center" });
}

/** The label of the field at a pointer, else the path in the JSON. */
export function nameOf(field: HTMLElement | null, pointer: string): string {
  const label = field?.dataset["pointer"] === pointer ? field.dataset["label"] : undefined;
  if (label) return label;
  return fromPointer(pointer).reduce(
    (path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : path ? `${path}.${step}` : step),
    "",
  );
}
