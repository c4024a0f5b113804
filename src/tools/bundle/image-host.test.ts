import { expect, test } from "vitest";
import { isImageHost, withImageHost } from "./image-host.ts";

const digest = `sha256:${"0".repeat(64)}`;
const list = (...workspaces: object[]): string => JSON.stringify({ name: "a/b:1", workspaces }, null, 1);

test.each([
  [
    "1.0",
    { name: "kasmweb/a:1", docker_registry: "https://index.docker.io/v1/" },
    { name: "r.lan/docker.io/kasmweb/a:1", docker_registry: "https://r.lan/" },
  ],
  ["1.0 without a tag", { name: "debian" }, { name: "r.lan/docker.io/library/debian:latest" }],
  [
    "1.1",
    { compatibility: [{ image: `GHCR.io:5000/a/b@${digest}` }, { image: "a:1" }] },
    {
      compatibility: [
        { image: `r.lan/ghcr.io_5000/a/b@${digest}` },
        { image: "r.lan/docker.io/library/a:1" },
      ],
    },
  ],
  [
    "no image",
    { name: "$(x)", docker_registry: "https://ghcr.io/" },
    { name: "$(x)", docker_registry: "https://ghcr.io/" },
  ],
  ["a link", { image_type: "Link", name: "page" }, { image_type: "Link", name: "page" }],
])("names images at another host: %s", (_, before, after) =>
  expect(withImageHost(list(before), "r.lan")).toBe(list(after)),
);

test("signs in at the host, whatever its path", () =>
  expect(withImageHost(list({ name: "a/b:1", docker_registry: "" }), "r.lan:5000/x/y")).toBe(
    list({ name: "r.lan:5000/x/y/docker.io/a/b:1", docker_registry: "https://r.lan:5000/" }),
  ));

test("leaves numbers as they are written", () =>
  expect(withImageHost('{"a":1.50e3,"workspaces":[{"cores":2.0,"name":"a/b:1"}]}', "r.lan")).toBe(
    '{"a":1.50e3,"workspaces":[{"cores":2.0,"name":"r.lan/docker.io/a/b:1"}]}',
  ));

test.each([
  ["r.lan", true],
  ["r.lan:5000/mirror", true],
  ["localhost", true],
  ["mirror", false],
  ["https://r.lan", false],
  ["r.lan/a:1", false],
  [`r.lan/a@${digest}`, false],
  ["r.lan/", false],
  ["", false],
])("%j can hold images: %s", (host, expected) => expect(isImageHost(host)).toBe(expected));
