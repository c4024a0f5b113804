import { fileURLToPath } from "node:url";
import type { GetStaticPaths } from "astro";
import { publicDir } from "astro:config/server";
import { brandPicture } from "../site/brand.ts";
import { drawIcon } from "../site/draw-icon.ts";
import { makeSocialCard } from "../site/social-card.ts";
import { getRegistry } from "../site/registry.ts";

/** The registry's own pictures, all out of one file: favicon, touch icon, the icons of the manifest, the picture to share. */
const sides: Readonly<Record<string, number>> = {
  favicon: 48,
  "icon-96": 96,
  "apple-touch-icon": 180,
  "icon-192": 192,
  "icon-512": 512,
};

export const getStaticPaths: GetStaticPaths = () =>
  [...Object.keys(sides), "social-card"].map((picture) => ({ params: { picture } }));

export async function GET({ params }: { params: { picture: string } }): Promise<Response> {
  const registry = getRegistry();
  const source = brandPicture(registry.identity, fileURLToPath(publicDir));
  const side = sides[params.picture];
  const bytes = side
    ? await drawIcon(source?.bytes ?? null, registry.identity.name, side)
    : await makeSocialCard(registry, source?.bytes ?? null);
  return new Response(new Uint8Array(bytes), { headers: { "content-type": "image/png" } });
}
