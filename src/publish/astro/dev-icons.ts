import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { AstroIntegration } from "astro";
import type { SourceFile } from "../../registry/model/types.ts";
import { mediaTypes } from "../serve.ts";
import { needsThumbnail, thumbnailName, thumbnailSide } from "../../site/icons.ts";
import { drawPictures } from "../../site/pictures.ts";
import { getRegistry } from "../../site/registry.ts";

/** Under the dev server, icons and thumbnails are made when the browser asks for them; a build writes them all. */
export const devIcons: AstroIntegration = {
  name: "dev-icons",
  hooks: {
    "astro:server:setup"({ server }) {
      server.middlewares.use((request, response, next) => {
        const path = decode((request.url ?? "").replace(/^\/|[?#].*$/g, ""));
        const make = path === null ? null : pictureFor(path);
        if (path === null || !make) return next();
        make().then((bytes) => {
          response.setHeader(
            "content-type",
            mediaTypes[extname(path).toLowerCase()] ?? "application/octet-stream",
          );
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
  if (shown) return () => draw(shown.icon.file, identity.icons, 0);
  if (!path.startsWith("thumbs/")) return null;
  const small = workspaces.find(({ icon: { file } }) => needsThumbnail(file) && thumbnailName(file) === path);
  return small ? () => draw(small.icon.file, "original", 1) : null;
}

/** The published icon (0) or the thumbnail (1). */
async function draw(file: SourceFile, mode: "fit" | "original", index: 0 | 1): Promise<Uint8Array> {
  const side = index === 0 ? null : thumbnailSide;
  return (
    await drawPictures({ kind: "icon", icon: await readFile(file.path), image: file.image!, mode, side })
  )[index]!;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
