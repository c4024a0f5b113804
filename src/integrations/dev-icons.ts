import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { AstroIntegration } from "astro";
import { makeThumbnails, publishIcon } from "../registry/icons.ts";
import type { FlaggedWorkspace } from "../registry/types.ts";
import { mediaTypes } from "../serve/static-server.ts";
import { needsThumbnail, thumbnailName, thumbnailSizes } from "../site/icons.ts";
import { getRegistry } from "../site/registry.ts";

/** Under the dev server, icons and thumbnails are made when the browser asks for them; a build writes them all. */
export const devIcons: AstroIntegration = {
  name: "dev-icons",
  hooks: {
    "astro:server:setup"({ server }) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent((request.url ?? "").replace(/^\/|[?#].*$/g, ""));
        const make = pictureFor(path);
        if (!make) return next();
        make().then((bytes) => {
          response.setHeader("content-type", mediaTypes[extname(path).toLowerCase()] ?? "application/octet-stream");
          response.end(bytes);
        }, next);
      });
    },
  },
};

/** How to make the picture of this address below the root; null where it names none. */
function pictureFor(path: string): (() => Promise<Uint8Array>) | null {
  const { workspaces, identity } = getRegistry();
  const icon = /^1\.[01]\/icons\/(.+)$/.exec(path)?.[1];
  const shown = icon ? workspaces.find((workspace) => workspace.icon.published === icon) : undefined;
  if (shown) return async () => publishIcon(await readFile(shown.icon.file.path), shown.icon.file.image!, identity.icons);
  if (!path.startsWith("thumbs/")) return null;
  for (const { icon: { file } } of workspaces.filter(({ icon: { file } }: FlaggedWorkspace) => needsThumbnail(file))) {
    const index = thumbnailSizes.findIndex((size) => thumbnailName(file, size) === path);
    if (index >= 0) return async () => (await makeThumbnails(await readFile(file.path), file.image!, thumbnailSizes))[index]!;
  }
  return null;
}
