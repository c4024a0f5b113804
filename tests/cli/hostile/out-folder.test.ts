import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join, parse } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { healExchange, openWorkplace, refusal } from "../../../src/publish/out-folder.ts";
import { writeFiles } from "../../support/run.ts";

/** A machine in small: a repository with its content, a built site, and what belongs to somebody else. */
function machine(): string {
  const folder = mkdtempSync(join(tmpdir(), "registry-hostile-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, {
    "repo/package.json": "{}",
    "repo/workspaces/registry.json": "{}",
    "repo/public/icon.svg": "",
    "repo/src/x.ts": "",
    "repo/dist/generator.json": {
      generator: "kasm-workspace-registry 1.0.0",
      schemas: ["1.0", "1.1"],
      workspaces: 3,
    },
    "repo/dist/index.html": "",
    "precious/thesis.txt": "years of work",
    "foreign/generator.json": { name: "another program" },
    "foreign/thesis.txt": "",
    "text/generator.json": "not JSON",
    "array/generator.json": [],
    "null/generator.json": "null",
    file: "a file",
  });
  mkdirSync(join(folder, "marked-by-folder/generator.json"), { recursive: true });
  mkdirSync(join(folder, "marked-by-link"));
  symlinkSync("../repo/dist/generator.json", join(folder, "marked-by-link/generator.json"));
  mkdirSync(join(folder, "empty"));
  symlinkSync("precious", join(folder, "link-to-precious"));
  symlinkSync("repo/workspaces", join(folder, "link-to-workspaces"));
  symlinkSync("empty", join(folder, "link-to-empty"));
  symlinkSync("nowhere", join(folder, "link-to-nothing"));
  symlinkSync("circle", join(folder, "circle"));
  symlinkSync(homedir(), join(folder, "link-to-home"));
  execFileSync("mkfifo", [join(folder, "pipe")]);
  return folder;
}

/** Contents of the folders that are at stake; links are not followed. */
const listing = (folder: string): string[] =>
  ["", "repo", "repo/workspaces", "repo/dist", "precious", "foreign"].flatMap((name) =>
    readdirSync(join(folder, name)).map((entry) => `${name}/${entry}`),
  );

const judge = (folder: string, out: string): string | null =>
  refusal(
    out,
    ["", "workspaces", "public", "src"].map((name) => join(folder, "repo", name)),
  );

describe("--out", () => {
  const refused: [name: string, out: (folder: string) => string, words: RegExp][] = [
    ["the root of the disk", () => parse(process.cwd()).root, /root of the disk/],
    ["the home folder", () => homedir(), /home folder/],
    ["what holds the home folder", () => dirname(homedir()), /home folder|root of the disk/],
    ["a link to the home folder", (folder) => join(folder, "link-to-home"), /home folder/],
    ["the folder for temporary files", () => tmpdir(), /temporary files/],
    ["the repository", (folder) => join(folder, "repo"), /is built from/],
    ["what holds the repository", (folder) => folder, /is built from/],
    ["the repository by a detour", (folder) => join(folder, "repo", "dist", ".."), /is built from/],
    ["the content folder", (folder) => join(folder, "repo", "workspaces"), /is built from/],
    ["inside the content folder", (folder) => join(folder, "repo", "workspaces", "site"), /is inside/],
    ["inside public/", (folder) => join(folder, "repo", "public", "site"), /is inside/],
    ["the sources", (folder) => join(folder, "repo", "src"), /is built from/],
    ["a link to the content folder", (folder) => join(folder, "link-to-workspaces"), /is built from/],
    [
      "through a link into the content folder",
      (folder) => join(folder, "link-to-workspaces", "new", "site"),
      /is inside/,
    ],
    ["somebody's folder", (folder) => join(folder, "precious"), /not empty/],
    ["a link to somebody's folder", (folder) => join(folder, "link-to-precious"), /not empty/],
    ["a folder with another program's generator.json", (folder) => join(folder, "foreign"), /not empty/],
    ["a folder with a generator.json that is no JSON", (folder) => join(folder, "text"), /not empty/],
    ["a folder with a list as generator.json", (folder) => join(folder, "array"), /not empty/],
    ["a folder with null as generator.json", (folder) => join(folder, "null"), /not empty/],
    ["a folder with a folder generator.json", (folder) => join(folder, "marked-by-folder"), /not empty/],
    ["a folder with a link generator.json", (folder) => join(folder, "marked-by-link"), /not empty/],
    ["a file", (folder) => join(folder, "file"), /no folder/],
    ["a pipe", (folder) => join(folder, "pipe"), /no folder/],
    ["a link to nothing", (folder) => join(folder, "link-to-nothing"), /leads nowhere/],
    ["a link to itself", (folder) => join(folder, "circle"), /leads nowhere/],
  ];
  test.each(refused)("refuses %s", (_, out, words) => {
    const folder = machine();
    const before = listing(folder);
    expect(judge(folder, out(folder))).toMatch(words);
    expect(listing(folder)).toEqual(before);
  });

  test("refuses a mount point, whose folder cannot be exchanged", ({ skip }) => {
    const folder = machine();
    const mount = join(folder, "volume");
    mkdirSync(mount);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", mount], { stdio: "ignore" });
    } catch {
      return skip("only root can mount");
    }
    onTestFinished(() => void execFileSync("umount", [mount]));
    expect(judge(folder, mount)).toMatch(/root of a disk or a volume/);
    expect(judge(folder, join(mount, "site"))).toBeNull();
  });

  test.each([
    ["a new folder", "new/deep/site"],
    ["an empty folder", "empty"],
    ["a link to an empty folder", "link-to-empty"],
    ["a site that it built", "repo/dist"],
    ["a new folder in the repository", "repo/site"],
  ])("takes %s", (_, out) => {
    const folder = machine();
    expect(judge(folder, join(folder, out))).toBeNull();
  });
});

describe("builds beside the out folder", () => {
  const dead = String(2 ** 22 + 1);
  const place = (files: Record<string, string>): { folder: string; out: string; inside: string } => {
    const folder = mkdtempSync(join(tmpdir(), "registry-hostile-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFiles(folder, files);
    return { folder, out: join(folder, "site"), inside: join(folder, "inside") };
  };
  const built = (folder: string): string => readFileSync(join(folder, "index.html"), "utf8");
  const render = (rendered: string, text: string): void => writeFiles(rendered, { "index.html": text });

  test("exchanges the sites and leaves nothing over", () => {
    const { folder, out, inside } = place({ "site/index.html": "old", "site/gone.html": "" });
    const { rendered, exchange, discard } = openWorkplace(out, inside);
    render(rendered, "new");
    expect(built(out)).toBe("old");
    expect(exchange()).toBe(out);
    discard();
    expect(built(out)).toBe("new");
    expect([readdirSync(folder), readdirSync(out), readdirSync(inside)]).toEqual([
      ["inside", "site"],
      ["index.html"],
      [],
    ]);
  });

  test("keeps the old site when a build is discarded, or when the new one cannot take its place", () => {
    const { folder, out, inside } = place({ "site/index.html": "old" });
    const { exchange, discard } = openWorkplace(out, inside);
    expect(exchange).toThrow(/ENOENT/);
    discard();
    expect(built(out)).toBe("old");
    expect(readdirSync(folder)).toEqual(["inside", "site"]);
  });

  test("refuses a second build into one folder, and names the process and the folder", () => {
    const { out, inside } = place({});
    const first = openWorkplace(out, inside);
    expect(() => openWorkplace(out, inside)).toThrow(
      new RegExp(`another build is at work on .*site \\(process ${process.pid}\\).*\\.site\\.building`),
    );
    first.discard();
    openWorkplace(out, inside).discard();
  });

  test("refuses where another process is at work, or has not said yet who it is", () => {
    const parent = place({ ".site.building/process": String(process.ppid), ".site.previous/index.html": "" });
    expect(() => openWorkplace(parent.out, parent.inside)).toThrow(`process ${process.ppid}`);
    expect(healExchange(parent.out)).toBe(false);
    expect(existsSync(parent.out)).toBe(false);
    const silent = place({ ".site.building/site/index.html": "" });
    expect(() => openWorkplace(silent.out, silent.inside)).toThrow("process unknown");
  });

  test.each([dead, String(process.pid)])(
    "removes what the build of process %s left when it was killed",
    (owner) => {
      const { folder, out, inside } = place({
        ".site.building/process": owner,
        ".site.building/site/index.html": "half",
        ".site.previous/index.html": "older",
        "site/index.html": "old",
        [`inside/site.building-${dead}-1/index.html`]: "half",
        [`inside/site.building-${process.ppid}-1/index.html`]: "of another build",
        ".site.buildings/notes": "of somebody else",
      });
      openWorkplace(out, inside).discard();
      expect(readdirSync(folder)).toEqual([".site.buildings", "inside", "site"]);
      expect(readdirSync(inside)).toEqual([`site.building-${process.ppid}-1`]);
      expect(built(out)).toBe("old");
    },
  );

  test("puts the old site back when a build was killed between the two renames", () => {
    const { folder, out } = place({
      ".site.building/process": dead,
      ".site.building/site/index.html": "new",
      ".site.previous/index.html": "old",
    });
    expect(healExchange(out)).toBe(true);
    expect(built(out)).toBe("old");
    expect(healExchange(out)).toBe(false);
    expect(readdirSync(folder)).toEqual([".site.building", "site"]);
  });
});
