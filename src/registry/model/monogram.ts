/** A letter and the number of one of six tints, shown in place of a missing icon. Pure. */
export function monogramOf(name: string): { letter: string; tint: number } {
  const letter = /[\p{L}\p{N}]/u.exec(name)?.[0]?.toUpperCase() ?? "?";
  return {
    letter,
    tint: [...name].reduce((sum, character) => (sum * 31 + character.codePointAt(0)!) % 997, 7) % 6,
  };
}
