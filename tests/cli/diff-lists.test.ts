import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder, workspaceFolder, writeFiles } from "../support/run.ts";

test("diff-lists appends to the summary, prints annotations, and fails where fail_on of the base says so", async () => {
  const folder = temporaryFolder();
  const settings = { "registry.json": { fail_on: "high" } };
  const base = { ...workspaceFolder("Editor"), ...settings };
  const head = { ...workspaceFolder("Editor", { run_config: { privileged: true } }), ...settings };
  writeFiles(join(folder, "base"), base);
  writeFiles(join(folder, "head"), head);
  writeFiles(folder, { "summary.md": "before\n" });
  const [places, summary] = [
    ["--workspaces", join(folder, "head"), "--base", join(folder, "base")],
    join(folder, "summary.md"),
  ];
  const marked = await run("diff-lists", [...places, "--summary", summary]);
  expect(marked.code).toBe(1);
  expect(marked.stdout).toMatch(/^::error file=.*head\/Editor\/workspace\.json,line=\d+,col=5,title=.*\n$/);
  expect(marked.stderr).toContain('"fail_on": "high"');
  const written = readFileSync(summary, "utf8");
  expect(written.startsWith("before\n## ")).toBe(true);
  const printed = await run("diff-lists", places);
  expect([printed.code, `before\n${printed.stdout}`]).toEqual([1, written]);
});
