import { expect, test } from "vitest";
import { messageOf } from "../../model/text.ts";
import { bent, faultsOf } from "../workspace.fixture.ts";
import { testLines } from "./rule.fixture.ts";

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
  ["reports a page of HTML", { docker_registry: "https://a.example/index.html" }, refused],
]);
