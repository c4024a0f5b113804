/**
 * The choices of a visitor that this browser remembers: for ever those made here, and until the tab is closed those that a link made.
 * Nothing here throws where the browser refuses to store.
 */

/** The rules that are accepted, with a space between two; and the Kasm version of the visitor's server. */
export type Choice = "accept" | "my-kasm";

export function remember(choice: Choice, value: string, isForTab = false): void {
  try {
    sessionStorage.removeItem(choice);
    if (value) (isForTab ? sessionStorage : localStorage).setItem(choice, value);
    else localStorage.removeItem(choice);
  } catch {
    // The choice holds for this page alone.
  }
}

/** The remembered value, or "". */
export function recall(choice: Choice): string {
  try {
    return sessionStorage.getItem(choice) ?? localStorage.getItem(choice) ?? "";
  } catch {
    return "";
  }
}
