import type { Registry } from "../registry/model/types.ts";
import { brandPicture } from "./brand.ts";
import { drawIcon } from "./draw-icon.ts";
import { makeSocialCard } from "./social-card.ts";

/** Pixels of the favicon, the touch icon and the icons of the manifest. */
const sides: Readonly<Record<string, number>> = {
  favicon: 48,
  "icon-96": 96,
  "apple-touch-icon": 180,
  "icon-192": 192,
  "icon-512": 512,
};

export const brandPictureNames: readonly string[] = [...Object.keys(sides), "social-card"];

/** Draws one of the registry's own pictures, all out of one file of the public folder. PNG. */
export async function drawBrandPicture(
  name: string,
  registry: Registry,
  publicFolder: string,
): Promise<Uint8Array> {
  const bytes = brandPicture(registry.identity, publicFolder)?.bytes ?? null;
  const side = sides[name];
  return side ? drawIcon(bytes, registry.identity.name, side) : makeSocialCard(registry, bytes);
}
