import type { JsonObject } from "../registry/model/json.ts";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Finding } from "../registry/model/types.ts";
import { flagOnlyRules } from "./list-findings.fixture.ts";
import { countByRule, highestSeverity, reviewWorkspace } from "./index.ts";

const folder = new URL("../../tests/fixtures/review/", import.meta.url);
const workspaces = readdirSync(new URL("workspaces/", folder))
  .sort()
  .map((file) => ({
    name: file.replace(/\.json$/, ""),
    findings: reviewWorkspace(
      JSON.parse(readFileSync(new URL(`workspaces/${file}`, folder), "utf8")) as JsonObject,
    ).filter(({ rule }) => !flagOnlyRules.includes(rule)),
  }));

const line = ({ severity, rule, path }: Finding): string =>
  `  ${severity.padEnd(8)} ${rule.padEnd(32)} ${path}`;

/** To be read whenever it changes: which rules fire on realistic workspaces, and how often. A rule that fires on a harmless entry is wrong. */
function table(): string {
  const each = workspaces.map(({ name, findings }) =>
    [`${name}: ${highestSeverity(findings) ?? "nothing"}`, ...findings.map(line)].join("\n"),
  );
  const counts = countByRule(workspaces.map(({ findings }) => findings)).map(
    ({ severity, rule, findings, workspaces: count }) =>
      `${severity.padEnd(8)} ${rule.padEnd(32)} ${findings} in ${count}`,
  );
  return `${each.join("\n\n")}\n\nAll together, in ${workspaces.length} workspaces\n${counts.join("\n")}\n`;
}

test("fires on realistic workspaces as the stored table says", async () => {
  expect(workspaces.length).toBeGreaterThanOrEqual(12);
  await expect(table()).toMatchFileSnapshot(fileURLToPath(new URL("fired.txt", folder)));
});

test("harmless entries stay quiet, and the worst stand out", () => {
  const severities = Object.fromEntries(
    workspaces.map(({ name, findings }) => [name, highestSeverity(findings)]),
  );
  expect(severities).toMatchObject({
    "plain-browser": null,
    careful: "low",
    "vpn-desktop": "medium",
    "sudo-desktop": "medium",
    "desktop-image": "medium",
    "nested-docker": "critical",
    "admin-toolbox": "critical",
  });
});
