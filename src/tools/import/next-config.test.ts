import { expect, test } from "vitest";
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

test.each([
  ["load('x')", "computed by a function call"],
  ["process.env.NAME", "read from elsewhere when the site is built"],
  ["true", "not a text (true)"],
  ["unknown", "a variable whose value is not in the file"],
  ["own ? 'A' : 'B'", "computed when the site is built"],
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

for (const [name, text, unread] of [
  ["broken JavaScript", "const nextConfig = {", /cannot be read as JavaScript/],
  ["nothing exported", "const x = 1", /exports no object/],
  ["a circle of names", "const a = b; const b = a; module.exports = a", /exports no object/],
  ["no env", "module.exports = { basePath: '/x/1.0' }", /env is missing/],
  ["empty", "", /exports no object/],
  ["a spread", "module.exports = { env: { ...base, name: 'X' } }", /spreads in other settings/],
] as const)
  test(`says what is not read when the file has ${name}`, () =>
    expect(readNextConfig(text).unread.join("; ")).toMatch(unread));
