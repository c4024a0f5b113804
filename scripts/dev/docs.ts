import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { problemsPage, schemaPage } from "./write-docs.ts";
import { projectRoot, runCommand } from "../terminal/cli.ts";

await runCommand(
  () => ({
    name: "npm run docs",
    summary:
      "Generates docs/problems.md and schema/README.md from the catalogue of problems and the schemas.",
    options: {},
  }),
  () => {
    for (const [path, text] of [
      ["docs/problems.md", problemsPage()],
      ["schema/README.md", schemaPage()],
    ] as const) {
      mkdirSync(dirname(join(projectRoot, path)), { recursive: true });
      writeFileSync(join(projectRoot, path), text);
    }
    return 0;
  },
);
