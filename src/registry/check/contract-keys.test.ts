import { expect, test } from "vitest";
import { newestKasm } from "../model/kasm-versions.ts";
import { severityOf } from "../model/problem.ts";
import { reviewWorkspace } from "../../review/index.ts";
import { messageOf } from "../model/text.ts";
import { controls, deployment, passing } from "./contract-keys.fixture.ts";
import { bent, faultsOf, sound, sound11 } from "./workspace.fixture.ts";

const codes = (change: object, base = sound): string[] =>
  faultsOf(bent({ ...change }, base)).map(({ code }) => code);

test("real fields of an image record pass through in both schemas", () => {
  for (const base of [sound, sound11]) expect(codes(passing, base)).toEqual([]);
});

test("switching off a control is a finding of the review, and no problem", () => {
  for (const key of controls) {
    expect(codes({ [key]: true })).toEqual([]);
    expect(reviewWorkspace({ [key]: true }).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      "control-disabled medium",
    ]);
  }
});

test.each(deployment)("%s means nothing outside one deployment", (key) => {
  expect(codes({ [key]: "a" })).toEqual(["deployment-key"]);
});

test.each(["docker_user", "docker_token", "docker_password"])("%s is refused, and never shown", (key) => {
  const faults = faultsOf(bent({ [key]: "hunter2-secret" }));
  expect(faults.map((fault) => [fault.code, severityOf(fault)])).toEqual([["credential-in-entry", "error"]]);
  expect(JSON.stringify(faults) + messageOf(faults[0]!)).not.toContain("hunter2");
  expect(codes({ [key]: { nested: "hunter2" } })).toEqual(["credential-in-entry"]);
  for (const empty of ["", null]) expect(codes({ [key]: empty })).toEqual(["deployment-key"]);
});

/** A mistake, a part of its cure, and the change that the cure asks for. `undefined` deletes a key. */
const cures: [code: string, mistake: object, cure: string, cured: object, base?: typeof sound][] = [
  ["unknown-key", { memory_bytes: 1000 }, 'Write it in megabytes as "memory"', { memory: 1000 }],
  ["unknown-key", { uncompressed_size_bytes: 1 }, "Delete it, or check its spelling", {}],
  ["unknown-key", { docker_run_config_override: {} }, 'Rename it to "run_config"', { run_config: {} }],
  ["unknown-key", { category: ["A"] }, 'Rename it to "categories"', { categories: ["A"] }],
  ["unknown-key", { shm_size: "1g" }, "Move it into run_config", { run_config: { shm_size: "1g" } }],
  ["unknown-key", { go: { cmd: "a" } }, "Move it into exec_config", { exec_config: { go: { cmd: "a" } } }],
  ["unknown-key", { colour: "red" }, "Delete it", {}],
  ["unknown-option", { run_config: { volume_mappings: {} } }, "to the top level", { volume_mappings: {} }],
  ["unknown-option", { run_config: { go: {} } }, "Move it into exec_config", { exec_config: { go: {} } }],
  [
    "unknown-option",
    { run_config: { first_launch: {} } },
    "into exec_config",
    { exec_config: { first_launch: {} } },
  ],
  ["unknown-option", { run_config: { assign: {} } }, "into exec_config", { exec_config: { assign: {} } }],
  ["deployment-key", { zone_id: "a" }, "Delete it", {}],
  ["credential-in-entry", { docker_token: "a" }, "Delete the login", {}],
  [
    "size-missing",
    { uncompressed_size_mb: undefined },
    'Add "uncompressed_size_mb": 2500.',
    { uncompressed_size_mb: 2500 },
  ],
  ["schema-10-key", { name: "a/b:1" }, "Delete the key", {}, sound11],
  ["schema-11-key", { available_tags: ["a"] }, "Delete it", {}],
  ["missing-key", { description: undefined }, 'Add "description"', { description: "A" }],
  ["null-value", { notes: null }, "Delete the key", {}],
  ["duplicate-item", { architecture: ["amd64", "amd64"] }, "Delete one", { architecture: ["amd64"] }],
  [
    "unknown-architecture",
    { architecture: ["amd64", "aarch64"] },
    'Write "arm64"',
    { architecture: ["amd64", "arm64"] },
  ],
  [
    "version-pattern",
    { compatibility: [newestKasm, "1.18"] },
    'Write "1.18.x"',
    { compatibility: [newestKasm, "1.18.x"] },
  ],
  [
    "launch-duplicate-key",
    { launch_config: { launch_form: [{ key: "a" }, { key: "a" }] } },
    "a key of its own",
    { launch_config: { launch_form: [{ key: "a" }, { key: "b" }] } },
  ],
  [
    "launch-destination",
    { launch_config: { file_mapping: { destination: "a.json" } } },
    '"/tmp/launch_selections.json"',
    { launch_config: { file_mapping: { destination: "/tmp/launch_selections.json" } } },
  ],
  [
    "launch-saved-secret",
    { launch_config: { launch_form: [{ key: "token", allow_saving: true }] } },
    "Set allow_saving to false",
    { launch_config: { launch_form: [{ key: "token", allow_saving: false }] } },
  ],
];

test.each(cures)("%s: %j", (code, mistake, cure, cured, base = sound) => {
  const faults = faultsOf(bent({ ...mistake }, base));
  expect(faults.map((fault) => fault.code)).toEqual([code]);
  expect(messageOf(faults[0]!)).toContain(cure);
  expect(codes(cured, base)).toEqual([]);
});

test("a size in bytes is to be written in megabytes", () => {
  const mistake = { uncompressed_size_mb: undefined, uncompressed_size_bytes: 2e9 };
  const faults = faultsOf(bent(mistake));
  expect(faults.map(({ code }) => code)).toEqual(["unknown-key"]);
  expect(messageOf(faults[0]!)).toContain('in megabytes as "uncompressed_size_mb", and delete this key');
});

test("the size in bytes of a 1.1 workspace belongs in its entries", () => {
  const [fault] = faultsOf(bent({ uncompressed_size_bytes: 1 }, sound11));
  expect(messageOf(fault!)).toContain('each entry of compatibility as "uncompressed_size_mb"');
});
