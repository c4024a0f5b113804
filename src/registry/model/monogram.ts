/** Backgrounds of white letters; src/styles/card.css has the same as .tint-0 to .tint-5. */
export const tints = ["#4b6478", "#5c5f8d", "#76586f", "#7a5d46", "#556b4c", "#3f6b6b"] as const;

/** A letter and the number of a tint, shown in place of a missing icon. A name without letters gives "?". Pure. */
export function monogramOf(name: string): { letter: string; tint: number } {
  const letter = /[\p{L}\p{N}]/u.exec(name)?.[0]?.toUpperCase() ?? "?";
  const sum = [...name].reduce((total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 997, 7);
  return { letter, tint: sum % tints.length };
}
