import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateTypes } from "./generate-types.ts";
import { projectRoot, runCommand } from "../terminal/cli.ts";

await runCommand(
  () => ({
    name: "npm run types",
    summary:
      "Generates src/registry/model/schema-types.ts from schema/*.schema.json, the only definition of a workspace.",
    options: {
      check: { type: "boolean", help: "write nothing; fail where the file is not what the schemas say" },
    },
  }),
  async (values) => {
    const path = join(projectRoot, "src", "registry", "model", "schema-types.ts");
    const text = await generateTypes();
    if (values["check"] !== true) writeFileSync(path, text);
    else if (readFileSync(path, "utf8") !== text) {
      process.stderr.write(
        "src/registry/model/schema-types.ts is not what schema/ says. Run npm run types and commit the file.\n",
      );
      return 1;
    }
    return 0;
  },
);
