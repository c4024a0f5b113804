import { expect, test } from "vitest";
import { nextConfig as words } from "../../strings/tools.ts";
import { readNextConfig } from "./next-config.ts";

const official = `/** @type {import('next').NextConfig} */

const nextConfig = {
  output: 'export',
  env: {
    name: 'Example Lab',
    description: 'Workspaces of the Example Lab.',
    icon: 'https://lab.example/logo.png',
    listUrl: 'https://lab.github.io/kasm-registry/',
    contactUrl: "https://github.com/lab/kasm-registry/issues",
  },
  reactStrictMode: true,
  basePath: '/kasm-registry/1.0',
  images: { unoptimized: true }
}

module.exports = nextConfig
`;
const read = {
  name: "Example Lab",
  description: "Workspaces of the Example Lab.",
  icon: "https://lab.example/logo.png",
  listUrl: "https://lab.github.io/kasm-registry/",
  contactUrl: "https://github.com/lab/kasm-registry/issues",
  basePath: "/kasm-registry/1.0",
  unread: [],
};

/** Names of which each stands for the next: n1 is the value, n2 is n1. */
const names = (count: number, value: string): string =>
  Array.from({ length: count }, (_, i) => `const n${i + 1} = ${i === 0 ? value : `n${i}`}`).join("\n");

test("reads the official template's file", () => expect(readNextConfig(official)).toEqual(read));

for (const [name, change] of Object.entries<(text: string) => string>({
  "exported at once": (text) =>
    text.replace("const nextConfig =", "module.exports =").replace("\nmodule.exports = nextConfig", ""),
  "with other assignments behind it": (text) =>
    `${text}\nprocess.env.X = "1";\nmodule.paths = [];\nother.exports = {};\n`,
  "as a module": (text) => text.replace("module.exports = nextConfig", "export default nextConfig"),
  "with Windows line ends and a byte-order mark": (text) => "\ufeff" + text.replaceAll("\n", "\r\n"),
  "behind a plugin": (text) =>
    text
      .replace("module.exports = nextConfig", "module.exports = withPlugin({ x: 1 })(nextConfig)")
      .replace("withPlugin({ x: 1 })(nextConfig)", "require('p')(nextConfig)"),
  "from a function": (text) =>
    text.replace("module.exports = nextConfig", "module.exports = async (phase) => { return nextConfig }"),
  "from a function expression": (text) =>
    text.replace("module.exports = nextConfig", "module.exports = function () { log(1); return nextConfig }"),
  "from a declared function": (text) =>
    text.replace("module.exports = nextConfig", "export default function f() { return nextConfig }"),
  "from a function without a block": (text) =>
    text.replace("module.exports = nextConfig", "module.exports = () => (nextConfig)"),
  "behind a plugin with other arguments": (text) =>
    text.replace(
      "module.exports = nextConfig",
      "module.exports = plugin(1, unknown, ...nextConfig, nextConfig)",
    ),
  "with exported constants": (text) =>
    "export const name = 'Example Lab'\nexport {}\nexport function f() {}\nlet later, { x } = require('y')\n" +
    text.replace("'Example Lab'", "name").replace("module.exports = nextConfig", "export default nextConfig"),
  "through eight names": (text) =>
    text.replace("module.exports = nextConfig", `${names(7, "nextConfig")}\nmodule.exports = n7`),
  "with a value behind sixteen names": (text) =>
    `${names(16, "'Example Lab'")}\n${text.replace("'Example Lab'", "n16")}`,
  "with other settings beside": (text) =>
    text.replace("output: 'export'", "[output]: 'export', 7: 8, name: 'not in env', ['basePath']: '/x'"),
  "with a return at its end": (text) => `#!/usr/bin/env node\n${text}\nreturn`,
  "with quoted keys": (text) => text.replace("name:", '"name":').replace("env:", "'env':"),
  "with constants and joined texts": (text) =>
    "const host = 'https://lab.github.io'\nconst path = `/kasm-registry/`\n" +
    text
      .replace("'https://lab.github.io/kasm-registry/'", "host + path")
      .replace("'/kasm-registry/1.0'", "`${path}1.0`"),
  "with env as a constant": (text) =>
    text
      .replace(/env: (\{[\s\S]*?\n {2}\}),/, "env,")
      .replace(
        "const nextConfig",
        `const env = ${/env: (\{[\s\S]*?\n {2}\}),/.exec(text)![1]}\nconst nextConfig`,
      ),
}))
  test(`reads the official file ${name}`, () => expect(readNextConfig(change(official))).toEqual(read));

test("what would have to be run is named, with its line, and the rest is read", () => {
  const text = official
    .replace("'Example Lab'", "require('fs').readFileSync('/etc/passwd', 'utf8')")
    .replace("'https://lab.example/logo.png'", "process.env.ICON")
    .replace(
      '"https://github.com/lab/kasm-registry/issues"',
      "process.env.CONTACT || 'https://lab.example/help'",
    );
  expect(readNextConfig(text)).toEqual({
    ...read,
    name: undefined,
    icon: undefined,
    contactUrl: "https://lab.example/help",
    unread: [
      "env.name (line 6) is computed by a function call",
      "env.icon (line 8) is read from elsewhere when the site is built",
    ],
  });
});

test("keeps a number as it is written in a list of settings", () =>
  expect(readNextConfig(official.replace("'Example Lab'", "2000")).name).toBe("2000"));

test.each([
  ["load('x')", "computed by a function call"],
  ["process.env.NAME", "read from elsewhere when the site is built"],
  ["true", "not a text (true)"],
  ["unknown", "a variable whose value is not in the file"],
  ["own ? 'A' : 'B'", "computed when the site is built"],
  ["null", "not a text (null)"],
  ["`a${own}b`", "computed when the site is built"],
  ["'a' + own", "computed when the site is built"],
  ["own + 'a'", "computed when the site is built"],
  ["'3' - '2'", "computed when the site is built"],
])("says why a setting is not read when it is %s", (value, reason) => {
  expect(readNextConfig(official.replace("'Example Lab'", value)).unread).toEqual([
    `env.name (line 6) is ${reason}`,
  ]);
});

test("a constant that is changed later is not taken for its first value", () => {
  const text =
    "let host = 'https://a.example/'\nhost = 'https://b.example/'\n" +
    official.replace("'https://lab.github.io/kasm-registry/'", "host");
  expect(readNextConfig(text).listUrl).toBeUndefined();
  expect(readNextConfig(text).unread).toEqual([
    "env.listUrl (line 11) is a variable whose value is not in the file",
  ]);
});

test("a file that runs code when loaded does nothing here", () => {
  const before = { ...process.env };
  const text = `globalThis.pwned = true; process.env.PWNED = '1'; require('child_process').execSync('touch /tmp/pwned-by-next-config'); (() => { throw new Error('run') })();\nwhile (true) {}\n${official}`;
  expect(readNextConfig(text)).toEqual(read);
  expect((globalThis as { pwned?: boolean }).pwned).toBeUndefined();
  expect(process.env).toEqual(before);
});

test("a constant of which a part is changed later is not taken either", () =>
  expect(
    readNextConfig(official.replace("module.exports", "nextConfig.env.name = 'B'\nmodule.exports")).unread,
  ).toEqual([words.noObject]));

test.each([
  ["a circle of names", "const a = b; const b = a", "a"],
  ["a circle of calls", "const a = f(a)", "a"],
  ["a circle of functions", "const a = () => a", "a"],
  ["a circle of functions with blocks", "const a = () => { return a }", "a"],
  ["nine names", names(9, "{}"), "n9"],
  ["a function with two ends", "const a = () => { return {}; return {} }", "a"],
  ["a function with an empty end", "const a = () => { return }", "a"],
  ["a function without an end", "const a = () => { ({}) }", "a"],
  ["an unknown name", "", "a"],
  ["no object", "", "7"],
])("reads no object from %s", (_, before, exported) =>
  expect(readNextConfig(`${before}\nmodule.exports = ${exported}`).unread).toEqual([words.noObject]),
);

test.each([
  ["of itself", "const a = a"],
  ["of a sum with itself", "const a = a + 'x'"],
  ["of a sum before itself", "const a = 'x' + a"],
  ["of a template with itself", "const a = `${a}`"],
  ["of another or itself", "const a = x || a"],
  ["behind seventeen names", `${names(17, "'x'")}\nconst a = n17`],
])("ends with a value %s", (_, before) => {
  const { unread, name } = readNextConfig(`${before}\nmodule.exports = { env: { name: a } }`);
  expect(name).toBeUndefined();
  expect(unread).toEqual([
    words.value({ key: "env.name", line: before.split("\n").length + 1, value: words.variable }),
  ]);
});

test.each([
  ["is broken", "const nextConfig = {", [words.notJavaScript("Unexpected token (1:20)")]],
  ["is a broken module", "import a from 'a'\nexport {", [words.notJavaScript("Unexpected token (2:8)")]],
  ["exports nothing", "const x = 1", [words.noObject]],
  ["is empty", "", [words.noObject]],
  ["has no env", "module.exports = { basePath: '/x/1.0' }", [words.noEnv]],
  [
    "computes env",
    "module.exports = {\n  env: load(),\n}",
    [words.value({ key: "env", line: 2, value: words.call })],
  ],
  [
    "computes basePath",
    "module.exports = { env: {}, basePath: base }",
    [words.value({ key: "basePath", line: 1, value: words.variable })],
  ],
  [
    "spreads in other settings",
    "module.exports = { ...all,\n env: { ...base, name: 'X' } }",
    [words.spread({ prefix: "", line: 1 }), words.spread({ prefix: "env.", line: 2 })],
  ],
])("says what is not read when the file %s", (_, text, unread) =>
  expect(readNextConfig(text).unread).toEqual(unread),
);

/** Names of which each stands for the one before a thousand times. */
const powers = (first: string, next: (name: string) => string): string =>
  [`const p0 = ${first}`, ...Array.from({ length: 7 }, (_, i) => `const p${i + 1} = ${next(`p${i}`)}`)].join(
    "\n",
  );

test.each([
  ["nested templates", powers("'x'", (name) => `\`${`\${${name}}`.repeat(1000)}\``), "{ env: { name: p7 } }"],
  [
    "nested empty templates",
    powers("''", (name) => `\`${`\${${name}}`.repeat(1000)}\``),
    "{ env: { name: p7 } }",
  ],
  ["nested sums", powers("'x'", (name) => Array(1000).fill(name).join("+")), "{ env: { name: p7 } }"],
  ["nested calls", powers("f()", (name) => `f(${`${name},`.repeat(1000)})`), "p7"],
  ["a long path", `x${".x".repeat(200_000)} = 1`, "{ env: {} }"],
  ["many brackets", "[".repeat(200_000), "{ env: {} }"],
])("ends soon with %s", (_, before, exported) => {
  const start = performance.now();
  const { unread } = readNextConfig(`${before}\nmodule.exports = ${exported}`);
  expect(unread).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("counts lines once, however many settings are spread in", () => {
  const start = performance.now();
  const { unread } = readNextConfig(`module.exports = {${"...a,\n".repeat(200_000)}}`);
  expect(unread.at(-2)).toBe(words.spread({ prefix: "", line: 200_000 }));
  expect(performance.now() - start).toBeLessThan(20_000);
});

test("says that a file of settings asks for too much, and keeps what was read before", () => {
  const before = powers("'x'", (name) => `\`${`\${${name}}`.repeat(1000)}\``);
  expect(readNextConfig(`${before}\nmodule.exports = { env: { name: 'A', description: p7 } }`)).toEqual({
    name: "A",
    unread: [words.tooMuch(words.steps({ most: 1_000_000, line: 1 }))],
  });
});
