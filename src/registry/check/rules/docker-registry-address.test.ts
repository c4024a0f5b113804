import { expect, test } from "vitest";
import { newestKasm } from "../../model/kasm-versions.ts";
import { messageOf } from "../../model/text.ts";
import { bent, faultsOf } from "../workspace.fixture.ts";
import { sound11, testLines } from "./rule.fixture.ts";

const refused = ["13:22 docker-registry-address"];

test("does not show the login in an address", () => {
  const [fault] = faultsOf(bent({ docker_registry: "https://bob:hunter2@ghcr.io/" }));
  expect(fault!.code).toBe("credential-in-entry");
  expect(messageOf(fault!)).not.toContain("hunter2");
});

testLines([
  ["accepts an address", { docker_registry: "https://ghcr.io/" }, []],
  ["accepts a host without a scheme", { docker_registry: "index.docker.io" }, []],
  ["accepts localhost", { docker_registry: "localhost" }, []],
  ["accepts a name without a domain when it has a port", { docker_registry: "http://nas:5000" }, []],
  ["accepts an IPv6 address", { docker_registry: "http://[fd00::1]" }, []],
  ["reports a name without a domain", { docker_registry: "https://nas" }, refused],
  ["reports an empty text", { docker_registry: "" }, refused],
  ["reports a space at the end", { docker_registry: "https://ghcr.io/ " }, refused],
  ["reports a version", { docker_registry: "1.15.x" }, refused],
  ["reports an address that ends in a version", { docker_registry: "https://ghcr.io/v1.0" }, refused],
  ["reports another scheme", { docker_registry: "ftp://ghcr.io" }, refused],
  ["reports text that is no address", { docker_registry: "https://[" }, refused],
  ["reports a web page", { docker_registry: "https://hub.docker.com/r/a/b" }, refused],
  ["accepts the host of the image", { docker_registry: "https://GHCR.io/a/", name: "ghcr.io/a/b:1" }, []],
  ["accepts the host behind lscr.io", { docker_registry: "https://ghcr.io/", name: "lscr.io/a/b:1" }, []],
  [
    "accepts Docker Hub beside any image",
    { docker_registry: "https://index.docker.io/v1/", name: "ghcr.io/a/b:1" },
    [],
  ],
  [
    "reports another host than that of the image",
    { docker_registry: "https://quay.io/", name: "ghcr.io/a/b:1" },
    refused,
  ],
  [
    "reports another host than Docker Hub, where it is named",
    { docker_registry: "https://ghcr.io", name: "docker.io/a/b:1" },
    refused,
  ],
  ["reports a page of HTML", { docker_registry: "https://a.example/index.html" }, refused],
]);

test("the cure is the host of the image", () => {
  const change = { docker_registry: "https://quay.io/", name: "ghcr.io/a/b:1" };
  expect(messageOf(faultsOf(bent(change))[0]!)).toBe(
    'docker_registry is "https://quay.io/", and the image is at ghcr.io. Kasm asks this address for the image. Write "https://ghcr.io/".',
  );
  expect(faultsOf(bent({ ...change, docker_registry: "https://ghcr.io/" }))).toEqual([]);
});

testLines(
  [
    [
      "accepts a host that one of several images has",
      {
        docker_registry: "https://quay.io/",
        compatibility: [
          { version: newestKasm, image: "quay.io/a/b:1", uncompressed_size_mb: 100 },
          { version: "1.18.x", image: "ghcr.io/a/b:1", uncompressed_size_mb: 100 },
        ],
      },
      [],
    ],
  ],
  sound11,
);
