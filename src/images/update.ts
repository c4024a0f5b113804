import { factsOf, type ImageLock, type ImageState, type LockedImage } from "../registry/model/image-lock.ts";
import { parseImage, type ImageReference } from "../registry/model/image-reference.ts";
import { ImageFault, type ImageClient } from "./client.ts";
import { inspectImage } from "./inspect.ts";

/** What a run found out about one image. */
export interface ImageResult {
  name: string;
  /** "later": not asked, or not answered for now; the lock keeps what it has. */
  found: "new" | "rebuilt" | "same" | ImageState | "later";
  /** Why, for all but the first three. */
  reason: string;
  image: LockedImage | undefined;
}

/** Whether the registry is to be asked: an image that is unknown or was not answered for, and one that was last asked before `today`. */
function isDue(image: LockedImage | undefined, today: string): boolean {
  const facts = factsOf(image);
  return !image || image.state !== undefined || !facts || facts.checked < today;
}

/**
 * Asks about the images that are due, the longest unasked first. An unchanged digest costs one HEAD request, which Docker Hub does not count
 * as a pull.
 */
export async function* updateImages(
  lock: ImageLock,
  names: readonly string[],
  today: string,
  client: ImageClient,
): AsyncGenerator<ImageResult> {
  const checkedOf = (name: string): string => lock.get(name)?.checked ?? "";
  const due = names
    .filter((name) => isDue(lock.get(name), today))
    .sort((a, b) => (checkedOf(a) < checkedOf(b) ? -1 : checkedOf(a) > checkedOf(b) ? 1 : 0));
  for (const name of due) yield await update(name, lock.get(name), today, client);
}

async function update(
  name: string,
  known: LockedImage | undefined,
  today: string,
  client: ImageClient,
): Promise<ImageResult> {
  // Names are those of references that could be read.
  const image = parseImage(name) as ImageReference;
  const { state: knownState, since: knownSince, ...measured } = known ?? {};
  const facts = factsOf(measured);
  try {
    const digest = await client.digestOf(image);
    if (facts && digest === facts.digest)
      return { name, found: "same", reason: "", image: { ...facts, checked: today } };
    const now = await inspectImage(client, image, today);
    const found = !facts ? "new" : now.digest === facts.digest ? "same" : "rebuilt";
    return { name, found, reason: "", image: now };
  } catch (error) {
    if (!(error instanceof ImageFault)) throw error;
    const { state, message: reason } = error;
    // What was measured stays, and a registry that does not answer says nothing about it.
    if (state === "later" || (state === "unreachable" && known))
      return { name, found: state, reason, image: known };
    const since = (knownState === state && knownSince) || today;
    return { name, found: state, reason, image: { state, since, ...measured } };
  }
}
