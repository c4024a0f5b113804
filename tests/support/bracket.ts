/** A text table of a language that does not exist: every text in ⟦…⟧, also those that functions make. A copy of src/ imports this. */
export function bracket<Texts>(texts: Texts): Texts {
  return bracketed(texts) as Texts;
}

function bracketed(value: unknown): unknown {
  if (typeof value === "string") return `⟦${value}⟧`;
  if (typeof value === "function")
    return (...args: unknown[]) => bracketed((value as (...args: unknown[]) => unknown)(...args));
  if (Array.isArray(value)) return value.map(bracketed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bracketed(inner)]));
}

/** The text outside brackets of any depth. */
export function outsideBrackets(text: string): string {
  let depth = 0;
  let outside = "";
  for (const char of text) {
    if (char === "⟦") depth++;
    else if (char === "⟧") depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += char;
  }
  return outside;
}
