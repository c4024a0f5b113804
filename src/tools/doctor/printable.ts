/** Text of a stranger's server for our terminal: no control, direction or line-break characters, 120 characters at most. */
export function printable(value: unknown, most = 120): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const clean = text
    .slice(0, most * 2)
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
      (character) => "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0"),
    );
  return clean.length > most || text.length > most * 2 ? clean.slice(0, most) + "…" : clean;
}

/** The same in double quotes. */
export const quoted = (value: unknown, most = 120): string =>
  `"${printable(typeof value === "string" ? value : JSON.stringify(value), most)}"`;

/** Bytes as people read them. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/** "a, b and 3 more". */
export function some(items: readonly string[], most = 3): string {
  const shown = items.slice(0, most).map((item) => printable(item, 60));
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : (shown[0] ?? "nothing");
}
