import type { AstroIntegration } from "astro";
import type { DevReport } from "../../client/dev-report.ts";
import { countProblems, reportText, summaryLine } from "../../report/text.ts";
import { getRegistry } from "../../site/registry.ts";

/** Under the dev server, every page shows what is wrong while there are errors: a workspace that is not there should say why. */
export const devReport: AstroIntegration = {
  name: "dev-report",
  hooks: {
    "astro:config:setup"({ command, injectScript }) {
      if (command === "dev") injectScript("page", 'import "/src/client/dev-report.ts";');
    },
    "astro:server:setup"({ server }) {
      // The page asks once it listens: what is sent when it connects can come before its script. Loaded again, it asks again.
      server.environments.client.hot.on("registry:ask", (_, client) => {
        const registry = getRegistry();
        if (countProblems(registry.problems).errors === 0) return;
        client.send("registry:report", {
          summary: summaryLine(registry),
          text: reportText(registry, { findings: "none" }),
        } satisfies DevReport);
      });
    },
  },
};
