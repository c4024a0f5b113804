import { builder as words } from "../../strings/builder.ts";
import { byId } from "../elements.ts";
import type { Store } from "./draft-store.ts";

/** The JSON beside the form: what is saved, and a second way to edit it. */
export function bindJsonPane(store: Store): () => void {
  const area = byId<HTMLTextAreaElement>("json-text");
  const copy = byId<HTMLButtonElement>("json-copy");
  area.addEventListener("input", () => store.setText(area.value));
  copy.addEventListener("click", () => void copyText(area, copy));
  return () => {
    if (area.value !== store.draft.text) area.value = store.draft.text;
  };
}

/** Copies the text of a field, or selects it where the browser has no clipboard. The button says which. */
async function copyText(area: HTMLTextAreaElement, button: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(area.value);
    button.textContent = words.copied;
  } catch {
    area.select();
    button.textContent = words.copyFailed;
  }
  setTimeout(() => (button.textContent = words.copyJson), 2500);
}

/** Puts the cursor at a line, counted from 1, and the line in sight. */
export function goToLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = Math.max(0, (area.scrollHeight / lines.length) * (line - 4));
}
