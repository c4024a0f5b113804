import type { ChildProcess } from "node:child_process";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { open } from "../support/browser.ts";
import { drawingPolicy } from "../../src/site/policy.ts";
import { notFound } from "../../src/strings/site.ts";
import {
  connectionsIn,
  drawing,
  ended,
  noteConnections,
  projectRoot,
  start,
  temporaryFolder,
  workspaceFolder,
  writeFiles,
  type Ended,
} from "../support/run.ts";

const folder = temporaryFolder();
const connections = join(temporaryFolder(), "connections");
const patience = { timeout: 60_000, interval: 50 };
let server: ChildProcess;
let end: Promise<Ended>;
let address = "";
let told = "";

beforeAll(async () => {
  writeFiles(folder, {
    ...workspaceFolder("Editor"),
    ...workspaceFolder("Mail"),
    "registry.json": { name: "Example Lab" },
  });
  server = start("dev", ["--workspaces", folder, "--port", "0"], noteConnections(connections));
  end = ended(server);
  server.stderr?.on("data", (text: string) => (told += text));
  address = await new Promise((resolve, reject) => {
    let said = "";
    server.stdout?.on("data", (text: string) => {
      said += text;
      const found = /^http:\S+/m.exec(said);
      if (found) resolve(found[0]);
    });
    void end.then(({ stderr }) => reject(new Error(stderr)));
  });
});
afterAll(async () => {
  server.kill("SIGTERM");
  await end;
});

const get = (path: string): Promise<Response> => fetch(address + path);
const names = async (schema: "1.0" | "1.1" = "1.1"): Promise<string[]> =>
  (
    (await (await get(`${schema}/list.json`)).json()) as { workspaces: { friendly_name: string }[] }
  ).workspaces.map((workspace) => workspace.friendly_name);
const change = (name: string, values: Record<string, unknown>): void =>
  writeFiles(folder, {
    [`${name}/workspace.json`]: workspaceFolder(name, values)[`${name}/workspace.json`]!,
  });

/** Icons are loaded after the page: one of a workspace that has an error by then is not there any more. */
const hasPictures = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => [...document.images].every((image) => image.complete));

test("a browser that looks at a workspace sees what is saved without being told to load again", async () => {
  const page = await open(`${address}workspaces/editor/`);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Editor");
  for (const description of ["Saved once.", "Saved again."]) {
    change("Editor", { description });
    await page.getByText(description).first().waitFor({ timeout: patience.timeout });
  }
  change("Editor", { run_config: { privileged: true } });
  await page.getByText("flag_privileged").first().waitFor({ timeout: patience.timeout });
});

test("a new workspace is in the lists, on the home page and on a page of its own, with its icon", async () => {
  writeFiles(folder, workspaceFolder("Notes"));
  await expect.poll(() => names(), patience).toEqual(["Editor", "Mail", "Notes"]);
  expect(await names("1.0")).toEqual(["Editor", "Mail", "Notes"]);
  expect(await (await get("")).text()).toContain("workspaces/notes/");
  expect((await get("workspaces/notes/")).status).toBe(200);
  expect((await get("1.1/icons/notes.svg")).headers.get("content-type")).toBe("image/svg+xml");
});

test("an icon answers at its address, whatever its name", async () => {
  const image_src = "notepad++ é.svg";
  writeFiles(folder, { ...workspaceFolder("Names", { image_src }), [`Names/${image_src}`]: drawing });
  await expect.poll(() => names(), patience).toContain("Names");
  const icon = await get(`1.1/icons/${encodeURIComponent(image_src)}`);
  expect([icon.status, icon.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
  const [, thumbnail] = /(thumbs\/\w+\.webp)/.exec(await (await get("workspaces/names/")).text())!;
  expect((await get(thumbnail!)).headers.get("content-type")).toBe("image/webp");
  expect((await get("1.0/workspaces/names.json")).status).toBe(200);
  rmSync(join(folder, "Names"), { recursive: true });
  await expect.poll(() => names(), patience).not.toContain("Names");
});

test("every drawing comes with a policy by which it runs nothing", async () => {
  for (const path of ["logo.svg", "1.1/icons/editor.svg"])
    expect([path, (await get(path)).headers.get("content-security-policy")]).toEqual([path, drawingPolicy]);
});

test.each([
  "workspaces/Chromium/workspace.json",
  "workspaces/Chromium/chromium.svg",
  "workspaces/Chromium/chromium.svg?raw",
  "workspaces/Chromium/chromium.svg?import&raw",
  "workspaces/%43hromium/chromium.svg",
  `@fs${projectRoot}/workspaces/Chromium/chromium.svg`,
  `_image?href=/@fs${projectRoot}/workspaces/Chromium/chromium.svg&w=1&h=1&f=svg`,
  "package.json",
  "docs/verify.md",
])("serves no file of the project but the site's own: %s", async (path) => {
  const answer = await get(path);
  expect([403, 404]).toContain(answer.status);
  expect(await answer.text()).not.toMatch(/<svg|friendly_name|"license"|# Verify/);
});

test("the builder and the guide work", async () => {
  for (const path of ["new/", "flags/"])
    await (await open(`${address}${path}`)).getByRole("heading", { level: 1 }).waitFor();
});

test("a link to a folder is told, and what happens behind it is not watched", async () => {
  const outside = temporaryFolder();
  symlinkSync(outside, join(folder, "Mail/link"));
  const reports = (): number => told.split("Mail/link").length - 1;
  await expect.poll(reports, patience).toBeGreaterThan(0);
  const before = reports();
  for (let i = 0; i < 5; i++) {
    writeFileSync(join(outside, `${i}.txt`), "x");
    await new Promise((done) => setTimeout(done, 100));
  }
  expect(reports()).toBe(before);
  rmSync(join(folder, "Mail/link"));
  await expect.poll(() => names(), patience).toContain("Mail");
});

test("a broken file is told with its line; the server lives, the others stay, and mended it is back", async () => {
  writeFileSync(join(folder, "Mail/workspace.json"), '{\n  "friendly_name": "Mail",\n}\n');
  await expect.poll(() => names(), patience).toEqual(["Editor", "Notes"]);
  await expect.poll(() => told, patience).toMatch(/Mail\/workspace\.json[\s\S]*2:\d+/);
  expect((await get("workspaces/mail/")).status).toBe(404);
  expect((await get("workspaces/editor/")).status).toBe(200);
  change("Mail", { description: "Mended." });
  await expect.poll(() => names(), patience).toEqual(["Editor", "Mail", "Notes"]);
  expect(await (await get("workspaces/mail/")).text()).toContain("Mended.");
});

test("while there are errors, every page says which; mended, it is quiet again", async () => {
  const page = await open(address);
  await hasPictures(page);
  const bar = page.locator("#dev-report");
  expect(await bar.count()).toBe(0);
  writeFileSync(join(folder, "Mail/workspace.json"), '{\n  "friendly_name": "<b>Mail",\n}\n');
  await bar
    .getByText("1 error in 1 place; 2 workspaces are valid.")
    .first()
    .waitFor({ timeout: patience.timeout });
  await bar.locator("summary").click();
  expect(await bar.locator("pre").textContent()).toMatch(/^Mail\/workspace\.json\n +2:\d+ +error /);
  change("Mail", { description: "Quiet." });
  await page.getByText("Quiet.").first().waitFor({ timeout: patience.timeout });
  await expect.poll(() => bar.count(), patience).toBe(0);
});

test("a browser whose page went comes back with it", async () => {
  const page = await open(`${address}workspaces/mail/`, { mayFail: /workspaces\/mail\// });
  await hasPictures(page);
  writeFileSync(join(folder, "Mail/workspace.json"), "{");
  await page.getByRole("heading", { name: notFound.title }).waitFor({ timeout: patience.timeout });
  change("Mail", { description: "Here again." });
  await page.getByText("Here again.").first().waitFor({ timeout: patience.timeout });
});

test("a removed folder is gone everywhere", async () => {
  rmSync(join(folder, "Notes"), { recursive: true });
  await expect.poll(() => names(), patience).toEqual(["Editor", "Mail"]);
  expect((await get("workspaces/notes/")).status).toBe(404);
  expect(await (await get("")).text()).not.toContain("workspaces/notes/");
});

test("another name for the registry shows everywhere", async () => {
  writeFiles(folder, { "registry.json": { name: "Another Lab" } });
  await expect
    .poll(async () => (await (await get("1.0/list.json")).json()) as object, patience)
    .toMatchObject({ name: "Another Lab" });
  expect(await (await get("")).text()).toContain("Another Lab");
});

test("connects to no other host", () => {
  expect(connectionsIn(connections)).toEqual([]);
});
