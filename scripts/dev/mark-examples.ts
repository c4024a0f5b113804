import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readContent } from "../../src/registry/read/content.ts";
import { projectRoot, runCommand } from "../terminal/cli.ts";

await runCommand(
  () => ({
    name: "npm run mark-examples",
    summary:
      "For the keepers of the template: writes workspaces/.examples.json, by which a fork tells our examples from its own workspaces.",
    options: {},
  }),
  () => {
    const root = join(projectRoot, "workspaces");
    const marks = Object.fromEntries(readContent(root).sources.map(({ folder, sha }) => [folder, sha]));
    writeFileSync(join(root, ".examples.json"), JSON.stringify(marks, null, 2) + "\n");
    return 0;
  },
);
