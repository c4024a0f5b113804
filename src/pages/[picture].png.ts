import { fileURLToPath } from "node:url";
import type { GetStaticPaths } from "astro";
import { publicDir } from "astro:config/server";
import { brandPictureNames, drawBrandPicture } from "../site/brand-pictures.ts";
import { getRegistry } from "../site/registry.ts";

export const getStaticPaths: GetStaticPaths = () =>
  brandPictureNames.map((picture) => ({ params: { picture } }));

/** The registry's own pictures, such as /favicon.png. */
export async function GET({ params }: { params: { picture: string } }): Promise<Response> {
  const bytes = await drawBrandPicture(params.picture, getRegistry(), fileURLToPath(publicDir));
  return new Response(new Uint8Array(bytes), { headers: { "content-type": "image/png" } });
}
