import { realpathSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { normalize } from "node:path/posix";
import type { AstroIntegration } from "astro";
import { drawingPolicy, isDrawing } from "../../site/policy.ts";
import { pathOf } from "../serve.ts";

/**
 * Vite serves every file of the project, whatever check says of it, and whatever a link leads to. Under the dev server, the content folder
 * is published by pages alone, as a build does it.
 */
export const devFiles: AstroIntegration = {
  name: "dev-files",
  hooks: {
    "astro:config:setup"({ command, updateConfig }) {
      if (command !== "dev") return;
      const fs = { allow: ["src", "schema", "node_modules"] };
      updateConfig({ vite: { server: { fs, watch: { followSymlinks: false } } } });
    },
    "astro:server:setup"({ server: { middlewares, config } }) {
      middlewares.use(guardFiles(config.root, config.publicDir));
    },
  },
};

/** What any page that a browser has open could use: Astro's reader of pictures, which asks nobody, and Vite's way to start an editor. */
const forNobody = /^\/(?:_image|__open-in-editor)/i;

/** Refuses what a link leads to, and what is for nobody. Opened as pages, drawings neither run nor load anything. */
export function guardFiles(root: string, publicFolder: string) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = normalize(pathOf(request.url ?? "/") ?? "\0");
    if (isDrawing(path)) response.setHeader("content-security-policy", drawingPolicy);
    const isOutside = path.startsWith("/@fs/")
      ? isBehindLink("/", path.slice("/@fs/".length))
      : isBehindLink(root, path) || isBehindLink(publicFolder, path);
    // A log would print control characters as they are.
    if (/\p{Cc}/u.test(path) || forNobody.test(path) || isOutside) response.writeHead(404).end();
    else next();
  };
}

/** Packages alone may be links: npm and others put them into place so. */
function isBehindLink(folder: string, path: string): boolean {
  const file = join(folder, path);
  try {
    const isFile = !path.includes("node_modules/") && statSync(file).isFile();
    return isFile && realpathSync(file) !== join(realpathSync(folder), path);
  } catch {
    // Absent, or a name that no disk can hold.
    return false;
  }
}
