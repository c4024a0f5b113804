import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { refusals } from "../../src/strings/publish.ts";
import { git, makeRepository } from "../support/git-repository.ts";
import { soundRegistry } from "../support/made-up-registry.ts";
import { serveFiles, type Files } from "../support/registry-server.ts";
import { projectRoot, run, temporaryFolder, workspaceFolder, writeFiles } from "../support/run.ts";

const folder = temporaryFolder();

/** A registry as the official template lays it out, on its branch 1.0. */
function official(name: string, change: Record<string, unknown> = {}): string {
  const config = `const nextConfig = {\n  env: {\n    name: 'Example Lab',\n    listUrl: 'https://example-lab.github,io/kasm-registry/1.0',\n    icon: '/img/logo.svg',\n  },\n  basePath: '/kasm-registry/1.0',\n}\nmodule.exports = nextConfig\n`;
  const workspaces = Object.entries(workspaceFolder("Editor", change)).map(([path, content]) => [
    `workspaces/${path}`,
    typeof content === "string" ? content : JSON.stringify(content),
  ]);
  return makeRepository(join(folder, name), {
    "1.0": { "site/next.config.js": config, ...Object.fromEntries(workspaces) },
  });
}

describe("npm run import", () => {
  test("ends with a report and a check: 0", async () => {
    const ended = await run("import", [official("sound"), "--to", join(folder, "imported")]);
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toMatch(
      /Imported 1 workspace[\s\S]*Corrected:[\s\S]*github,io[\s\S]*icon was[\s\S]*1 page of the old site will redirect[\s\S]*Check:[\s\S]*1 workspace/,
    );
  });

  test("of a registry with errors imports it and says them: 1", async () => {
    const ended = await run("import", [
      official("broken", { architecture: null }),
      "--to",
      join(folder, "broken-imported"),
    ]);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/Check:[\s\S]*Editor\/workspace\.json[\s\S]*architecture is null/);
    expect(existsSync(join(folder, "broken-imported/Editor/workspace.json"))).toBe(true);
  });

  test("used wrongly: 2; a target that is taken: 1, and nothing is lost", async () => {
    expect((await run("import", [])).code).toBe(2);
    expect((await run("import", ["a", "b"])).code).toBe(2);
    expect((await run("import", ["a", "--nonsense"])).code).toBe(2);
    writeFiles(join(folder, "taken"), workspaceFolder("Mine"));
    const before = readdirSync(join(folder, "taken"), { recursive: true });
    const ended = await run("import", [join(folder, "sound"), "--to", join(folder, "taken")]);
    expect([ended.code, ended.stdout]).toEqual([1, ""]);
    expect(ended.stderr).toMatch(/is not empty \(Mine\)/);
    expect(ended.stderr).not.toMatch(/\bat .*\.ts:/);
    expect(readdirSync(join(folder, "taken"), { recursive: true })).toEqual(before);
  });

  test("shows no login of the source", async () => {
    const ended = await run("import", [
      "https://me:hunter2@localhost:1/r",
      "--to",
      join(folder, "unreachable"),
    ]);
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining("https://…@localhost:1/r") });
    expect(ended.stderr).not.toContain("hunter2");
  });

  test("of a server whose error speaks to the terminal shows it as escapes", async () => {
    const line = (text: string): string =>
      `${(Buffer.byteLength(text) + 4).toString(16).padStart(4, "0")}${text}`;
    const said = "ERR \u009b31m\u202e ##[error]x\n";
    const server = createServer((_, response) => {
      response.writeHead(200, { "content-type": "application/x-git-upload-pack-advertisement" });
      response.end(`${line("# service=git-upload-pack\n")}0000${line(said)}`);
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const ended = await run("import", [`http://127.0.0.1:${port}/r.git`, "--to", join(folder, "never")]);
    server.close();
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain("\\u009b31m\\u202e ##\\u005berror]x");
  });

  test("our own examples make room", async () => {
    const own = join(folder, "own");
    cpSync(join(projectRoot, "workspaces"), own, { recursive: true });
    // A checkout with content of its own has no room to make.
    const delivered = existsSync(join(own, ".examples.json"))
      ? Object.keys(JSON.parse(readFileSync(join(own, ".examples.json"), "utf8")) as object)
      : [];
    for (const name of readdirSync(own))
      if (!delivered.includes(name) && name !== ".examples.json")
        rmSync(join(own, name), { recursive: true });
    expect((await run("import", [join(folder, "sound"), "--to", own])).code).toBe(0);
    expect(readdirSync(own).sort()).toEqual(["Editor", "old-addresses.json", "registry.json"]);
  });
});

describe("npm run doctor", () => {
  test("0 for a sound registry, 1 for faults, 2 for wrong use", async () => {
    const files: Files = {};
    const served = await serveFiles(files);
    Object.assign(files, soundRegistry(served.root));
    const sound = await run("doctor", [served.root]);
    expect(sound.code, sound.stdout).toBe(0);
    expect(sound.stdout).toMatch("OK");
    const asked = await run("doctor", [
      served.root,
      "--kasm",
      "1.18,1.17.0,v1.16.1",
      "--kasm",
      "1.9",
      "--format",
      "json",
    ]);
    expect(asked.code).toBe(1);
    expect(JSON.parse(asked.stdout).kasm.map(({ version }: { version: string }) => version)).toEqual([
      "1.9.x",
      "1.16.1",
      "1.17.0",
      "1.18.0",
      "1.18.1",
    ]);
    expect((await run("doctor", [`${served.root}1.0/`])).code).toBe(1);
    for (const args of [
      [],
      ["a", "b"],
      [served.root, "--kasm", "new"],
      [served.root, "--format", "xml"],
      [served.root, "--timeout", "-1"],
      [served.root, "--nonsense"],
    ])
      expect((await run("doctor", args)).code, args.join(" ")).toBe(2);
    await served.close();
  });
});

describe("npm run upgrade", () => {
  test.skipIf(!existsSync(join(projectRoot, ".git")))(
    "makes the engine of a fork that is two commits old equal to the release, and leaves its content alone",
    async () => {
      const [fork, release] = [join(folder, "fork"), join(folder, "release")];
      git(folder, "clone", "--quiet", "--no-hardlinks", projectRoot, release);
      const old = git(release, "rev-list", "--max-count=3", "HEAD").trim().split("\n").at(-1)!;
      git(folder, "clone", "--quiet", "--no-hardlinks", projectRoot, fork);
      git(fork, "checkout", "--quiet", old);
      rmSync(join(fork, ".git"), { recursive: true });
      git(fork, "init", "--quiet");
      rmSync(join(fork, "workspaces"), { recursive: true });
      writeFiles(fork, {
        ...Object.fromEntries(
          Object.entries(workspaceFolder("Mine")).map(([path, content]) => [`workspaces/${path}`, content]),
        ),
        "src/styles/tokens.css": ":root { --accent: red }\n",
        "README.md": "mine\n",
      });
      git(fork, "add", "--all");
      git(fork, "commit", "--quiet", "-m", "Initial commit");
      const { upgrade } = await import("../../src/tools/upgrade/upgrade.ts");
      expect(upgrade({ fork, template: release, from: old, dryRun: false }).conflicts).toEqual([]);
      const engine = [".", ":!workspaces", ":!public", ":!README.md", ":!src/styles/tokens.css"];
      expect(
        git(
          fork,
          "diff",
          "--cached",
          "--name-only",
          git(release, "rev-parse", "HEAD").trim(),
          "--",
          ...engine,
        ),
      ).toBe("");
      expect(readFileSync(join(fork, "README.md"), "utf8")).toBe("mine\n");
      expect(readFileSync(join(fork, "src/styles/tokens.css"), "utf8")).toBe(":root { --accent: red }\n");
      expect(readdirSync(join(fork, "workspaces"))).toEqual(["Mine"]);
    },
  );

  test("used wrongly: 2", async () => expect((await run("upgrade", ["a", "b"])).code).toBe(2));
});

describe("npm run bundle", () => {
  test("of what is no built site is a sentence: 1", async () => {
    const ended = await run("bundle", ["--from", folder, "--out", join(folder, "x.tar.gz")]);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/no built site.*npm run build/);
    expect(existsSync(join(folder, "x.tar.gz"))).toBe(false);
  });

  test("names what is no image without its invisible characters, and a list that is damaged", async () => {
    const site = join(folder, "strange-site");
    const workspace = { friendly_name: "A\u202e", name: "a b\u009b31m", compatibility: ["1.15.x"] };
    const list = { workspaces: [workspace] };
    writeFiles(site, { "versions.txt": "1.0\n", "1.0/list.json": list });
    const args = ["--from", site, "--out", join(folder, "strange.tar.gz")];
    const { code, stderr } = await run("bundle", args);
    expect([code, stderr]).toEqual([0, expect.stringContaining("a b\\u009b31m")]);
    expect(stderr).not.toMatch(/[\u009b\u202e]/);
    writeFiles(site, { "1.0/list.json": '{"\u009b' });
    for (const ended of [await run("bundle", args), await run("preview", ["--out", site])]) {
      expect(ended.code).toBe(1);
      expect(ended.stderr).toContain(refusals.damagedList(join(site, "1.0/list.json")));
    }
    writeFiles(site, { "1.0/list.json": { list_url: "javascript:alert(1)" } });
    expect((await run("preview", ["--out", site])).stderr).toContain("is damaged");
  });

  test("takes what is known about images from the content folder: digests, and how much there is to transfer", async () => {
    const [site, content] = [join(folder, "site"), join(folder, "content")];
    const files = Object.entries(soundRegistry("https://registry.example.org/"));
    writeFiles(site, Object.fromEntries(files.map(([path, { body }]) => [path, body])));
    const digest = `sha256:${"1".repeat(64)}`;
    const platform = { digest, compressed: 1_500_000, unpacked: 4_000_000, layers: 1 };
    const facts = { digest, type: "", created: "", checked: "2026-01-01", platforms: { amd64: platform } };
    writeFiles(content, {
      "images.lock.json": { "docker.io/example/alpha:1": { ...facts, config: {} } },
    });
    const out = join(folder, "site.tar.gz");
    const bundle = (...args: string[]) => run("bundle", ["--from", site, "--out", out, ...args]);
    const images = (): string =>
      execFileSync("tar", ["xzOf", out, "registry/images.txt"], { encoding: "utf8" });

    const known = await bundle("--workspaces", content);
    expect([known.code, known.stdout]).toEqual([
      0,
      expect.stringMatching(/2 images to mirror[^]*\(1 of 2\) take 2 MB to transfer/),
    ]);
    expect(images()).toBe(`docker.io/example/alpha:1@${digest}\ndocker.io/example/beta:1\n`);

    writeFiles(content, { "images.lock.json": "<<<<<<< HEAD\n" });
    const broken = await bundle("--workspaces", content);
    expect([broken.code, broken.stderr]).toEqual([
      1,
      expect.stringContaining("images.lock.json cannot be read"),
    ]);
    rmSync(join(content, "images.lock.json"));
    expect((await bundle("--workspaces", content)).stdout).not.toContain("transfer");
    expect(images()).toBe("docker.io/example/alpha:1\ndocker.io/example/beta:1\n");
    expect((await bundle("--workspaces", join(folder, "nowhere"))).code).toBe(2);
  });
});
