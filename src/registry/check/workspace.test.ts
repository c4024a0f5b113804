import { expect, test } from "vitest";
import { problemCodes } from "../model/problem.ts";
import { messageOf, wordingOf } from "../model/text.ts";
import { newestKasm } from "../model/kasm-versions.ts";
import * as schemas from "../model/schemas.ts";
import { bent, codesOf, faultsOf, picture, sound, sound11 } from "./workspace.fixture.ts";
import { validateTogether, validateWorkspace } from "./workspace.ts";
import { validateRegistry, validateWorkspace10, validateWorkspace11 } from "./validators.ts";

// One line a case: what is bent, and the problems that follow, at the line of the key.
const cases: [name: string, text: string, expected: string[]][] = [
  ["sound 1.0", bent({}), []],
  ["sound 1.1", bent({}, sound11), []],
  [
    "every optional key",
    bent({
      categories: ["A"],
      docker_registry: "https://ghcr.io/",
      run_config: {},
      exec_config: {},
      notes: "",
      cores: 1.5,
      memory: 2,
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
  ["a list", "[]", ["1:1 json-not-object"]],
  [
    "misspelt key",
    bent({ compatibility: undefined, compatability: [newestKasm] }),
    ["1:1 no-suitable-version", "10:3 missing-key"],
  ],
  ["missing key", bent({ name: undefined }), ["1:1 missing-key"]],
  ["unknown key", bent({ colour: "red" }), ["13:3 unknown-key"]],
  ["near-miss of an optional key", bent({ catagories: ["A"] }), ["13:3 unknown-key"]],
  ["number in a text", bent({ uncompressed_size_mb: "2170" }), ["12:27 wrong-type"]],
  ["null", bent({ description: null }), ["4:18 null-value"]],
  ["null in an optional key", bent({ notes: null }), ["13:12 null-value"]],
  ["x86_64", bent({ architecture: ["x86_64"] }), ["7:5 unknown-architecture"]],
  ["aarch64", bent({ architecture: ["amd64", "aarch64"] }), ["8:5 unknown-architecture"]],
  ["no architecture", bent({ architecture: [] }), ["6:19 empty-value"]],
  ["an architecture twice", bent({ architecture: ["amd64", "amd64"] }), ["8:5 duplicate-item"]],
  ["1.13", bent({ compatibility: [newestKasm, "1.13"] }), ["11:5 version-pattern"]],
  ["1.13.1", bent({ compatibility: ["1.13.1", newestKasm] }), []],
  ["a version twice", bent({ compatibility: [newestKasm, newestKasm] }), ["11:5 duplicate-version"]],
  ["nothing for the newest Kasm", bent({ compatibility: ["1.15.x"] }), ["10:5 no-newest-version"]],
  ["nothing for any Kasm", bent({ compatibility: ["1.2.x"] }), ["9:20 no-suitable-version"]],
  ["four categories", bent({ categories: ["A", "B", "C", "D"] }), ["13:17 too-many-categories"]],
  ["negative size", bent({ uncompressed_size_mb: -1 }), ["12:27 out-of-range"]],
  ["a size that no disk has", bent({ uncompressed_size_mb: 12345678901234567890 }), ["12:27 out-of-range"]],
  ["a size of nothing", bent({ uncompressed_size_mb: 0 }), ["12:27 size-zero"]],
  [
    "an option that Docker's library refuses",
    bent({ run_config: { hostname: "kasm", enviroment: {} } }),
    ["15:5 unknown-option"],
  ],
  ["the spelling of the docker command", bent({ run_config: { "shm-size": "1g" } }), ["14:5 unknown-option"]],
  ["options that it takes", bent({ run_config: { shm_size: "1g", environment: {} } }), []],
  ["fraction of a size", bent({ uncompressed_size_mb: 1.5 }), ["12:27 wrong-type"]],
  ["method", bent({ cpu_allocation_method: "inherit" }), ["13:28 not-allowed"]],
  ["image as an address", bent({ name: "https://ghcr.io/a/b:1" }), ["3:11 invalid-image"]],
  ["image with capitals", bent({ name: "Example/Editor:1" }), ["3:11 invalid-image"]],
  ["image with a space", bent({ name: "example/editor :1" }), ["3:11 invalid-image"]],
  ["image by digest", bent({ name: `example/editor@sha256:${"0".repeat(64)}` }), []],
  ["registry with a port", bent({ name: "registry.example:5000/a/b:1" }), []],
  [
    "registry as a web page",
    bent({ docker_registry: "https://hub.docker.com/r/a/b" }),
    ["13:22 docker-registry-address"],
  ],
  ["registry empty", bent({ docker_registry: "" }), ["13:22 docker-registry-address"]],
  ["registry a version", bent({ docker_registry: "1.15.x" }), ["13:22 docker-registry-address"]],
  ["1.0 key in 1.1", bent({ name: "a/b:1" }, sound11), ["15:3 schema-10-key"]],
  ["1.1 key in 1.0", bent({ available_tags: ["x"] }), ["13:3 schema-11-key"]],
  [
    "two shapes",
    bent({ compatibility: [newestKasm, { version: "1.18.x", image: "a/b:1", uncompressed_size_mb: 1 }] }),
    ["1:1 schema-10-key"],
  ],
  [
    "unknown key in a 1.1 entry",
    bent(
      { compatibility: [{ version: newestKasm, image: "a/b:1", uncompressed_size_mb: 1, tags: [] }] },
      sound11,
    ),
    ["13:7 unknown-key"],
  ],
  [
    "a 1.1 entry without its image",
    bent({ compatibility: [{ version: newestKasm, uncompressed_size_mb: 1 }] }, sound11),
    ["9:5 missing-key"],
  ],
];

test.each(cases)("%s", (name, text, expected) => {
  const found = codesOf(text);
  if (name === "two shapes") expect(found.join()).toContain("mixed-compatibility");
  else expect(found).toEqual(expected);
  for (const fault of faultsOf(text))
    expect(messageOf(fault), fault.code).not.toMatch(/undefined|NaN|\[object/);
});

const icons: [
  name: string,
  image_src: string,
  files: ReturnType<typeof picture>[],
  expected: string | null,
][] = [
  ["there", "a.png", [picture("a.png")], null],
  ["missing", "a.png", [], "icon-missing"],
  ["another name", "a.png", [picture("b.png")], "icon-missing"],
  ["another case", "a.png", [picture("A.PNG")], "icon-case"],
  ["an address", "https://example.org/a.png", [], "icon-url"],
  ["an address without scheme", "//example.org/a.png", [], "icon-url"],
  ["data", "data:image/png;base64,AAAA", [], "icon-url"],
  ["blob", "blob:https://example.org/1", [], "icon-blob"],
  ["a path", "icons/a.png", [picture("a.png")], "icon-path"],
  ["a path upwards", "../a.png", [], "icon-path"],
  ["a Windows path", "icons\\a.png", [], "icon-path"],
  ["encoded", "%2e%2e%2fa.png", [], "icon-path"],
  ["a device", "con.png", [picture("con.png")], "icon-path"],
  ["JPEG named .png", "a.png", [picture("a.png", { format: "jpeg" })], "icon-content-type"],
  ["no picture", "a.png", [picture("a.png", null)], "icon-type"],
  ["a picture browsers do not show", "a.tiff", [picture("a.tiff", { format: "tiff" })], "icon-type"],
  ["cut off", "a.png", [picture("a.png", { fault: "the file ends too early" })], "icon-broken"],
  ["huge", "a.png", [picture("a.png", { width: 30000, height: 30000 })], "icon-broken"],
  ["as large as allowed", "a.png", [picture("a.png", { width: 4096, height: 4096 })], null],
  ["a pixel too wide", "a.png", [picture("a.png", { width: 4097, height: 4096 })], "icon-broken"],
  ["a pixel too high", "a.png", [picture("a.png", { width: 4096, height: 4097 })], "icon-broken"],
  ["a Windows icon", "a.ico", [picture("a.ico", { format: "ico" })], null],
  ["not square", "a.png", [picture("a.png", { width: 200, height: 100 })], "icon-not-square"],
  ["small", "a.png", [picture("a.png", { width: 48, height: 48 })], "icon-small"],
  ["a small drawing", "a.svg", [picture("a.svg", { format: "svg", width: 24, height: 24 })], null],
];

test.each(icons)("icon: %s", (_, image_src, files, expected) => {
  expect(faultsOf(bent({ image_src }), files).map(({ code }) => code)).toEqual(expected ? [expected] : []);
});

test("a message names what stands there, why it is wrong and the edit", () => {
  const words = (change: Record<string, unknown>): string => messageOf(faultsOf(bent(change))[0]!);
  expect(words({ uncompressed_size_mb: "2170" })).toBe(
    'uncompressed_size_mb is the text "2170", but must be a whole number. A Kasm server reads nothing else there. Write 2170, without quotation marks.',
  );
  expect(words({ architecture: ["x86_64"] })).toContain('Write "amd64".');
  expect(words({ architecture: ["aarch64"] })).toContain('Write "arm64".');
  expect(words({ catagories: [] })).toContain('Did you mean "categories"?');
  expect(words({ run_config: { "shm-size": "1g" } })).toContain('Did you mean "shm_size"? Rename it');
  expect(words({ compatibility: undefined, compatability: [newestKasm] })).toContain(
    'Rename "compatability" to "compatibility".',
  );
  expect(words({ compatibility: ["1.13"] })).toContain('Write "1.13.x".');
});

const draftOf = (
  folder: string,
  change: Record<string, unknown>,
  files = [picture("editor.png")],
  base = sound,
) =>
  validateWorkspace({
    folder,
    slug: folder.toLowerCase(),
    content: bent({ friendly_name: folder, name: `example/${folder.toLowerCase()}:1`, ...change }, base),
    files,
  }).draft!;

function together(...drafts: ReturnType<typeof draftOf>[]): string[] {
  return drafts.flatMap((draft) =>
    validateTogether(drafts)
      .get(draft)!
      .map(({ code }) => `${draft.folder} ${code}`),
  );
}

test("what only shows between workspaces", () => {
  expect(together(draftOf("A", {}), draftOf("B", {}))).toEqual([]);
  expect(together(draftOf("A", { friendly_name: "Same" }), draftOf("B", { friendly_name: "same" }))).toEqual([
    "B duplicate-name",
  ]);
  expect(together(draftOf("A", { name: "a/b:1" }), draftOf("B", { name: "a/b:1" }))).toEqual([
    "B duplicate-image",
  ]);
  expect(
    together(draftOf("A", { name: "a/b:1" }), draftOf("B", { name: "a/b:1", run_config: { hostname: "x" } })),
  ).toEqual([]);
  expect(
    together(
      draftOf("A", { categories: ["Development"] }),
      draftOf("B", { categories: ["Developer"] }),
      draftOf("C", { categories: ["Development"] }),
    ),
  ).toEqual(["B near-duplicate-category"]);
  expect(
    together(draftOf("A", { categories: ["Desktop"] }), draftOf("B", { categories: ["Development"] })),
  ).toEqual([]);
  expect(
    together(
      draftOf("A", {}, [picture("editor.png", {}, "1")]),
      draftOf("B", {}, [picture("editor.png", {}, "2")]),
    ),
  ).toEqual(["B icon-clash"]);
  const tagged = {
    compatibility: [
      { version: newestKasm, image: "a/b:1", uncompressed_size_mb: 1, available_tags: ["develop"] },
    ],
  };
  expect(
    together(
      draftOf("A", {}),
      draftOf("B", {}),
      draftOf("C", { name: undefined, ...tagged }, undefined, sound11),
    ),
  ).toEqual(["A mixed-channels"]);
});

test("the schemas reject what is nothing, and say yes to what is sound", () => {
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
