import { factsOf, imageKey, type ImageLock } from "../registry/model/image-lock.ts";
import type { Release } from "../registry/model/releases.ts";
import type { Card } from "./card.ts";

const year = 365 * 86_400_000;

/** What a card says of a workspace's images: that one is missing, or that all were built over a year before they were last looked at. */
export function imageStateOf(releases: readonly Pick<Release, "image">[], lock: ImageLock): Card["image"] {
  const known = releases.flatMap(({ image }) => lock.get(imageKey(image) ?? "") ?? []);
  if (known.some(({ state }) => state === "missing")) return "missing";
  const ages = known
    .map(factsOf)
    .filter((facts) => facts !== null && facts.created !== "")
    .map((facts) => Date.parse(facts!.checked) - Date.parse(facts!.created));
  return ages.length > 0 && ages.every((age) => age > year) ? "old" : "";
}
