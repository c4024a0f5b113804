import { expect, test } from "vitest";
import type { JsonObject } from "../../registry/model/json.ts";
import { reviewWorkspace } from "../index.ts";

const sha = `sha256:${"0".repeat(64)}`;

/** "path rule" of what is found, with the first name in the advice. */
const found = (data: JsonObject): string[] =>
  reviewWorkspace(data).map(({ path, rule, advice }) =>
    `${path} ${rule} ${/`([^`]*)`/.exec(advice)?.[1] ?? ""}`.trim(),
  );

test.each<[image: string, registry: string | null, expected: string | null]>([
  ["owner/app:1", null, null],
  ["owner/app", null, "image-untagged"],
  ["owner/app:latest", null, "image-latest"],
  [`owner/app@${sha}`, null, "image-digest"],
  [`owner/app:latest@${sha}`, null, "image-digest"],
  ["ghcr.io/owner/app:1", "https://ghcr.io/", null],
  ["ghcr.io/owner/app:latest", "https://ghcr.io/", "image-latest"],
  ["owner/app:1", "https://ghcr.io/", "image-registry-missing ghcr.io/owner/app:1"],
  ["owner/app", "ghcr.io", "image-registry-missing ghcr.io/owner/app"],
  [
    "owner/app:1",
    "https://registry.example:5000/v2/",
    "image-registry-missing registry.example:5000/owner/app:1",
  ],
  ["app:1", "https://ghcr.io", "image-registry-missing ghcr.io/owner/app:1"],
  ["owner/app:1", "https://index.docker.io/v1/", null],
  ["owner/app:1", "https://registry.hub.docker.com", null],
  ["owner/app:1", "https://hub.docker.com/r/owner/app", null],
  ["owner/app:1", "1.0", null],
  ["owner/app:1", "", null],
  ["docker.io/owner/app:1", "https://ghcr.io/", null],
  ["kasmweb/chrome:1.18.0", "https://ghcr.io/", null],
  ["sublime-text:example", null, "image-local-name ghcr.io/owner/sublime-text:example"],
  ["ubuntu:24.04", null, null],
  ["nextcloud:stable", "https://index.docker.io/v1/", null],
  ["localhost:5000/app:1", null, null],
  ["kasmweb/chrome", null, "image-no-latest kasmweb/chrome:1.18.0"],
  ["kasmweb/chrome:latest", null, "image-no-latest kasmweb/chrome:1.18.0"],
  ["kasmweb/chrome:develop", null, null],
  ["ghcr.io/kasmweb/chrome:latest", null, "image-latest"],
  ["index.docker.io/kasmweb/chrome:latest", null, "image-no-latest kasmweb/chrome:1.18.0"],
  ["registry-1.docker.io/kasmweb/chrome", "https://ghcr.io/", "image-no-latest kasmweb/chrome:1.18.0"],
  ["registry.hub.docker.com/kasmweb/chrome:latest", null, "image-no-latest kasmweb/chrome:1.18.0"],
  ["index.docker.io/owner/app:1", "https://ghcr.io/", null],
  ["docker.io/library/ubuntu:24.04", null, null],
  ["docker.io/sublime-text:example", null, "image-local-name ghcr.io/owner/sublime-text:example"],
  ["Not An Image", null, null],
  ["", null, null],
])("%s of %s", (name, registry, expected) => {
  const data = {
    name,
    compatibility: ["1.9.x", "1.18.x"],
    ...(registry === null ? {} : { docker_registry: registry }),
  };
  expect(found(data)).toEqual(expected === null ? [] : [`name ${expected}`]);
});

test("one finding for equal images, and for Kasm's the version of each entry", () => {
  const entries = (image: string): JsonObject[] =>
    ["1.16.x", "1.17.0", "new"].map((version) => ({ version, image }));
  expect(found({ compatibility: entries("owner/app") })).toEqual(["compatibility[0].image image-untagged"]);
  expect(found({ compatibility: ["odd", ...entries("kasmweb/chrome")] })).toEqual([
    "compatibility[1].image image-no-latest kasmweb/chrome:1.16.0",
    "compatibility[2].image image-no-latest kasmweb/chrome:1.17.0",
    "compatibility[3].image image-no-latest",
  ]);
});
