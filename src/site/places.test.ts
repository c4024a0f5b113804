import { expect, test } from "vitest";
import { folderPage, imagePage } from "./places.ts";

test.each([
  ["kasmweb/chromium:1.18.0", "https://hub.docker.com/r/kasmweb/chromium"],
  ["docker.io/library/debian:12", "https://hub.docker.com/_/debian"],
  ["debian", "https://hub.docker.com/_/debian"],
  ["ghcr.io/owner/image@sha256:" + "a".repeat(64), "https://ghcr.io/owner/image"],
  ["quay.io/owner/image:1", "https://quay.io/repository/owner/image"],
  ["lscr.io/linuxserver/blender:latest", null],
  ["javascript:alert(1)", null],
  ["not an image", null],
])("the page of %s is %s", (image, page) => {
  expect(imagePage(image)).toBe(page);
});

test.each([
  ["https://github.com/a/b", "https://github.com/a/b/tree/HEAD/workspaces/VPN%20Desktop"],
  ["https://github.com/a/b.git", "https://github.com/a/b/tree/HEAD/workspaces/VPN%20Desktop"],
  ["https://gitlab.example.org/a/b/", "https://gitlab.example.org/a/b/-/tree/HEAD/workspaces/VPN%20Desktop"],
  ["https://git.example.org/a/b", null],
  [null, null],
])("the folder in %s", (source, page) => {
  expect(folderPage(source, "workspaces/VPN Desktop")).toBe(page);
});
