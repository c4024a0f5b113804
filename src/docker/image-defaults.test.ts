import { expect, test } from "vitest";
import type { ImageLock } from "../registry/model/image-lock.ts";
import { fromImage as words } from "../strings/docker.ts";
import { imageDefaults } from "./image-defaults.ts";

test.each([
  ["kasmweb/gimp:1.16.0", "1.16.x"],
  ["docker.io/kasmweb/gimp:1.18.0-rolling-weekly", "1.18.x"],
  ["kasmweb/gimp:1.20.3", "1.20.x"],
  ["squirrelworksllc/remnux:1.18.1", "1.18.x"],
  ["kasmweb/gimp:develop", null],
  ["kasmweb/gimp:1.16", null],
  ["kasmweb/gimp", null],
  ["kasmweb/gimp:2.1.0", null],
  // The version of a program, not of Kasm.
  ["ghcr.io/me/editor:1.17.2", null],
  ["lscr.io/linuxserver/editor:1.18.0", null],
  ["nginx:1.18.0", null],
  ["Bad Image", null],
])("the Kasm version of %s is %s", (image, version) => {
  const tag = image.split(":")[1] ?? "";
  expect(imageDefaults(image, null)).toEqual(
    version === null ? [] : [{ key: "compatibility", value: [version], said: words.version(version, tag) }],
  );
});

test("takes architectures and a size that was measured for certain from images.lock.json", () => {
  const platform = { digest: "", compressed: 1, unpacked: 2_000_000_000, layers: 1 };
  const facts = { digest: "sha256:0", type: "", created: "", checked: "2026-11-29", config: {} };
  const lock: ImageLock = new Map([
    ["docker.io/me/one:1", { ...facts, platforms: { amd64: platform, arm64: platform } }],
    ["docker.io/me/two:1", { ...facts, platforms: { amd64: { ...platform, estimated: true } } }],
  ]);
  const file = "images.lock.json";
  expect(imageDefaults("me/one:1", lock)).toEqual([
    { key: "architecture", value: ["amd64", "arm64"], said: words.architectures("amd64, arm64", file) },
    { key: "uncompressed_size_mb", value: 2000, said: words.size(2000, file) },
  ]);
  expect(imageDefaults("me/two:1", lock).map(({ key }) => key)).toEqual(["architecture"]);
  expect(imageDefaults("me/three:1", lock)).toEqual([]);
});
