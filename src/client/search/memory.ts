/** A visitor's choices that this browser remembers. Nothing here throws where the browser refuses to. */

export function remember(key: string, value: string): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // The choice holds for this page alone.
  }
}

/** The remembered value, or "". */
export function recall(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
