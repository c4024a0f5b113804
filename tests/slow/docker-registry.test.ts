import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mediaTypes } from "../../src/images/client.ts";
import { newestKasm } from "../../src/registry/model/kasm-versions.ts";
import { gzipLayer, ImageRegistry, sumOf, zstdLayer, type PretendLayer } from "../support/image-registry.ts";
import { drawing, projectRoot, run, temporaryFolder, writeFiles } from "../support/run.ts";

const hasTools = ["skopeo", "docker-registry"].every((tool) => spawnSync(tool, ["--version"]).status === 0);
const scratch = temporaryFolder();
let server: ChildProcess | undefined;
let host: string;
beforeAll(async () => void (hasTools && (host = await startRegistry())));
afterAll(() => void server?.kill());
const kasm = { User: "1000", ExposedPorts: { "6901/tcp": {} } };

/** Starts Debian's docker-registry and waits until it answers. */
async function startRegistry(): Promise<string> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => probe.once("listening", done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  const config = join(scratch, "config.yml");
  writeFileSync(
    config,
    `version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: ${join(scratch, "store")}}}\nhttp: {addr: "127.0.0.1:${port}"}\n`,
  );
  server = spawn("docker-registry", ["serve", config], { stdio: "ignore" });
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}/v2/`).catch(() => null);
    if (answer?.ok) return `127.0.0.1:${port}`;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("docker-registry does not answer");
}

/** Writes an image as an OCI layout and pushes it with skopeo. */
function push(
  host: string,
  name: string,
  platforms: Record<string, PretendLayer[]>,
  settings: object,
  ...options: string[]
): void {
  const made = new ImageRegistry();
  const digest = made.put(name, platforms, { settings });
  const layout = join(scratch, name.replace(":", "-"));
  const blobs = join(layout, "blobs/sha256");
  mkdirSync(blobs, { recursive: true });
  writeFileSync(join(layout, "oci-layout"), '{"imageLayoutVersion": "1.0.0"}');
  for (const bytes of [...made.blobs.values(), ...[...made.manifests.values()].map(({ body }) => body)])
    writeFileSync(join(blobs, sumOf(bytes).slice("sha256:".length)), bytes);
  const { body, type } = made.manifests.get(name)!;
  const manifests = [{ mediaType: type, digest, size: body.length }];
  writeFileSync(join(layout, "index.json"), JSON.stringify({ schemaVersion: 2, manifests }));
  execFileSync(
    "skopeo",
    [
      "--insecure-policy",
      "copy",
      "--dest-tls-verify=false",
      ...options,
      `oci:${layout}`,
      `docker://${host}/${name}`,
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
}

test.skipIf(!hasTools)(
  "images of Debian's docker-registry are measured to the byte (skipped where it or skopeo is not installed)",
  async () => {
    push(
      host,
      "multi:1",
      { amd64: [gzipLayer(1_234_567), gzipLayer(10)], arm64: [gzipLayer(2_000_001)] },
      kasm,
      "--all",
    );
    push(host, "single:1", { amd64: [gzipLayer(777_777)] }, { User: "root" });
    push(host, "docker:1", { amd64: [gzipLayer(88_888)] }, kasm, "--format", "v2s2");
    push(host, "zstd:1", { amd64: [zstdLayer(3_456_789)] }, kasm, "--preserve-digests");
    const root = join(scratch, "workspaces");
    for (const name of ["multi", "single", "docker", "zstd", "gone"])
      writeFiles(root, {
        [`${name}/workspace.json`]: {
          friendly_name: name,
          description: "A workspace.",
          image_src: "icon.svg",
          categories: ["Office"],
          architecture: ["amd64", "arm64"],
          compatibility: [newestKasm],
          name: `${host}/${name}:1`,
          uncompressed_size_mb: 2,
        },
        [`${name}/icon.svg`]: drawing,
      });
    const { stdout } = await run("images", ["--workspaces", root, "--init", "--allow-private"]);
    expect(stdout).toContain("5 images, 5 asked about");
    const lock = JSON.parse(readFileSync(join(root, "images.lock.json"), "utf8")) as Record<
      string,
      { type: string; platforms: object }
    >;
    const of = (name: string) => lock[`${host}/${name}:1`];
    expect(of("multi")).toMatchObject({
      type: "application/vnd.oci.image.index.v1+json",
      platforms: { amd64: { unpacked: 1_234_577, layers: 2 }, arm64: { unpacked: 2_000_001, layers: 1 } },
    });
    expect(of("single")).toMatchObject({
      platforms: { amd64: { unpacked: 777_777 } },
      config: { user: "root" },
    });
    expect(of("docker")).toMatchObject({
      type: "application/vnd.docker.distribution.manifest.v2+json",
      platforms: { amd64: { unpacked: 88_888 } },
    });
    const stored = await (
      await fetch(`http://${host}/v2/zstd/manifests/1`, { headers: { accept: mediaTypes.manifest } })
    ).text();
    expect(stored).toContain("+zstd");
    expect(of("zstd")).toMatchObject({ platforms: { amd64: { unpacked: 3_456_789 } } });
    expect(of("gone")).toMatchObject({ state: "missing" });
    expect(stdout).not.toContain("estimated");

    const checked = await run("check", ["--workspaces", root, "--format", "json"]);
    const { problems } = JSON.parse(checked.stdout) as { problems: { file: string; code: string }[] };
    expect(problems.map(({ file, code }) => `${file.split("/")[0]} ${code}`).sort()).toEqual([
      "docker image-lacks-architecture",
      "docker size-differs",
      "gone image-missing",
      "gone unlikely-unit",
      "single image-lacks-architecture",
      "single image-no-kasm-port",
      "single size-differs",
      "zstd image-lacks-architecture",
      "zstd size-differs",
    ]);
  },
);

test.skipIf(!hasTools)(
  "mirror-images.sh copies the index that was looked at, though its tag has moved since",
  () => {
    const name = `${host}/moved:1`;
    const digest = (image: string): string =>
      sumOf(execFileSync("skopeo", ["inspect", "--raw", "--tls-verify=false", `docker://${image}`]));
    push(host, "moved:1", { amd64: [gzipLayer(1000)], arm64: [gzipLayer(2000)] }, kasm, "--all");
    const seen = digest(name);
    push(host, "moved:1", { amd64: [gzipLayer(3000)], arm64: [gzipLayer(4000)] }, kasm, "--all");
    expect(digest(name)).not.toBe(seen);
    const script = join(scratch, "mirror-images.sh");
    copyFileSync(join(projectRoot, "src/tools/bundle/mirror-images.sh"), script);
    writeFiles(scratch, {
      "images.txt": `${name}@${seen}\n`,
      ".config/containers/policy.json": { default: [{ type: "insecureAcceptAnything" }] },
    });
    const mirror = (flags: string, ...args: string[]) =>
      execFileSync("sh", [script, ...args], { env: { ...process.env, HOME: scratch, SKOPEO_FLAGS: flags } });
    mirror("--src-tls-verify=false", join(scratch, "usb"));
    mirror("--dest-tls-verify=false", "--from", join(scratch, "usb"), `docker://${host}/mirror`);
    expect(digest(`${host}/mirror/${name.replace(":", "_")}`)).toBe(seen);
  },
);
