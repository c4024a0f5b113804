import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { makeBundle } from "../../src/tools/bundle/bundle.ts";
import { soundRegistry } from "../support/made-up-registry.ts";
import { projectRoot, temporaryFolder } from "../support/run.ts";

const hasSkopeo = spawnSync("skopeo", ["--version"]).status === 0;

test.skipIf(!hasSkopeo)(
  "mirror-images.sh copies an image with the real skopeo (skipped where it is not installed)",
  async () => {
    const scratch = temporaryFolder();
    const folder = await unpackedBundle(scratch);
    writeFileSync(join(folder, "images.txt"), "docker.io/kasmweb/alpha:1.0\n");
    imageFolder(join(scratch, "usb/docker.io/kasmweb/alpha/_1.0"));
    const policy = join(scratch, "policy.json");
    writeFileSync(policy, '{"default": [{"type": "insecureAcceptAnything"}]}');
    // A wrapper, because --policy goes before the command.
    mkdirSync(join(scratch, "bin"));
    const real = execFileSync("sh", ["-c", "command -v skopeo"], { encoding: "utf8" }).trim();
    writeFileSync(join(scratch, "bin/skopeo"), `#!/bin/sh\nexec ${real} --policy ${policy} "$@"\n`, {
      mode: 0o755,
    });
    const out = execFileSync(
      join(folder, "mirror-images.sh"),
      ["--from", join(scratch, "usb"), join(scratch, "copy")],
      { env: { ...process.env, PATH: `${join(scratch, "bin")}:${process.env["PATH"]}` }, encoding: "utf8" },
    );
    expect(out).toContain("1 of 1 images copied.");
    expect(existsSync(join(scratch, "copy/docker.io/kasmweb/alpha/_1.0/manifest.json"))).toBe(true);
  },
);

async function unpackedBundle(scratch: string): Promise<string> {
  const site = join(scratch, "site");
  for (const [path, { body }] of Object.entries(soundRegistry("https://registry.example.org/"))) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), body as string | Uint8Array);
  }
  const { archive } = await makeBundle(site, join(projectRoot, "deploy"));
  writeFileSync(join(scratch, "registry.tar.gz"), archive);
  execFileSync("tar", ["xzf", join(scratch, "registry.tar.gz"), "-C", scratch]);
  return join(scratch, "registry");
}

/** A smallest image in skopeo's dir: form. */
function imageFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const blob = (content: string | Buffer): { digest: string; size: number } => {
    const digest = createHash("sha256").update(content).digest("hex");
    writeFileSync(join(folder, digest), content);
    return { digest: `sha256:${digest}`, size: Buffer.byteLength(content) };
  };
  const layer = execFileSync("sh", ["-c", "tar cf - --files-from /dev/null | gzip -n"]);
  const diff = createHash("sha256")
    .update(execFileSync("sh", ["-c", "tar cf - --files-from /dev/null"]))
    .digest("hex");
  const config = blob(
    JSON.stringify({
      architecture: "amd64",
      os: "linux",
      config: {},
      rootfs: { type: "layers", diff_ids: [`sha256:${diff}`] },
    }),
  );
  writeFileSync(
    join(folder, "manifest.json"),
    JSON.stringify({
      schemaVersion: 2,
      mediaType: "application/vnd.docker.distribution.manifest.v2+json",
      config: { mediaType: "application/vnd.docker.container.image.v1+json", ...config },
      layers: [{ mediaType: "application/vnd.docker.image.rootfs.diff.tar.gzip", ...blob(layer) }],
    }),
  );
  writeFileSync(join(folder, "version"), "Directory Transport Version: 1.1\n");
}
