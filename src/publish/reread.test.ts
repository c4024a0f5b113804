import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { workspaceFolder, writeFiles } from "../../tests/support/run.ts";
import { loadRegistry } from "../registry/load.ts";
import { registryReader } from "./reread.ts";
import type { Registry } from "../registry/model/types.ts";

const folder = mkdtempSync(join(tmpdir(), "reread-"));
const options = { root: folder, env: {}, publicFiles: [], repository: folder };

test("after any change, reading only what changed gives what reading all gives", () => {
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (files: Parameters<typeof writeFiles>[1]): void => writeFiles(folder, files);
  const bent = (change: Record<string, unknown>): object =>
    workspaceFolder("Editor", change)["Editor/workspace.json"] as object;
  write({ ...workspaceFolder("Editor"), ...workspaceFolder("Mail"), ...workspaceFolder("Notes") });
  const read = registryReader(options);
  const steps: [what: string, changed: string[], act: () => void][] = [
    ["nothing", [], () => {}],
    [
      "a workspace with a flag",
      ["Editor"],
      () => write({ "Editor/workspace.json": bent({ run_config: { privileged: true } }) }),
    ],
    [
      "a workspace with an error",
      ["Editor"],
      () => write({ "Editor/workspace.json": '{ "friendly_name": ,' }),
    ],
    ["sound again", ["Editor"], () => write({ "Editor/workspace.json": bent({}) })],
    [
      "a README.md with a problem",
      ["Mail"],
      () => write({ "Mail/README.md": "---\nhomepage: javascript:alert(1)\n---\nText" }),
    ],
    [
      "another picture",
      ["Mail"],
      () => write({ "Mail/mail.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>" }),
    ],
    ["one more, whose name makes another's address", ["mail-"], () => write(workspaceFolder("mail-"))],
    [
      "one gone, whose address another gets",
      ["Mail"],
      () => rmSync(join(folder, "Mail"), { recursive: true }),
    ],
    ["one renamed", ["Notes", "Notebook"], () => renameSync(join(folder, "Notes"), join(folder, "Notebook"))],
    ["a folder without workspace.json", ["Pictures"], () => write({ "Pictures/editor.svg": "<svg/>" })],
    ["a broken registry.json", ["registry.json"], () => write({ "registry.json": "{" })],
    ["a name for the registry", ["registry.json"], () => write({ "registry.json": { name: "Lab" } })],
    [
      "an icon under one name with another picture",
      ["Notebook"],
      () =>
        write({
          "Notebook/workspace.json": { ...bent({}), friendly_name: "Notebook" },
          "Notebook/editor.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'/>",
        }),
    ],
  ];
  for (const [what, changed, act] of steps) {
    act();
    expect(read(changed), what).toEqual(loadRegistry(options));
  }
  expect(read([]).problems).not.toEqual([]);
});

test("what is not named is not read again", () => {
  const root = mkdtempSync(join(tmpdir(), "reread-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const named = (registry: Registry): unknown[] =>
    registry.workspaces.map(({ data }) => data["friendly_name"]);
  writeFiles(root, { ...workspaceFolder("Editor"), ...workspaceFolder("Mail") });
  const read = registryReader({ ...options, root });
  const [editor] = read([]).workspaces;
  writeFiles(root, {
    ...workspaceFolder("Editor", { friendly_name: "Unseen" }),
    ...workspaceFolder("Mail", { friendly_name: "Seen" }),
  });
  const second = read(["Mail"]);
  expect(named(second)).toEqual(["Editor", "Seen"]);
  expect(second.workspaces[0]!.findings).toBe(editor!.findings);
  expect(named(read(["Editor"]))).toEqual(["Unseen", "Seen"]);
});
