import { imagesFile, writeImageLock } from "../registry/model/image-lock.ts";
import { jsonResponse } from "../site/json-response.ts";
import { getRegistry } from "../site/registry.ts";

/** What is known about images, for the builder and for machines; without such facts there is no file. */
export const getStaticPaths = () =>
  getRegistry().images.size > 0 ? [{ params: { lock: imagesFile.replace(".lock.json", "") } }] : [];

export const GET = (): Response => jsonResponse(writeImageLock(getRegistry().images));
