import { realpathSync } from "node:fs";
import { sep } from "node:path";
import type { AstroIntegration } from "astro";
import { getRegistry, hasRegistry, rereadRegistry } from "../../site/registry.ts";

/** Milliseconds within which changes count as one, as when a folder is copied. */
const burstDuration = 30;

/** Under the dev server, reads the registry again when something in the content folder changes, and has browsers load the page again. */
export const devReload: AstroIntegration = {
  name: "dev-reload",
  hooks: {
    "astro:server:setup"({ server, logger }) {
      // astro check starts a server as well, without a registry.
      if (!hasRegistry()) return;
      const root = realpathSync(getRegistry().root);
      let timer: NodeJS.Timeout | undefined;
      const reload = (): void => {
        try {
          rereadRegistry();
        } catch (error) {
          logger.error(error instanceof Error ? error.message : String(error));
          return;
        }
        // Astro's word for "which pages there are may have changed".
        for (const environment of Object.values(server.environments))
          environment.hot.send("astro:content-changed", {});
        server.environments.client?.hot.send({ type: "full-reload", path: "*" });
      };
      // Astro leaves these characters encoded, and finds no icon of a name like notepad++.png.
      server.middlewares.use((request, _, next) => {
        request.url = request.url?.replace(/^[^?]*/, (path) =>
          path.replace(/%(2[46bc]|3[bd]|40)/gi, decodeURIComponent),
        );
        next();
      });
      server.watcher.add(root);
      server.watcher.on("all", (_, path) => {
        if (!path.startsWith(root + sep)) return;
        clearTimeout(timer);
        timer = setTimeout(reload, burstDuration);
      });
    },
  },
};
