import { expect, test } from "vitest";
import { problemCodes } from "../model/problem.ts";
import { messageOf, wordingOf } from "../model/text.ts";
import { newestKasm } from "../model/kasm-versions.ts";
import * as schemas from "../model/schemas.ts";
import { bent, codesOf, faultsOf, sound, sound11 } from "./workspace.fixture.ts";
import { validateRegistry, validateWorkspace10, validateWorkspace11 } from "./validators.ts";

// One line a case: what is bent, and the problems that follow, at the line of the key.
const cases: [name: string, text: string, expected: string[]][] = [
  ["accepts a sound workspace of 1.0", bent({}), []],
  ["accepts a sound workspace of 1.1", bent({}, sound11), []],
  [
    "accepts every optional key",
    bent({
      categories: ["A"],
      docker_registry: "https://ghcr.io/",
      run_config: {},
      exec_config: {},
      notes: "",
      cores: 1.5,
      memory: 2768,
      gpu_count: 0,
      cpu_allocation_method: "Inherit",
      enabled: true,
      image_type: "Container",
      require_gpu: false,
      volume_mappings: {},
      persistent_profile_path: "/p",
      $schema: "x",
    }),
    [],
  ],
  ["reports a list in place of a workspace", "[]", ["1:1 json-not-object"]],
  [
    "reports a required key with a typing error",
    bent({ compatibility: undefined, compatability: [newestKasm] }),
    ["10:3 missing-key"],
  ],
  [
    "reports entries of 1.1 under a misspelt key by the key alone",
    bent({ compatibility: undefined, compatability: sound11["compatibility"] }, sound11),
    ["8:3 missing-key"],
  ],
  ["reports a missing key", bent({ name: undefined }), ["1:1 missing-key"]],
  ["reports a number in a text", bent({ uncompressed_size_mb: "2170" }), ["12:27 wrong-type"]],
  ["reports null in a required key", bent({ description: null }), ["4:18 null-value"]],
  ["reports null in an optional key", bent({ notes: null }), ["13:12 null-value"]],
  ["reports x86_64 as an architecture", bent({ architecture: ["x86_64"] }), ["7:5 unknown-architecture"]],
  [
    "reports aarch64 as an architecture",
    bent({ architecture: ["amd64", "aarch64"] }),
    ["8:5 unknown-architecture"],
  ],
  ["reports an empty list of architectures", bent({ architecture: [] }), ["6:19 empty-value"]],
  [
    "reports the second of two equal architectures",
    bent({ architecture: ["amd64", "amd64"] }),
    ["8:5 duplicate-item"],
  ],
  ["reports a negative size", bent({ uncompressed_size_mb: -1 }), ["12:27 out-of-range"]],
  [
    "reports a size that no disk has",
    bent({ uncompressed_size_mb: 12345678901234567890 }),
    ["12:27 out-of-range"],
  ],
  ["reports a fraction as size", bent({ uncompressed_size_mb: 1.5 }), ["12:27 wrong-type"]],
  [
    "reports a value that is not among the allowed ones",
    bent({ cpu_allocation_method: "inherit" }),
    ["13:28 not-allowed"],
  ],
  [
    "reports a misspelt key that is not required",
    bent({ cpu_alocation_method: "Inherit" }),
    ["13:3 unknown-key"],
  ],
  ["reports a key that is near no other", bent({ flavour: 1 }), ["13:3 unknown-key"]],
  [
    "reports a misspelt key beside the right one",
    bent({ name: "a/b:1", nmae: "a/b:1" }),
    ["13:3 unknown-key"],
  ],
  [
    "reports two required keys, each with its own typing error",
    bent({ architecture: undefined, architectures: ["amd64"], description: undefined, descripton: "x" }),
    ["9:3 missing-key", "12:3 missing-key"],
  ],
  [
    "reports a misspelt key inside another",
    bent({ run_config: { "shm-size": "1g" } }),
    ["14:5 unknown-option"],
  ],
  [
    "reports a foreign key inside a release",
    bent(
      { compatibility: [{ version: newestKasm, image: "a/b:1", uncompressed_size_mb: 100, flavour: 2 }] },
      sound11,
    ),
    ["13:7 unknown-key"],
  ],
  [
    "reports a misspelt key inside a release",
    bent({ compatibility: [{ version: newestKasm, imag: "a/b:1", uncompressed_size_mb: 100 }] }, sound11),
    ["11:7 missing-key"],
  ],
  [
    "reports null in a release",
    bent({ compatibility: [{ version: newestKasm, image: null, uncompressed_size_mb: 100 }] }, sound11),
    ["11:16 null-value"],
  ],
  ["reports a text that is not as its pattern says", bent({ image_src: "a/b.png" }), ["5:16 icon-path"]],
  ["reports an empty text", bent({ friendly_name: "" }), ["2:20 empty-value"]],
  ["reports a number below its least", bent({ cores: -1 }), ["13:12 out-of-range"]],
  ["reports a text in a list of texts", bent({ categories: "A" }), ["13:17 wrong-type"]],
  ["reports a number in a list of texts", bent({ categories: ["A", 1] }), ["15:5 wrong-type"]],
  ["reports a text in a choice between true and false", bent({ enabled: " TRUE " }), ["13:14 wrong-type"]],
  ["reports a list in a choice between true and false", bent({ enabled: [] }), ["13:14 wrong-type"]],
  [
    "reports a value that is near an allowed one",
    bent({ cpu_allocation_method: "Sharez" }),
    ["13:28 not-allowed"],
  ],
  ["reports a number among words", bent({ cpu_allocation_method: 1 }), ["13:28 wrong-type"]],
  ["reports null among words", bent({ cpu_allocation_method: null }), ["13:28 null-value"]],
  ["reports an architecture that is a number", bent({ architecture: [64] }), ["7:5 wrong-type"]],
  [
    "reports an architecture that nobody knows",
    bent({ architecture: ["vax"] }),
    ["7:5 unknown-architecture"],
  ],
  [
    "reports a 1.1 entry without an image",
    bent({ compatibility: [{ version: newestKasm, uncompressed_size_mb: 100 }] }, sound11),
    ["9:5 missing-key"],
  ],
];

test.each(cases)("%s", (_, text, expected) => {
  expect(codesOf(text)).toEqual(expected);
  const messages = faultsOf(text).map((fault) => `${fault.pointer}: ${messageOf(fault)}`);
  for (const message of messages) expect(message).not.toMatch(/undefined|NaN|\[object/);
  if (messages.length > 0) expect(messages.join("\n").replaceAll(newestKasm, "NEWEST")).toMatchSnapshot();
});

test("a message names what stands there, why it is wrong and the edit", () => {
  const words = (change: Record<string, unknown>): string => messageOf(faultsOf(bent(change))[0]!);
  expect(words({ uncompressed_size_mb: "2170" })).toBe(
    'uncompressed_size_mb is the text "2170", but must be a whole number. A Kasm server reads nothing else there. Write 2170, without quotation marks.',
  );
  expect(words({ architecture: ["x86_64"] })).toContain('Write "amd64".');
  expect(words({ architecture: ["aarch64"] })).toContain('Write "arm64".');
  expect(words({ catagories: [] })).toContain('Did you mean "categories"?');
  expect(words({ categories: undefined, Category: "A" })).toContain('Did you mean "categories"?');
  expect(words({ uncompressed_size_mb: 2_900_000_000 })).toContain("or less. Write 2900.");
  expect(words({ run_config: { "shm-size": "1g" } })).toContain('Did you mean "shm_size"? Rename it');
  expect(words({ compatibility: undefined, compatability: [newestKasm] })).toContain(
    'Rename "compatability" to "compatibility".',
  );
  expect(words({ compatibility: ["1.13"] })).toContain('Write "1.13.x".');
});

test("the schemas reject an empty workspace and accept a sound one", () => {
  for (const validate of [validateWorkspace10, validateWorkspace11]) expect(validate({})).toBe(false);
  expect(validateWorkspace10(sound)).toBe(true);
  expect(validateWorkspace11(sound11)).toBe(true);
  expect(validateRegistry({})).toBe(true);
  expect(validateRegistry({ name: 1 })).toBe(false);
});

test("a missing key is explained by the description of its field, also of a shared one", () => {
  for (const key of ["name", "image_src"])
    expect(faultsOf(bent({ [key]: undefined }))[0]!.args["why"], key).toBe(
      `${schemas.workspace10.properties[key]!.description!.split(/\.(?:\s|$)/)[0]}.`,
    );
});

test("every property of a schema carries a title, a description and an example that it accepts", () => {
  for (const [schema, validate, base] of [
    [schemas.workspace10, validateWorkspace10, sound],
    [schemas.workspace11, validateWorkspace11, sound11],
  ] as const) {
    for (const [key, property] of Object.entries(schema.properties)) {
      expect(property, key).toMatchObject({
        title: expect.any(String),
        description: expect.any(String),
        examples: expect.any(Array),
      });
      for (const example of property.examples ?? [])
        expect(validate({ ...base, [key]: example }), key).toBe(true);
    }
  }
});

test("every code is kebab-case and worded in three beats", () => {
  for (const code of problemCodes) {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const words = wordingOf(code).message(new Proxy({}, { get: () => "X." }));
    expect(words.split(/[.!?](?:\s|$)/).filter(Boolean).length, code).toBeGreaterThanOrEqual(2);
  }
});
