import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { filesBelow } from "../../src/publish/checksums.ts";
import { readJson, workspaceFolder } from "./run.ts";

/** A published list, as far as tests look at it. */
export interface List {
  workspacecount: number;
  workspaces: (Record<string, unknown> & { image_src: string; compatibility: unknown[] })[];
  channels?: string[];
  default_channel?: string | null;
  list_url: string;
  icon: string;
  modified: number;
}

/** Promises of every built folder, whatever it was built from. */
export function expectContract(out: string): void {
  const versions = readFileSync(join(out, "versions.txt"), "utf8");
  expect(versions).toMatch(/^(1\.0\n)?(1\.1\n)?$/);
  for (const schema of ["1.0", "1.1"]) {
    const list = readJson<List>(out, schema, "list.json");
    const icons = new Set(readdirSync(join(out, schema, "icons")));
    expect(list.workspacecount).toBe(list.workspaces.length);
    for (const [key, value] of Object.entries(list))
      expect(value === null && key !== "default_channel", key).toBe(false);
    for (const { image_src } of list.workspaces) expect(icons.has(image_src), image_src).toBe(true);
    for (const { compatibility } of list.workspaces)
      expect(compatibility.every((entry) => typeof entry === (schema === "1.0" ? "string" : "object"))).toBe(
        true,
      );
    expect(list.list_url).toMatch(/^https?:.*\/$/);
    if (list.icon.startsWith(list.list_url))
      expect(existsSync(join(out, decodeURIComponent(list.icon.slice(list.list_url.length))))).toBe(true);
    expect(list.workspaces.some((entry) => "$schema" in entry)).toBe(false);
    expect(readdirSync(join(out, schema, "workspaces")).length).toBe(list.workspacecount);
  }
  const { channels, default_channel } = readJson<List>(out, "1.1", "list.json");
  expect(default_channel === null ? channels!.length === 0 : channels!.includes(default_channel!)).toBe(true);
  expect(readJson(out, "1.1", "versions.json")).toMatchObject({ versions: expect.any(Array) });
  // Nothing is written behind the end of a page, where a browser has to guess.
  for (const page of readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".html"),
  ))
    expect(readFileSync(join(out, page), "utf8").trimEnd(), page).toMatch(/<\/html>$/);
  const summed = readFileSync(join(out, "SHA256SUMS"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.slice(66));
  expect(summed).toEqual(filesBelow(out).filter((file) => file !== "SHA256SUMS"));
  execFileSync("sha256sum", ["--check", "--quiet", "--strict", "SHA256SUMS"], { cwd: out });
}

/** Workspaces of both schemas. */
export const mixed = {
  ...workspaceFolder("Editor", { docker_registry: "https://ghcr.io/", memory: 2048 }),
  ...workspaceFolder("Studio", {
    name: undefined,
    uncompressed_size_mb: undefined,
    compatibility: [
      { version: "1.18.x", image: "e/s:18", uncompressed_size_mb: 1 },
      { version: "1.19.x", image: "e/s:19", uncompressed_size_mb: 2 },
    ],
  }),
  ...workspaceFolder("Desktop", {
    $schema: "x",
    run_config: { security_opt: ["seccomp=unconfined"], user: 0 },
  }),
};
