import { distance } from "fastest-levenshtein";

/**
 * The candidate that `word` is most likely a misspelling of, or null. Case, spaces, "-" and "_" do not count;
 * a third of the letters may differ, two at most.
 */
export function closest(word: string, candidates: Iterable<string>): string | null {
  const fold = (text: string): string => text.toLowerCase().replace(/[-_\s]/g, "");
  const folded = fold(word.slice(0, 80));
  const maxDistance = Math.min(2, Math.floor(folded.length / 3));
  let best: string | null = null;
  let bestDistance = maxDistance + 1;
  for (const candidate of candidates) {
    const steps = distance(folded, fold(candidate));
    if (steps < bestDistance) [best, bestDistance] = [candidate, steps];
  }
  return best;
}
