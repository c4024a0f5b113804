import { check as words, cli } from "../src/strings/commands.ts";
import { relative, sep } from "node:path";
import { loadRegistry } from "../src/registry/load.ts";
import { severityOf } from "../src/registry/model/problem.ts";
import { reportGithub } from "../src/report/github.ts";
import { reportJson } from "../src/report/json.ts";
import { reportText } from "../src/report/text.ts";
import { severities } from "../src/review/index.ts";
import type { Registry, Severity } from "../src/registry/model/types.ts";
import {
  loadOptions,
  projectRoot,
  runCommand,
  textOption,
  UsageError,
  useColor,
  workspacesOption,
  type Values,
} from "./terminal/cli.ts";

const formats = ["text", "json", "github"] as const;

await runCommand(
  () => ({
    name: "npm run check",
    summary: words.summary,
    options: {
      ...workspacesOption,
      format: {
        type: "string",
        value: "FORMAT",
        help: words.format,
      },
      strict: { type: "boolean", help: words.strict },
      review: { type: "boolean", help: words.review },
      "fail-on": {
        type: "string",
        value: "SEVERITY",
        help: words.failOn(severities),
      },
      site: { type: "string", value: "URL", help: cli.site },
    },
  }),
  (values) => {
    const format = choice(values, "format", formats) ?? "text";
    const gate = choice(values, "fail-on", severities);
    const registry = loadRegistry(loadOptions(values));
    process.stdout.write(render(registry, format, values["review"] === true));
    const gated = gate
      ? registry.workspaces.flatMap(({ folder, findings }) =>
          findings
            .filter(({ severity }) => isAtLeast(severity, gate))
            .map(({ rule }) => `${folder}: ${rule}`),
        )
      : [];
    if (gate && gated.length > 0) process.stderr.write(`${words.gated(gate, gated)}\n`);
    const fails = values["strict"]
      ? registry.problems.length > 0
      : registry.problems.some((problem) => severityOf(problem) === "error");
    return gated.length > 0 || fails ? 1 : 0;
  },
);

function render(registry: Registry, format: (typeof formats)[number], review: boolean): string {
  if (format === "json") return reportJson(registry);
  if (format === "github")
    return reportGithub(registry, relative(projectRoot, registry.root).split(sep).join("/"));
  return reportText(registry, { findings: review ? "all" : "medium", color: useColor() });
}

function choice<T extends string>(values: Values, name: string, allowed: readonly T[]): T | undefined {
  const value = textOption(values, name);
  if (value === undefined) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (!found) throw new UsageError(cli.unknownValue(name, value, allowed));
  return found;
}

function isAtLeast(severity: Severity, gate: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(gate);
}
