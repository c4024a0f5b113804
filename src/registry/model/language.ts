import { textBefore } from "./text.ts";
import { closest } from "./closest.ts";

/** The canonical form of a BCP 47 tag: `de-at` → `de-AT`; null for what is none, or names a language that nobody knows. */
export function languageTag(value: unknown): string | null {
  const tag = typeof value === "string" ? canonical(value) : null;
  return tag !== null && nameOf(textBefore(tag, "-")) !== undefined ? tag : null;
}

/** The direction in which a language is written: "rtl" for "ar", "he" and "az-Arab". */
export function directionOf(tag: string): "ltr" | "rtl" {
  return new Intl.Locale(tag).getTextInfo().direction ?? "ltr";
}

/** The tag that was probably meant: `german`, `Deutsch` or `ger` → `de`, `de_DE` → `de-DE`; null where none is near. */
export function likelyLanguageTag(written: string): string | null {
  const text = written.trim();
  const dashed = languageTag(text.replaceAll(/[_.\s]+/g, "-").replace(/-utf-?8$/i, ""));
  if (dashed) return dashed;
  const byName = new Map<string, string>();
  for (const code of languageCodes())
    for (const name of [nameOf(code), nameOf(code, code)]) if (name) byName.set(name, code);
  return byName.get(closest(text, byName.keys()) ?? "") ?? null;
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** The name of a language in English, or in `locale`; undefined for a code that has none. */
function nameOf(code: string, locale = "en"): string | undefined {
  return new Intl.DisplayNames([locale], { type: "language", fallback: "none" }).of(code);
}

/** Every code of two letters, whether or not a language has it. */
function languageCodes(): string[] {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i));
  return letters.flatMap((a) => letters.map((b) => a + b));
}
