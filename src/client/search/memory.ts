/** What this browser remembers of a visitor's choices. It may refuse to: nothing here throws. */

export function remember(key: string, value: string): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // The choice holds for this page alone.
  }
}

/** What was remembered, or "". */
export function recall(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
