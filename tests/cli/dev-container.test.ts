import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot, readJson } from "../support/run.ts";

interface Container {
  image: string;
  postCreateCommand: Record<string, string>;
  forwardPorts: number[];
  portsAttributes: Record<string, unknown>;
}
interface Tasks {
  tasks: { label: string; type: string; script: string }[];
}

const container = readJson<Container>(projectRoot, ".devcontainer/devcontainer.json");
const { tasks } = readJson<Tasks>(projectRoot, ".vscode/tasks.json");
const { scripts } = readJson<{ scripts: Record<string, string> }>(projectRoot, "package.json");

test.each([".devcontainer", ".vscode"])("every file of %s is JSON", (folder) => {
  for (const name of readdirSync(join(projectRoot, folder)))
    expect(() => readJson(projectRoot, `${folder}/${name}`), name).not.toThrow();
});

test("the tasks of VS Code, and what the container says of commands, name scripts that exist", () => {
  expect(tasks.map(({ label }) => label)).toEqual(["check", "dev", "build", "test"]);
  const named = [...JSON.stringify(container).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!);
  expect(named).toEqual(["dev", "preview"]);
  for (const name of [...tasks.map(({ script }) => script), ...named])
    expect(Object.keys(scripts)).toContain(name);
});

test("the container has the Node of the workflows, pinned by a tag", () => {
  const [, node] = /^mcr\.microsoft\.com\/devcontainers\/javascript-node:\d+-(\d+)-\w+$/.exec(
    container.image,
  )!;
  const workflow = readFileSync(join(projectRoot, ".github/workflows/check.yml"), "utf8");
  expect(node).toBe(/node-version: (\d+)/.exec(workflow)![1]);
});

test("the container installs packages and a browser that the tests find, and forwards the port of dev and preview", () => {
  const { packages, browser } = container.postCreateCommand;
  expect(packages).toBe("npm ci");
  const found = readFileSync(join(projectRoot, "scripts/dev/browser.ts"), "utf8");
  expect(found).toContain(`"/usr/bin/${/\S+$/.exec(browser!)![0]}"`);
  const port = /"port"\) \?\? "(\d+)"/.exec(
    readFileSync(join(projectRoot, "scripts/terminal/cli.ts"), "utf8"),
  )![1];
  expect(container.forwardPorts.map(String)).toEqual([port]);
  expect(Object.keys(container.portsAttributes)).toEqual([port]);
});

test("VS Code's schemas for workspaces exist", () => {
  const settings = readJson<{ "json.schemas": { url: string }[] }>(projectRoot, ".vscode/settings.json");
  for (const { url } of settings["json.schemas"]) expect(existsSync(join(projectRoot, url)), url).toBe(true);
});
