import { messageOf } from "../../model/text.ts";
import { expect, test } from "vitest";
import { newestKasm } from "../../model/kasm-versions.ts";
import { bent, faultsOf } from "../workspace.fixture.ts";
import { sound11, testLines } from "./rule.fixture.ts";

const digest = `sha256:${"0".repeat(64)}`;

testLines([
  ["a password in run_config", { run_config: { docker_password: "x" } }, ["14:5 credential-in-entry"]],
  ["another spelling in exec_config", { exec_config: { dockerToken: "x" } }, ["14:5 credential-in-entry"]],
  ["a user in a hook", { exec_config: { go: { cmd: "x", docker_user: "x" } } }, ["16:7 credential-in-entry"]],
  ["an empty password", { run_config: { docker_password: "" } }, ["14:5 unknown-option"]],
  ["a variable of a session", { run_config: { environment: { DOCKER_PASSWORD: "x" } } }, []],
  ["a login in an image", { name: "user:pass@example.org/a/b:1" }, ["3:11 credential-in-entry"]],
  ["a login in an address", { name: "https://user:pass@example.org/a" }, ["3:11 credential-in-entry"]],
  [
    "a secret in the path of profiles",
    { persistent_profile_path: "s3://key:se/c+ret@s3.example.org/b/{username}" },
    ["13:30 credential-in-entry"],
  ],
  ["a login in a link", { link_url: "https://u:p@example.org/" }, ["13:15 credential-in-entry"]],
  [
    "a login in a mount",
    { volume_mappings: { "s3://k:s@h/b": { bind: "/b", mode: "rw" } } },
    ["13:3 credential-in-entry"],
  ],
  ["a user without a secret", { link_url: "https://u@example.org/" }, []],
  ["a path with an @ in it", { link_url: "https://example.org:8080/@u/x" }, []],
  ["placeholders", { persistent_profile_path: "s3://{key}:{secret}@h/b" }, []],
  ["more placeholders", { persistent_profile_path: "s3://<key>:<secret>@h/b" }, []],
  ["an example for people", { notes: "As in https://u:p@example.org/" }, []],
  ["a digest", { name: `example.org:5000/a/b:1@${digest}` }, []],
  ["a broken digest", { name: "a/b:1@sha256:0" }, ["3:11 invalid-image"]],
]);

testLines(
  [
    [
      "a login in the image of an entry",
      { compatibility: [{ version: newestKasm, image: "u:p@h.example/a:1", uncompressed_size_mb: 100 }] },
      ["11:16 credential-in-entry"],
    ],
  ],
  sound11,
);

test("names the place and the cure", () => {
  const [fault] = faultsOf(bent({ run_config: { docker_password: "hunter2" } }));
  expect(messageOf(fault!)).toMatch(/^"run_config\.docker_password" holds the login of .* Delete the login,/);
});
