import { closeSync, ftruncateSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assembleList } from "../../../src/registry/lists/assemble.ts";
import { messageOf } from "../../../src/registry/model/text.ts";
import { contentFolder, load, problemsOf, sound } from "../../support/content-folder.ts";
import { newestKasm } from "../../../src/registry/model/kasm-versions.ts";

/** One key more in a sound workspace.json; it is in line 2, so that columns can be told. */
const base = {
  friendly_name: "Editor",
  name: "example/editor:1.0",
  description: "Edits.",
  image_src: "editor.svg",
  architecture: ["amd64"],
  compatibility: ["1.15.x", newestKasm],
  uncompressed_size_mb: 100,
};
const withKey = (line: string, change: Record<string, unknown> = {}): string =>
  `{\n${line},\n${JSON.stringify({ ...base, ...change }).slice(1)}`;
const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
const deep = (levels: number, open = "[", close = "]"): string => open.repeat(levels) + close.repeat(levels);

const refused: [name: string, content: string | Uint8Array, expected: string[]][] = [
  ["an empty file", "", ["1:1 json-empty"]],
  ["white space alone", " \n\t\r\n", ["1:1 json-empty"]],
  ["NUL bytes alone", new Uint8Array(64), ["1:1 json-syntax"]],
  ["10,000 lists in one another", withKey(`"x": ${deep(10_000)}`), ["2:105 json-too-deep"]],
  [
    "10,000 objects in one another",
    withKey(`"x": ${deep(10_000, '{"a":', "}").replace(/:}/, ":1}")}`),
    ["2:501 json-too-deep"],
  ],
  ["500,000 opening brackets, nothing else", "[".repeat(500_000), ["1:101 json-too-deep"]],
  ["depth behind a quotation mark in a comment", `/*"*/${"[".repeat(500_000)}`, ["1:106 json-too-deep"]],
  ["depth behind a carriage return in a text", `"\r${"[".repeat(500_000)}`, ["2:101 json-too-deep"]],
  ["brackets behind a backslash at the end of a line", `"\\\n${"[".repeat(500_000)}`, ["1:1 json-syntax"]],
  ["depth behind closing brackets of the wrong kind", "[},".repeat(200_000), ["1:301 json-too-deep"]],
  ["depth by objects and wrong brackets", `{"a":],`.repeat(100_000), ["json-too-deep"]],
  ["half of a surrogate pair as an escape", withKey('"notes": "\\ud83d"'), ["2:10 json-lone-surrogate"]],
  ["the other half", withKey('"notes": "\\ude00x"'), ["2:10 json-lone-surrogate"]],
  ["two halves in the wrong order", withKey('"notes": "\\ude00\\ud83d"'), ["2:10 json-lone-surrogate"]],
  ["half of a pair in a key", withKey('"\\ud83d": 1'), ["2:1 json-lone-surrogate", "2:1 unknown-key"]],
  [
    "half of a pair in a list deep down",
    withKey('"run_config": {"a": [1, "\\udfff"]}'),
    ["2:25 json-lone-surrogate"],
  ],
  ["half of a pair as raw bytes", bytes('{"notes": "', [0xed, 0xa0, 0xbd], '"}'), ["1:12 json-encoding"]],
  ["1e400", withKey('"memory": 1e400'), ["2:11 json-number"]],
  ["-1e999 deep down", withKey('"run_config": {"shm_size": -1e999}'), ["2:28 json-number"]],
  ["a number of 400 digits", withKey(`"memory": ${"9".repeat(400)}`), ["2:11 json-number"]],
  ["NaN", withKey('"memory": NaN'), ["2:11 json-syntax"]],
  ["Infinity", withKey('"memory": -Infinity'), ["2:11 json-syntax"]],
  ["hexadecimal", withKey('"memory": 0x10'), ["2:12 json-syntax"]],
  ["one key twice", withKey('"cores": 1, "cores": 2'), ["2:13 json-duplicate-key"]],
  ["one key twice, once as an escape", withKey('"cores": 1, "\\u0063ores": 2'), ["2:13 json-duplicate-key"]],
  ["__proto__ twice", withKey('"run_config": {"__proto__": 1, "__proto__": 2}'), ["2:32 json-duplicate-key"]],
  [
    "the image twice, far from each other",
    withKey(`"compatibility": ["${newestKasm}"]`),
    ["3:127 json-duplicate-key"],
  ],
  ["an invalid byte", bytes('{\n"notes": "ab', [0xff], '"}'), ["2:13 json-encoding"]],
  [
    "an invalid byte behind a carriage return alone, which ends a line",
    bytes('{\r"notes": "ab', [0xff], '"}'),
    ["2:13 json-encoding"],
  ],
  [
    "an invalid byte behind a replacement character",
    bytes('{"notes": "\ufffd', [0xff], '"}'),
    ["1:13 json-encoding"],
  ],
  ["an overlong encoding of a slash", bytes('{"notes": "', [0xc0, 0xaf], '"}'), ["1:12 json-encoding"]],
  [
    "a code point beyond Unicode",
    bytes('{"notes": "', [0xf5, 0x80, 0x80, 0x80], '"}'),
    ["1:12 json-encoding"],
  ],
  ["a character cut off by the end", bytes('{"notes": "', [0xe2, 0x82]), ["1:12 json-encoding"]],
  ["UTF-16", Buffer.from(`\ufeff${JSON.stringify(base)}`, "utf16le"), ["1:1 json-encoding"]],
  ["UTF-32", bytes([0xff, 0xfe, 0, 0], "{\0\0\0}\0\0\0"), ["1:1 json-encoding"]],
  ["a byte-order mark", `\ufeff${JSON.stringify(base)}`, ["1:1 json-bom"]],
  ["a NUL inside a text", withKey('"notes": "a\u0000b"'), ["2:10 json-syntax"]],
  [
    "a second document behind the first",
    `${JSON.stringify(base)}\n{"privileged": true}`,
    ["2:1 json-syntax"],
  ],
  ["a comment that hides a key", withKey('/* "cores": 1 */ "memory": 5'), ["2:1 json-comment"]],
  ["a line separator between tokens", withKey('"memory":\u2028 5'), ["2:10 json-syntax"]],
  ["a text", '"workspace"', ["1:1 json-not-object"]],
  ["null", "null", ["1:1 json-not-object"]],
  ["a list", "[{}]", ["1:1 json-not-object"]],
  [
    "keys of the prototype in place of the required ones",
    '{"__proto__": {"friendly_name": "x", "name": "y"}}',
    ["1:1 missing-key", "1:2 unknown-key"],
  ],
  [
    "constructor where a text belongs",
    withKey('"constructor": 1', { friendly_name: { constructor: 1 } }),
    ["2:1 unknown-key", "3:17 wrong-type"],
  ],
];

test.each(refused)("%s is refused, with its place", (_, content, expected) => {
  const { root } = contentFolder({ ...sound("Good"), ...sound("Editor"), "Editor/workspace.json": content });
  const registry = load(root);
  const found = problemsOf(registry).map((line) => line.replace("Editor/workspace.json:", ""));
  for (const wanted of expected)
    expect(
      found.some((line) => line === wanted || line.endsWith(` ${wanted}`)),
      `${wanted} in ${found.join(", ")}`,
    ).toBe(true);
  expect(registry.workspaces.map(({ folder }) => folder)).toEqual(["Good"]);
  // Minutes or forever is what this guards against; machines are noisy.
  for (const problem of registry.problems)
    expect(messageOf(problem)).not.toMatch(/undefined|\[object|\u0000/);
});

const survives: [name: string, line: string][] = [
  ["an integer beyond 2^53", '"memory":12345678901234567890'],
  ["a fraction with a zero at its end", '"cores":1.50'],
  ["an exponent", '"memory":2E3'],
  ["minus zero", '"run_config":{"x":-0}'],
  ["escapes as they were written", '"notes":"\\u00e9\\/\\u003cscript\\u003e\\u2028"'],
  ["characters beyond the basic plane", '"notes":"\ud83d\ude00 \u202e abc"'],
  ["keys that look like numbers, in order", '"run_config":{"10":1,"9":2,"b":3,"1":4,"a":5}'],
  [
    "__proto__ and constructor as keys",
    '"run_config":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  ],
  ["an integer in a list in an object", '"exec_config":{"go":{"cmd":[18446744073709551615]}}'],
];

test.each(survives)("%s is published as it was written", (_, line) => {
  const { root } = contentFolder({ ...sound("Editor"), "Editor/workspace.json": withKey(line) });
  const registry = load(root);
  expect(registry.workspaces).toHaveLength(1);
  for (const schema of ["1.0", "1.1"] as const) expect(assembleList(registry, schema)).toContain(`${line},`);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("what is converted into the other schema says the same; a size that a reader would round is refused", () => {
  const sized = (size: string): string =>
    withKey('"notes":""').replace(":100", `:${size}`).replace("example/editor", "example\\/\\u0065ditor");
  const { root } = contentFolder({ ...sound("Editor"), "Editor/workspace.json": sized("1.0E2") });
  expect(JSON.parse(assembleList(load(root), "1.1")).workspaces[0].compatibility[1]).toEqual({
    version: newestKasm,
    image: "example/editor:1.0",
    uncompressed_size_mb: 100,
  });
  for (const size of ["9007199254740993", "1e30", "-1", "100.5"])
    expect(
      load(contentFolder({ ...sound("Editor"), "Editor/workspace.json": sized(size) }).root).workspaces,
      size,
    ).toEqual([]);
});

test("an image_src written with escapes is published with them", () => {
  const { root } = contentFolder({
    ...sound("Editor"),
    "Editor/workspace.json": JSON.stringify(base).replace("editor.svg", "\\u0065ditor.svg"),
  });
  expect(assembleList(load(root), "1.0")).toContain('"image_src":"\\u0065ditor.svg"');
});

describe("size", () => {
  test("a file of 100 MB is refused by its size, without being read", () => {
    const { root } = contentFolder(sound("Editor"));
    const file = openSync(join(root, "Editor", "workspace.json"), "w");
    writeSync(file, '{"friendly_name":"');
    ftruncateSync(file, 100 * 1024 * 1024);
    closeSync(file);
    const before = process.memoryUsage().rss;
    const result = load(root);
    expect(problemsOf(result)).toContain("Editor/workspace.json:1:1 file-too-large");
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  const huge: [name: string, file: string][] = [
    ["registry.json", "registry.json"],
    ["README.md", "Editor/README.md"],
    ["an icon", "Editor/editor.svg"],
    ["any other file", "Editor/data.bin"],
    ["the marks of the examples", ".examples.json"],
    ["old-addresses.json", "old-addresses.json"],
  ];
  test.each(huge)("%s of 100 MB is refused by its size as well", (_, name) => {
    const { root } = contentFolder(sound("Editor"));
    const file = openSync(join(root, name), "w");
    ftruncateSync(file, 100 * 1024 * 1024);
    closeSync(file);
    const before = process.memoryUsage().rss;
    const result = load(root);
    expect(problemsOf(result)).toContain(`${name}:1:1 file-too-large`);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  // Values within the limits of size and number, without which each of these took minutes, or ended the check.
  const many = <T>(count: number, make: (i: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(i));
  const bent = (change: Record<string, unknown>): string => JSON.stringify({ ...base, ...change });
  const bent11 = (change: Record<string, unknown>): string =>
    bent({ name: undefined, uncompressed_size_mb: undefined, ...change });
  const keyed = (count: number, key: (i: number) => string): Record<string, number> =>
    Object.fromEntries(many(count, (i) => [key(i), 1]));
  const rest = JSON.stringify(base).slice(1);
  const floods: [name: string, content: string][] = [
    ["comments, a megabyte", `{${"/**/".repeat(250_000)}${rest}`],
    ["comments, as many as are read", `{${"/**/".repeat(29_000)}${rest}`],
    ["trailing commas", `{"x":[${"[1,],".repeat(5_500)}1],${rest}`],
    ["values, a megabyte", bent({ run_config: { x: many(500_000, () => 1) } })],
    ["one key over and over", `{${'"":1,'.repeat(7_000)}${rest}`],
    ["one long key over and over", `{${`"${"k".repeat(30)}":1,`.repeat(7_000)}${rest}`],
    ["unknown keys", bent(keyed(7_000, (i) => `k${i}`))],
    [
      "keys that are nearly right",
      bent({ friendly_name: undefined, ...keyed(7_000, (i) => `friendly_nam${i}`) }),
    ],
    ["numbers out of range", `{"x":[${many(14_000, () => "1e999").join()}],${rest}`],
    ["halves of characters", `{"x":[${many(14_000, () => '"\\ud800"').join()}],${rest}`],
    ["unknown architectures", bent({ architecture: many(14_000, (i) => `a${i}`) })],
    ["architectures of other types", bent({ architecture: many(14_000, () => 1) })],
    ["one architecture over and over", bent({ architecture: many(14_000, () => "amd64") })],
    ["categories, all different", bent({ categories: many(14_000, (i) => `cat${i}`) })],
    [
      "two categories of half a megabyte",
      bent({ categories: ["x".repeat(480_000), `${"x".repeat(240_000)}y${"x".repeat(240_000)}`] }),
    ],
    ["Kasm versions, all wrong", bent({ compatibility: many(14_000, (i) => `v${i}`) })],
    ["Kasm versions, all right", bent({ compatibility: many(14_000, (i) => `1.${i}.x`) })],
    ["a very long image", bent({ name: `${"a".repeat(900_000)}!` })],
    ["a very long registry host", bent({ name: `${"a.".repeat(400_000)}com/x:1` })],
    ["a very long icon name", bent({ image_src: `${" ".repeat(900_000)}x` })],
    ["colons in an image", bent({ name: "a:".repeat(450_000) })],
    ["a display of spaces", bent({ run_config: { environment: [`DISPLAY=${" ".repeat(900_000)}x`] } })],
    ["a very long docker_registry", bent({ docker_registry: `https://${"v1.".repeat(300_000)}` })],
    ["a key of a megabyte", `{"${"k".repeat(1_000_000)}":1,${rest}`],
    ["1.1 entries of nothing", bent11({ compatibility: many(9_000, () => ({})) })],
    ["1.1 entries with unknown keys", bent11({ compatibility: [keyed(7_000, (i) => `k${i}`)] })],
    [
      "1.1 entries with tags",
      bent11({
        compatibility: [
          {
            version: newestKasm,
            image: "a/b:1",
            uncompressed_size_mb: 1,
            available_tags: many(14_000, (i) => `t${i}`),
          },
        ],
      }),
    ],
    ["run_config keys", bent({ run_config: keyed(7_000, (i) => `k${i}`) })],
    ["volumes", bent({ run_config: { volumes: many(14_000, (i) => `/a${i}:/b${i}`) } })],
    ["environment", bent({ run_config: { environment: keyed(7_000, (i) => `SECRET_KEY${i}`) } })],
    ["one long command", bent({ exec_config: { go: { cmd: "bash -c '".repeat(100_000) } } })],
    ["quotes in a command", bent({ exec_config: { first_launch: { cmd: `${"\\\"'".repeat(150_000)}` } } })],
    [
      "curl and a pipe over and over",
      bent({ exec_config: { first_launch: { cmd: "curl http://x | ".repeat(60_000) } } }),
    ],
    ["security options", bent({ run_config: { security_opt: many(14_000, () => "a=b") } })],
    ["devices", bent({ run_config: { devices: many(14_000, (i) => `/dev/x${i}:/dev/x${i}:rwm`) } })],
  ];

  test.each(floods)("%s: checked in seconds, with a report that can be read", (_, content) => {
    const { root } = contentFolder({
      ...sound("Good"),
      ...sound("Editor"),
      "Editor/workspace.json": content,
    });
    const registry = load(root);
    expect(content.length).toBeLessThan(1024 * 1024);
    // Minutes or forever is what this guards against; machines are noisy.
    expect(registry.problems.length).toBeLessThan(1000);
    const longest = Math.max(0, ...registry.problems.map((problem) => messageOf(problem).length));
    expect(longest).toBeLessThan(1500);
    expect(registry.workspaces.some(({ folder }) => folder === "Good")).toBe(true);
  });
});

test("registry.json is read with the same care", () => {
  const cases: [string | Uint8Array, string][] = [
    ["", "1:1 json-empty"],
    ["[]", "1:1 json-not-object"],
    ['{"name": 1e400}', "1:10 json-number"],
    ['{"name": "\\ud800"}', "1:10 json-lone-surrogate"],
    ["[".repeat(100_000), "1:101 json-too-deep"],
    [bytes('{"name":"', [0xff], '"}'), "1:10 json-encoding"],
    ['{"name":"a","name":"b"}', "1:13 json-duplicate-key"],
    ['{"__proto__":{"name":"x"}}', "1:2 unknown-setting"],
    ['{"constructor":{"prototype":{"name":"x"}}}', "1:2 unknown-setting"],
    ['{"contact_url":"javascript:alert(1)"}', "1:16 registry-address"],
    ['{"icon":"data:image/png;base64,AA=="}', "1:9 registry-address"],
    ['{"source":"file:///etc/passwd"}', "1:11 registry-address"],
    ['{"url":"https://user:secret@example.org/"}', "1:8 registry-address"],
    ['{"icon":"../../etc/passwd"}', "1:9 registry-icon-missing"],
    ['{"lang":"../../x"}', "1:9 wrong-pattern"],
    [JSON.stringify({ lang: '"><script>alert(1)</script>' }), "1:9 wrong-pattern"],
    ['{"lang":""}', "1:9 wrong-pattern"],
    [`{"lang":"${"x".repeat(90)}"}`, "1:9 wrong-pattern"],
    ['{"accent":"red;background:url(//example.org)"}', "1:11 wrong-pattern"],
  ];
  for (const [content, expected] of cases) {
    const { root } = contentFolder(sound("Editor"));
    writeFileSync(join(root, "registry.json"), content);
    expect(problemsOf(load(root)), String(content).slice(0, 60)).toContain(`registry.json:${expected}`);
  }
});
