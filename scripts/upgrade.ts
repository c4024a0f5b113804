import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { git, isGitAddress } from "../src/registry/read/git/run.ts";
import { reportUpgrade } from "../src/tools/upgrade/report.ts";
import { upgrade } from "../src/tools/upgrade/upgrade.ts";
import { projectRoot, runCommand, startFolder, UsageError } from "./terminal/cli.ts";

await runCommand(
  {
    name: "npm run upgrade",
    summary:
      "Brings the engine of this repository to the newest release of the template. Workspaces, public/, README.md and your own changes stay; nothing is committed.",
    positionals: "[TEMPLATE]",
    options: {
      "dry-run": { type: "boolean", help: "only say what would change" },
    },
  },
  (values, positionals) => {
    if (positionals.length > 1) throw new UsageError("Give one folder or git address of the template.");
    const from = positionals[0] ?? knownTemplate();
    if (from === null)
      throw new UsageError(
        "Where the template is kept is not known here. Give its git address or a folder with a copy: npm run upgrade -- https://github.com/owner/template",
      );
    const dryRun = values["dry-run"] === true;
    const report = upgrade({
      fork: projectRoot,
      from: isGitAddress(from) ? from : resolve(startFolder(), from),
      dryRun,
    });
    process.stdout.write(reportUpgrade(report, dryRun));
    return report.changes.some((change) => change.do === "conflict") ? 1 : 0;
  },
);

/** The git remote named "template", else the repository that package.json names. */
function knownTemplate(): string | null {
  const remote = git(projectRoot, ["config", "--get", "remote.template.url"]).out.toString().trim();
  if (remote !== "") return remote;
  const { repository } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
    repository?: string | { url?: string };
  };
  const url = (typeof repository === "string" ? repository : repository?.url)?.replace(/^git\+/, "") ?? "";
  return isGitAddress(url) ? url : null;
}
