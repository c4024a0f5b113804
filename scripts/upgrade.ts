import { visible } from "../src/registry/model/text.ts";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { git } from "../src/registry/read/git.ts";
import { isGitAddress } from "../src/tools/clone.ts";
import { upgradeText as text } from "../src/strings/upgrade.ts";
import { upgrade, type UpgradeReport } from "../src/tools/upgrade/upgrade.ts";
import { projectRoot, runCommand, invocationFolder, textOption, UsageError } from "./terminal/cli.ts";

await runCommand(
  () => ({
    name: "npm run upgrade",
    summary: text.summary,
    positionals: "[TEMPLATE]",
    options: {
      from: { type: "string", value: "RELEASE", help: text.fromHelp },
      "dry-run": { type: "boolean", help: text.dryRunHelp },
    },
  }),
  (values, positionals) => {
    if (positionals.length > 1) throw new UsageError(text.oneTemplate);
    const template = positionals[0] ?? knownTemplate();
    if (template === null) throw new UsageError(text.unknownTemplate);
    const dryRun = values["dry-run"] === true;
    const report = upgrade({
      fork: projectRoot,
      template: isGitAddress(template) ? template : resolve(invocationFolder(), template),
      from: textOption(values, "from"),
      dryRun,
    });
    process.stdout.write(describe(report, dryRun));
    return report.conflicts.length > 0 ? 1 : 0;
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

function describe(
  { from, to, commits, changes, staying, conflicts }: UpgradeReport,
  dryRun: boolean,
): string {
  if (changes.length + staying.length === 0) return `${text.nothing(to)}\n`;
  const rows = [
    ...changes.map(({ kind, path, source }): [string, string] => [
      conflicts.includes(path) ? text.kinds.conflict : text.kinds[kind],
      visible(source === undefined ? path : `${source} → ${path}`),
    ]),
    ...staying.map(({ path, reason }): [string, string] => [
      text.kinds.stay,
      `${visible(path)}  (${text.reasons[reason]})`,
    ]),
  ];
  const own = staying.filter(({ reason }) => reason === "own").map(({ path }) => visible(path));
  return [
    text.heading(from, to, dryRun),
    "",
    ...rows.map(([word, rest]) => `  ${word.padEnd(9)}${rest}`),
    "",
    text.done(changes.length - conflicts.length, dryRun),
    ...(own.length > 0
      ? [
          text.compare(
            commits.map((commit) => commit.slice(0, 12)),
            own,
          ),
        ]
      : []),
    ...(conflicts.length > 0 ? [text.conflicts(conflicts.length)] : []),
    ...(dryRun ? [] : [text.next]),
    "",
  ].join("\n");
}
