import * as links from "../site/links.ts";
import { getRegistry } from "../site/registry.ts";

/** Tells a browser how to put the store-front on a home screen. */
export function GET(): Response {
  const { identity } = getRegistry();
  const icons = [192, 512].map((side) => ({
    src: links.published(`icon-${side}.png`),
    sizes: `${side}x${side}`,
    type: "image/png",
  }));
  const manifest = {
    name: identity.name,
    short_name: identity.name.slice(0, 30),
    description: identity.description,
    lang: identity.lang,
    dir: identity.dir,
    start_url: links.home,
    scope: links.home,
    display: "browser",
    background_color: "#fafaf8",
    theme_color: "#fafaf8",
    icons,
  };
  return new Response(JSON.stringify(manifest), { headers: { "content-type": "application/manifest+json" } });
}
