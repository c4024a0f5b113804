import { expect, test } from "vitest";
import { images as words } from "../../strings/check.ts";
import { fullName, parseImage } from "./image-reference.ts";

const sha = `sha256:${"0".repeat(64)}`;

test.each([
  ["firefox", { registry: "docker.io", repository: "firefox", tag: null, digest: null }],
  [
    "kasmweb/firefox:1.16.0",
    { registry: "docker.io", repository: "kasmweb/firefox", tag: "1.16.0", digest: null },
  ],
  [`ghcr.io/a/b__c:1@${sha}`, { registry: "ghcr.io", repository: "a/b__c", tag: "1", digest: sha }],
  [`a/b@${sha}`, { registry: "docker.io", repository: "a/b", tag: null, digest: sha }],
  [
    `a@sha384:${"a".repeat(96)}`,
    { registry: "docker.io", repository: "a", digest: `sha384:${"a".repeat(96)}` },
  ],
  [
    `a@sha512:${"a".repeat(128)}`,
    { registry: "docker.io", repository: "a", digest: `sha512:${"a".repeat(128)}` },
  ],
  [`a/${"b".repeat(64)}`, { registry: "docker.io", repository: `a/${"b".repeat(64)}` }],
  ["localhost/a", { registry: "localhost", repository: "a", tag: null, digest: null }],
  ["lab:5000/a/b", { registry: "lab:5000", repository: "a/b", tag: null, digest: null }],
  ["[::1]:5000/a", { registry: "[::1]:5000", repository: "a", tag: null, digest: null }],
  ["LAB/a", { registry: "LAB", repository: "a", tag: null, digest: null }],
  [`a:${"1".repeat(128)}`, { registry: "docker.io", repository: "a", tag: "1".repeat(128), digest: null }],
  ["e/a1.b_c--d", { registry: "docker.io", repository: "e/a1.b_c--d", tag: null, digest: null }],
  ["x.y-z.example/a", { registry: "x.y-z.example", repository: "a", tag: null, digest: null }],
  ["a".repeat(255), { registry: "docker.io", repository: "a".repeat(255), tag: null, digest: null }],
])("takes %j apart", (text, reference) => expect(parseImage(text)).toMatchObject(reference));

test.each([
  ["", words.empty],
  ["  ", words.empty],
  [" a:1", words.spaceAround],
  ["a :1", words.spaceInside],
  ["https://ghcr.io/a:1", words.address],
  ["me/app:%VERSION%", words.placeholder("%VERSION%")],
  ["me/app:${TAG}", words.placeholder("${TAG}")],
  ["$IMAGE", words.placeholder("$IMAGE")],
  ["{{registry}}/app:1", words.placeholder("{{registry}}")],
  ["<owner>/app:1", words.placeholder("<owner>")],
  ["docker pull a:1", words.command],
  ["docker run a:1", words.command],
  ["docker  run a:1", words.command],
  [":1", words.slashes],
  ["a@", words.digest],
  ["a".repeat(600), words.long(255)],
  ["a:", words.emptyTag],
  ["a:-1", words.tag],
  [`a:${"1".repeat(129)}`, words.tag],
  ["a@sha256:0", words.digestLength({ algorithm: "sha256", length: 64, found: 1 })],
  [`a@sha256:${"a".repeat(32)}`, words.digestLength({ algorithm: "sha256", length: 64, found: 32 })],
  [`a@sha512:${"a".repeat(64)}`, words.digestLength({ algorithm: "sha512", length: 128, found: 64 })],
  [`a@md9:${"a".repeat(64)}`, words.digestAlgorithm("md9")],
  [`a@SHA256:${"a".repeat(64)}`, words.digestAlgorithm("SHA256")],
  [`a@sha256:${"A".repeat(64)}`, words.digestCapitals],
  [`a@sha256:${"g".repeat(64)}`, words.digest],
  ["a@latest", words.digest],
  ["a".repeat(64), words.bareDigest],
  [`sha256:${"a".repeat(64)}`, words.bareDigest],
  [`a@${sha}@${sha}`, words.digest],
  ["lab_1.example/a:1", words.host("lab_1.example")],
  ["lab:port/a", words.host("lab:port")],
  ["a//b", words.slashes],
  ["ghcr.io/Lab/b:1", words.capitals("ghcr.io/lab/b:1")],
  ["lab/b-:1", words.repository("b-")],
  ["a".repeat(256), words.long(255)],
  ["a".repeat(601), words.long(600)],
])("says what is wrong with %j", (text, fault) => expect(parseImage(text)).toEqual(fault));

test.each(["docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com", "Docker.io"])(
  "%s is Docker Hub",
  (host) => {
    const image = { registry: "docker.io", hasHost: true, tag: "latest", digest: null };
    expect(parseImage(`${host}/kasmweb/chrome:latest`)).toEqual({ ...image, repository: "kasmweb/chrome" });
    expect(parseImage(`${host}/library/debian:latest`)).toEqual({ ...image, repository: "debian" });
  },
);

test.each([
  ["debian", "docker.io/library/debian:latest"],
  ["index.docker.io/library/debian:latest", "docker.io/library/debian:latest"],
  ["registry-1.docker.io/a/b", "docker.io/a/b:latest"],
  ["library/a/b:1", "docker.io/library/a/b:1"],
  ["ghcr.io/library/b:1", "ghcr.io/library/b:1"],
  [`a/b:1@${sha}`, `docker.io/a/b@${sha}`],
])("%s in full is %s", (text, name) => {
  const image = parseImage(text);
  expect("cause" in image ? image.cause : fullName(image)).toBe(name);
});
