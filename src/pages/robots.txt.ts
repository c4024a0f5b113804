import { published } from "../site/links.ts";
import { getRegistry } from "../site/registry.ts";

/** Everything may be read; where the sitemap is. */
export const GET = (): Response =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${new URL(published("sitemap.xml"), getRegistry().identity.url).href}\n`,
  );
