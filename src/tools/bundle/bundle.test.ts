import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { entry10, entry11, list, soundRegistry } from "../../../tests/support/made-up-registry.ts";
import { images as imageWords } from "../../strings/check.ts";
import { bundleText as words } from "../../strings/tools.ts";
import { unlistedFiles, writeChecksums } from "../../publish/checksums.ts";
import { makeBundle } from "./bundle.ts";
import type { ImageLock, LockedImage } from "../../registry/model/image-lock.ts";
import { imagesOf, pinned } from "./images.ts";

let scratch: string;
beforeEach(() => void (scratch = mkdtempSync(join(tmpdir(), "bundle-"))));
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const root = "https://registry.example.org/";
const deploy = join(import.meta.dirname, "../../../deploy");

function site(name = "site"): string {
  const folder = join(scratch, name);
  for (const [path, { body }] of Object.entries(soundRegistry(root))) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), body as string | Uint8Array);
  }
  mkdirSync(join(folder, "workspaces/中文桌面"), { recursive: true });
  writeFileSync(join(folder, "workspaces/中文桌面", `${"long".repeat(40)}.html`), "x");
  return folder;
}

async function unpacked(lock?: ImageLock): Promise<string> {
  const { archive } = await makeBundle(site(), deploy, "", lock);
  writeFileSync(join(scratch, "registry.tar.gz"), archive);
  execFileSync("tar", ["xzf", join(scratch, "registry.tar.gz"), "-C", scratch]);
  return join(scratch, "registry");
}

describe("images", () => {
  test("come from both lists, whole, each once, with the tags of the channels", () => {
    const lists = [
      list("1.0", root, [
        entry10("Alpha", { name: "kasmweb/alpha:1.15.0" }),
        entry10("Plain", { name: "debian" }),
        entry10("Port", { name: "localhost:5000/a/b" }),
      ]),
      list("1.1", root, [
        entry11("Alpha", {
          compatibility: [
            {
              version: "1.17.x",
              image: "kasmweb/alpha:1.17.0",
              uncompressed_size_mb: 1,
              available_tags: ["develop", "1.17.0", "bad tag"],
            },
          ],
        }),
        entry11("Digest", {
          compatibility: [
            { version: "1.17.x", image: `ghcr.io/a/b@sha256:${"0".repeat(64)}`, uncompressed_size_mb: 1 },
          ],
        }),
      ]),
    ];
    expect(imagesOf(lists)).toEqual({
      images: [
        "docker.io/kasmweb/alpha:1.15.0",
        "docker.io/kasmweb/alpha:1.17.0",
        "docker.io/kasmweb/alpha:develop",
        "docker.io/library/debian:latest",
        `ghcr.io/a/b@sha256:${"0".repeat(64)}`,
        "localhost:5000/a/b:latest",
      ],
      skipped: [],
    });
  });

  test("are read from what a list holds, whatever else is in it", () => {
    const compatibility = [
      { version: "1.17.x", image: "a", available_tags: ["x".repeat(128), "x".repeat(129), "-x"] },
    ];
    expect(
      imagesOf([{ workspaces: "none" }, { workspaces: [7, { compatibility }, { compatibility: [{}] }] }]),
    ).toEqual({
      images: ["docker.io/library/a:latest", `docker.io/library/a:${"x".repeat(128)}`],
      skipped: [words.noImage({ text: '""', workspace: `"${words.noName}"`, cause: imageWords.empty.cause })],
    });
  });

  test("what is no reference is named, and never gets into the script's list", () => {
    const { images, skipped } = imagesOf([
      list("1.0", root, [
        entry10("Bad", { name: "$(touch /tmp/pwned)" }),
        entry10("Worse", { name: "--help" }),
        entry10("Number", { name: 5 }),
        entry10("Lines", { name: "a/b:1\nc/d:2" }),
      ]),
    ]);
    expect(images).toEqual([]);
    const skippedOne = (text: string, workspace: string, { cause }: { cause: string }): string =>
      words.noImage({ text: JSON.stringify(text), workspace: JSON.stringify(workspace), cause });
    expect(skipped).toEqual(
      [
        skippedOne("$(touch /tmp/pwned)", "Bad", imageWords.spaceInside),
        skippedOne("--help", "Worse", imageWords.repository("--help")),
        skippedOne("", "Number", imageWords.empty),
        skippedOne("a/b:1\nc/d:2", "Lines", imageWords.spaceInside),
      ].sort(),
    );
  });
});

describe("the archive", () => {
  test("can be unpacked whatever date a list has", async () => {
    const folder = site();
    const path = join(folder, "1.0/list.json");
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), modified: 9e15 }));
    writeFileSync(join(scratch, "registry.tar.gz"), (await makeBundle(folder, deploy)).archive);
    expect(execFileSync("tar", ["tzf", join(scratch, "registry.tar.gz")], { encoding: "utf8" })).toContain(
      "registry/README.txt",
    );
  });

  test.each(["1.0", "1.1"])("has the date of the newer list when that is %s", async (schema) => {
    const folder = site();
    for (const name of ["1.0", "1.1"]) {
      const path = join(folder, name, "list.json");
      const modified = Date.UTC(2025, name === schema ? 1 : 0);
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), modified }));
    }
    const { archive } = await makeBundle(folder, deploy);
    writeFileSync(join(scratch, "registry.tar.gz"), archive);
    execFileSync("tar", ["xzf", join(scratch, "registry.tar.gz"), "-C", scratch]);
    expect(statSync(join(scratch, "registry/README.txt")).mtimeMs).toBe(Date.UTC(2025, 1));
  });

  test("holds the site, its checksums, the configuration, the images and the script", async () => {
    const folder = await unpacked();
    expect(readdirSync(folder).sort()).toEqual([
      "README.txt",
      "SHA256SUMS",
      "images.txt",
      "mirror-images.sh",
      "nginx",
      "site",
    ]);
    execFileSync("sha256sum", ["--check", "--quiet", "--strict", "SHA256SUMS"], { cwd: folder });
    expect(readFileSync(join(folder, "site/1.1/list.json"))).toEqual(
      readFileSync(join(scratch, "site/1.1/list.json")),
    );
    expect(readdirSync(join(folder, "site/workspaces/中文桌面"))).toEqual([`${"long".repeat(40)}.html`]);
    expect(readFileSync(join(folder, "README.txt"), "utf8")).toBe(
      words.readme({ name: "Made-up Lab", address: root, images: 2, imageHost: "" }),
    );
    expect(readFileSync(join(folder, "images.txt"), "utf8")).toBe(
      ["alpha", "beta"].map((name) => `docker.io/example/${name}:1\n`).join(""),
    );
    const modes = ["README.txt", "mirror-images.sh", "nginx/root.conf", "site/versions.txt"].map(
      (name) => statSync(join(folder, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o644, 0o755, 0o644, 0o644]);
    const sums = readFileSync(join(folder, "SHA256SUMS"), "utf8").trim().split("\n").length;
    expect(sums).toBe(
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length -
        1,
    );
  });

  test("holds the signatures of the site's checksums beside them", async () => {
    const folder = site();
    writeChecksums(folder);
    for (const name of unlistedFiles.slice(1)) writeFileSync(join(folder, name), "signed");
    writeFileSync(join(scratch, "registry.tar.gz"), (await makeBundle(folder, deploy)).archive);
    execFileSync("tar", ["xzf", join(scratch, "registry.tar.gz"), "-C", scratch]);
    for (const name of unlistedFiles)
      expect(readFileSync(join(scratch, "registry/site", name))).toEqual(readFileSync(join(folder, name)));
  });

  test("names the images of its lists at another host, and keeps its checksums true", async () => {
    const folder = site();
    writeChecksums(folder);
    for (const name of unlistedFiles.slice(1)) writeFileSync(join(folder, name), "signed");
    const { archive } = await makeBundle(folder, deploy, "r.lan:5000/mirror");
    writeFileSync(join(scratch, "registry.tar.gz"), archive);
    execFileSync("tar", ["xzf", join(scratch, "registry.tar.gz"), "-C", scratch]);
    const unpackedTo = join(scratch, "registry");
    for (const cwd of [unpackedTo, join(unpackedTo, "site")])
      execFileSync("sha256sum", ["--check", "--quiet", "--strict", "SHA256SUMS"], { cwd });
    // Nobody has signed these checksums.
    expect(readdirSync(join(unpackedTo, "site")).filter((name) => unlistedFiles.includes(name))).toEqual([
      "SHA256SUMS",
    ]);
    const list = readFileSync(join(unpackedTo, "site/1.1/list.json"), "utf8");
    expect(list).toContain('"r.lan:5000/mirror/docker.io/example/alpha:1"');
    expect(readFileSync(join(unpackedTo, "images.txt"), "utf8")).toContain("docker.io/example/alpha:1\n");
  });

  test("has the same bytes for the same site, whatever the folder, the times and the rights of its files", async () => {
    const one = site("one");
    const two = site("two");
    for (const entry of readdirSync(two, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      utimesSync(path, 1, 1);
      if (entry.isFile()) chmodSync(path, 0o600);
    }
    const hash = async (folder: string): Promise<string> =>
      createHash("sha256")
        .update((await makeBundle(folder, deploy)).archive)
        .digest("hex");
    expect(await hash(two)).toBe(await hash(one));
  });

  test("is not made of what is no built site", async () => {
    mkdirSync(join(scratch, "empty"));
    const empty = join(scratch, "empty");
    await expect(makeBundle(empty, deploy)).rejects.toThrow(new Error(words.noSite(empty)));
    writeFileSync(join(empty, "versions.txt"), "1.0\n");
    await expect(makeBundle(empty, deploy)).rejects.toThrow(new Error(words.noSite(empty)));
    const folder = site();
    rmSync(join(folder, "versions.txt"));
    await expect(makeBundle(folder, deploy)).rejects.toThrow(new Error(words.noSite(folder)));
  });

  test("tells what it holds", async () => {
    const folder = site();
    rmSync(join(folder, "1.1"), { recursive: true });
    const { archive: _, ...rest } = await makeBundle(folder, deploy);
    expect(rest).toEqual({
      files: 4 + readdirSync(join(deploy, "nginx")).length + 7,
      images: ["docker.io/example/alpha:1", "docker.io/example/beta:1"],
      skipped: [],
      address: root,
    });
  });

  describe("with facts about images", () => {
    const digestOf = (digit: string): string => `sha256:${digit.repeat(64)}`;
    const platform = (digit: string, compressed: number, unpacked: number, estimated = false) => ({
      digest: digestOf(digit),
      compressed,
      unpacked,
      layers: 1,
      ...(estimated && { estimated }),
    });
    const facts = (digit: string, platforms: LockedImage["platforms"]): LockedImage => ({
      digest: digestOf(digit),
      type: "application/vnd.oci.image.index.v1+json",
      created: "",
      checked: "2026-01-01",
      platforms: platforms ?? {},
      config: {},
    });
    const alpha = facts("1", { amd64: platform("a", 1e9, 3e9), arm64: platform("b", 500e6, 2e9) });
    const known = (beta: LockedImage): ImageLock =>
      new Map([
        ["docker.io/example/alpha:1", alpha],
        ["docker.io/example/beta:1", beta],
      ]);
    const read = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8");

    test("lists digests of indexes, and sizes: all platforms to transfer, the largest on an agent", async () => {
      const folder = await unpacked(known(facts("2", { amd64: platform("c", 100e6, 260e6, true) })));
      expect(read(folder, "images.txt")).toBe(
        `docker.io/example/alpha:1@${digestOf("1")}\ndocker.io/example/beta:1@${digestOf("2")}\n`,
      );
      expect(read(folder, "README.txt")).toMatchInlineSnapshot(`
        "Made-up Lab: a Kasm workspace registry, to carry into a network without internet

        1. Check that everything arrived:         sha256sum --check SHA256SUMS
        2. Serve site/ with any web server, at the address it was built for: https://registry.example.org/
           nginx/root.conf and nginx/sub-path.conf are tested configurations.
        3. Mirror the images of images.txt (2 of them) into a registry of your own with skopeo:
             outside:  ./mirror-images.sh /media/usb/images
             inside:   ./mirror-images.sh --from /media/usb/images docker://registry.intranet.example
           The lists name the images where they were published. npm run bundle -- --image-host HOST names them in your registry instead.
           The images take 1.6 GB to transfer for amd64 and arm64, and about 3.3 GB on an agent that has all of them; layers that images share are counted with each.
           An image with a digest is copied by it, so you get what was looked at, even where its tag has moved since.
        4. In Kasm: Admin > Workspaces > Registry > Add New, and paste https://registry.example.org/
           The certificate of that address must be one that the Kasm server trusts.
        "
      `);
    });

    test("counts an image with two tags once, and says how many are known", async () => {
      const sizesWith = async (beta: LockedImage) =>
        (await makeBundle(site(), deploy, "", known(beta))).sizes;
      const once = { compressed: 1.5e9, unpacked: 3e9, isEstimated: false };
      expect(await sizesWith(alpha)).toEqual({ known: 2, ...once });
      const missing = { state: "missing", since: "2026-01-01" } as const;
      expect(await sizesWith(missing)).toEqual({ known: 1, ...once });
      const { sizes, images } = await makeBundle(site(), deploy, "", known(missing));
      expect(words.mirrorSizes(sizes!, images.length)).toMatchInlineSnapshot(
        `"The images that images.lock.json knows (1 of 2) take 1.5 GB to transfer for amd64 and arm64, and 3.0 GB on an agent that has all of them; layers that images share are counted with each."`,
      );
    });

    test("is byte for byte as without the lock where nothing is known, or no digest is one", async () => {
      const without = await unpacked();
      expect(read(without, "images.txt")).toBe("docker.io/example/alpha:1\ndocker.io/example/beta:1\n");
      expect(read(without, "README.txt")).toMatchInlineSnapshot(`
        "Made-up Lab: a Kasm workspace registry, to carry into a network without internet

        1. Check that everything arrived:         sha256sum --check SHA256SUMS
        2. Serve site/ with any web server, at the address it was built for: https://registry.example.org/
           nginx/root.conf and nginx/sub-path.conf are tested configurations.
        3. Mirror the images of images.txt (2 of them) into a registry of your own with skopeo:
             outside:  ./mirror-images.sh /media/usb/images
             inside:   ./mirror-images.sh --from /media/usb/images docker://registry.intranet.example
           The lists name the images where they were published. npm run bundle -- --image-host HOST names them in your registry instead.
        4. In Kasm: Admin > Workspaces > Registry > Add New, and paste https://registry.example.org/
           The certificate of that address must be one that the Kasm server trusts.
        "
      `);
      const { archive } = await makeBundle(site(), deploy);
      const missing: LockedImage = { state: "missing", since: "2026-01-01" };
      for (const lock of [new Map(), new Map([["docker.io/example/alpha:1", missing]])])
        expect((await makeBundle(site(), deploy, "", lock)).archive).toEqual(archive);
      const broken = await unpacked(known({ ...facts("2", {}), digest: "sha256:2\ndocker.io/evil" }));
      expect(read(broken, "images.txt")).toBe(
        `docker.io/example/alpha:1@${digestOf("1")}\ndocker.io/example/beta:1\n`,
      );
    });

    test("leaves an image alone that is named by its digest", () =>
      expect(pinned(`ghcr.io/a/b@${digestOf("1")}`, new Map([[`ghcr.io/a/b@${digestOf("1")}`, alpha]]))).toBe(
        `ghcr.io/a/b@${digestOf("1")}`,
      ));
  });

  test("can be made of a list that says nothing of itself", async () => {
    const folder = join(scratch, "bare");
    mkdirSync(join(folder, "1.0"), { recursive: true });
    writeFileSync(join(folder, "versions.txt"), "1.0\n");
    writeFileSync(join(folder, "1.0/list.json"), "{}");
    const { archive, ...rest } = await makeBundle(folder, deploy);
    expect(rest).toMatchObject({ images: [], skipped: [], address: "" });
    writeFileSync(join(scratch, "bare.tar.gz"), archive);
    execFileSync("tar", ["xzf", join(scratch, "bare.tar.gz"), "-C", scratch]);
    expect(readFileSync(join(scratch, "registry/README.txt"), "utf8")).toBe(
      words.readme({ name: "registry", address: "", images: 0, imageHost: "" }),
    );
    expect(statSync(join(scratch, "registry/README.txt")).mtimeMs).toBe(0);
  });
});

describe("mirror-images.sh", () => {
  /** A skopeo that writes down what it was asked; images with "broken" in their name fail. */
  function fakeSkopeo(): NodeJS.ProcessEnv {
    mkdirSync(join(scratch, "bin"));
    writeFileSync(
      join(scratch, "bin/skopeo"),
      `#!/bin/sh\necho "$@" >> "${scratch}/calls"\ncase "$*" in *broken*) exit 1 ;; esac\n`,
      { mode: 0o755 },
    );
    return {
      ...process.env,
      PATH: `${join(scratch, "bin")}:${process.env["PATH"]}`,
      SKOPEO_FLAGS: "--dest-tls-verify=false",
    };
  }
  const calls = (): string[] => readFileSync(join(scratch, "calls"), "utf8").trim().split("\n");

  test("copies each image to a folder, and from there or straight to a registry", async () => {
    const folder = await unpacked();
    const env = fakeSkopeo();
    writeFileSync(
      join(folder, "images.txt"),
      `docker.io/kasmweb/alpha:1.0\nghcr.io/a/b@sha256:${"0".repeat(64)}\n`,
    );
    const script = join(folder, "mirror-images.sh");
    const copy = "copy --all --preserve-digests --retry-times 3 --quiet --dest-tls-verify=false";
    execFileSync(script, [`${scratch}/my usb/`], { env });
    execFileSync(script, ["--from", "/media/usb", "docker://registry.lan:5000/mirror"], { env });
    execFileSync(script, ["docker://registry.lan:5000"], { env });
    expect(calls()).toEqual([
      `${copy} docker://docker.io/kasmweb/alpha:1.0 dir:${scratch}/my usb/docker.io/kasmweb/alpha/_1.0`,
      `${copy} docker://ghcr.io/a/b@sha256:${"0".repeat(64)} dir:${scratch}/my usb/ghcr.io/a/b/-sha256-${"0".repeat(64)}`,
      `${copy} dir:/media/usb/docker.io/kasmweb/alpha/_1.0 docker://registry.lan:5000/mirror/docker.io/kasmweb/alpha:1.0`,
      `${copy} dir:/media/usb/ghcr.io/a/b/-sha256-${"0".repeat(64)} docker://registry.lan:5000/mirror/ghcr.io/a/b:sha256-${"0".repeat(64)}`,
      `${copy} docker://docker.io/kasmweb/alpha:1.0 docker://registry.lan:5000/docker.io/kasmweb/alpha:1.0`,
      `${copy} docker://ghcr.io/a/b@sha256:${"0".repeat(64)} docker://registry.lan:5000/ghcr.io/a/b:sha256-${"0".repeat(64)}`,
    ]);
  });

  const digest = "0".repeat(64);
  test("copies an image with tag and digest by its digest, to the place of its tag", async () => {
    const folder = await unpacked();
    const env = fakeSkopeo();
    writeFileSync(
      join(folder, "images.txt"),
      `docker.io/kasmweb/alpha:1.0@sha256:${digest}\nr.lan:5000/a/b:2@sha256:${digest}\nr.lan:5000/a/b@sha256:${digest}\n`,
    );
    const script = join(folder, "mirror-images.sh");
    execFileSync(script, ["usb"], { env, cwd: scratch });
    execFileSync(script, ["--from", "usb", "docker://q.lan"], { env, cwd: scratch });
    execFileSync(script, ["--only", "docker.io/*:1.0", "docker://q.lan"], { env, cwd: scratch });
    expect(calls().map((call) => call.split(" ").slice(-2).join(" "))).toEqual([
      `docker://docker.io/kasmweb/alpha@sha256:${digest} dir:usb/docker.io/kasmweb/alpha/_1.0`,
      `docker://r.lan:5000/a/b@sha256:${digest} dir:usb/r.lan_5000/a/b/_2`,
      `docker://r.lan:5000/a/b@sha256:${digest} dir:usb/r.lan_5000/a/b/-sha256-${digest}`,
      "dir:usb/docker.io/kasmweb/alpha/_1.0 docker://q.lan/docker.io/kasmweb/alpha:1.0",
      "dir:usb/r.lan_5000/a/b/_2 docker://q.lan/r.lan_5000/a/b:2",
      `dir:usb/r.lan_5000/a/b/-sha256-${digest} docker://q.lan/r.lan_5000/a/b:sha256-${digest}`,
      `docker://docker.io/kasmweb/alpha@sha256:${digest} docker://q.lan/docker.io/kasmweb/alpha:1.0`,
    ]);
  });

  test.each([
    [
      "a tag that looks like a digest",
      [`docker.io/a/b:sha256-${digest}`, `docker.io/a/b@sha256:${digest}`],
      "docker://r.lan",
      `docker.io/a/b:sha256-${digest}`,
    ],
    [
      "tags that differ in capitals alone, on a disk",
      ["docker.io/a/b:Dev", "docker.io/a/b:dev"],
      "usb",
      "docker.io/a/b/_dev",
    ],
    [
      "hosts that differ in capitals alone",
      ["Reg.example/a:1", "reg.example/a:1"],
      "docker://r.lan",
      "reg.example/a:1",
    ],
  ])("copies nothing where two images would go to one place: %s", async (_, images, to, place) => {
    const folder = await unpacked();
    writeFileSync(join(folder, "images.txt"), images.map((image) => `${image}\n`).join(""));
    const ended = spawnSync(join(folder, "mirror-images.sh"), [to], {
      env: fakeSkopeo(),
      encoding: "utf8",
      cwd: scratch,
    });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toBe(
      `Two images would go to one place. Nothing was copied.\n${images.map((image) => `  ${place}: ${image}\n`).join("")}`,
    );
    expect(existsSync(join(scratch, "calls"))).toBe(false);
  });

  test("gives each image of a foreign registry a place of its own", async () => {
    const folder = await unpacked();
    const env = fakeSkopeo();
    const images = [
      `docker.io/kasmweb/chromium@sha256:${digest}`,
      `evil.example/kasmweb/chromium:sha256-${digest}`,
      "docker.io/a/b:1.0",
      "docker.io/a/b/1.0:manifest.json",
      "localhost:5000/a:1",
      "localhost-5000/a:1",
    ];
    writeFileSync(join(folder, "images.txt"), images.map((image) => `${image}\n`).join(""));
    execFileSync(join(folder, "mirror-images.sh"), ["usb"], { env, cwd: scratch });
    execFileSync(join(folder, "mirror-images.sh"), ["docker://r.lan"], { env, cwd: scratch });
    expect(calls().map((call) => call.split(" ").at(-1))).toEqual([
      `dir:usb/docker.io/kasmweb/chromium/-sha256-${digest}`,
      `dir:usb/evil.example/kasmweb/chromium/_sha256-${digest}`,
      "dir:usb/docker.io/a/b/_1.0",
      "dir:usb/docker.io/a/b/1.0/_manifest.json",
      "dir:usb/localhost_5000/a/_1",
      "dir:usb/localhost-5000/a/_1",
      `docker://r.lan/docker.io/kasmweb/chromium:sha256-${digest}`,
      `docker://r.lan/evil.example/kasmweb/chromium:sha256-${digest}`,
      "docker://r.lan/docker.io/a/b:1.0",
      "docker://r.lan/docker.io/a/b/1.0:manifest.json",
      "docker://r.lan/localhost_5000/a:1",
      "docker://r.lan/localhost-5000/a:1",
    ]);
  });

  test("copies some alone, and says how much there is to copy", async () => {
    const folder = await unpacked();
    const env = fakeSkopeo();
    writeFileSync(join(folder, "images.txt"), "docker.io/a/b:1\nghcr.io/a/b:1\n");
    const script = join(folder, "mirror-images.sh");
    execFileSync(script, ["--only", "ghcr.io/*", "usb"], { env, cwd: scratch });
    expect(calls()).toHaveLength(1);
    expect(calls()[0]).toContain("ghcr.io/a/b:1");
    // Both images have the first layer.
    writeFileSync(
      join(scratch, "bin/skopeo"),
      '#!/bin/sh\necho "sha256:a 2000000000"\ncase "$*" in *ghcr*) echo "sha256:b 500000000" ;; esac\n',
    );
    expect(execFileSync(script, ["--size"], { env, encoding: "utf8" })).toBe("2.5 GB, each layer once.\n");
  });

  test("goes on after a failure, says so at the end, and asks for what is missing", async () => {
    const folder = await unpacked();
    const env = fakeSkopeo();
    writeFileSync(join(folder, "images.txt"), "docker.io/a/broken:1\ndocker.io/a/fine:1\nghcr.io/a/fine:1\n");
    const script = join(folder, "mirror-images.sh");
    const ended = spawnSync(script, ["docker://registry.lan"], { env, encoding: "utf8" });
    expect(ended.status).toBe(1);
    expect(ended.stdout).toContain("2 of 3 images copied.");
    expect(ended.stderr).toContain("not copied: docker.io/a/broken:1");
    const wrong = spawnSync(script, [], { env, encoding: "utf8" });
    expect([wrong.status, wrong.stderr.split("\n")[0]]).toEqual([
      2,
      "Copies every image that this registry's workspaces pull (images.txt) with skopeo, all architectures, no docker daemon needed.",
    ]);
  });
});
