import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deadLinks } from "../support/link-check.ts";
import { builtSite, template } from "../support/sites.ts";
import { run, temporaryFolder, workspaceFolder, writeFiles } from "../support/run.ts";

const folder = temporaryFolder();

test("pages of the old site lead to the new ones, wherever the site is served", async () => {
  writeFiles(join(folder, "content"), {
    ...workspaceFolder("My Editor"),
    "old-addresses.json": {
      "1.0/new/ZXhhbXBsZS9teS1lZGl0b3I6MS4w/": "My Editor",
      "1.1/new/TXkgRWRpdG9y/": "My Editor",
      "1.1/new/R29uZQ==/": "Gone",
      "../../outside/": "My Editor",
    },
  });
  const built = await run("build", [
    "--workspaces",
    join(folder, "content"),
    "--out",
    join(folder, "out"),
    "--site",
    "https://lab.example/deep/path/",
  ]);
  expect(built.code, built.stderr).toBe(0);
  const target = (path: string): string | undefined =>
    /http-equiv="refresh" content="0; url=([^"]*)"/.exec(
      readFileSync(join(folder, "out", path, "index.html"), "utf8"),
    )?.[1];
  expect(target("1.0/new/ZXhhbXBsZS9teS1lZGl0b3I6MS4w")).toBe("../../../workspaces/my-editor/");
  expect(target("1.1/new/TXkgRWRpdG9y")).toBe("../../../workspaces/my-editor/");
  expect(target("1.1/new/R29uZQ==")).toBe("../../../");
  expect(target("1.0/new")).toBe("../../new/");
  expect(existsSync(join(folder, "outside"))).toBe(false);
  expect(
    deadLinks(join(folder, "out"), "https://lab.example/deep/path/").filter(
      (fault) => /^1\.[01]\//.test(fault) && !fault.includes("../../new/"),
    ),
  ).toEqual([]);
  expect(
    readFileSync(join(folder, "out/1.0/new/ZXhhbXBsZS9teS1lZGl0b3I6MS4w/index.html"), "utf8"),
  ).not.toMatch(/<script(?![^>]*\ssrc=)/);
});

test("without old addresses there are no such pages", async () => {
  expect(existsSync(join(await builtSite("template", template, "/"), "1.0/new"))).toBe(false);
});
