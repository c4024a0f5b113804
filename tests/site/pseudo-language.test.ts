import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Parser } from "htmlparser2";
import { beforeAll, expect, test } from "vitest";
import { problemCodes, type ProblemCode } from "../../src/registry/model/problem.ts";
import { isPropertyName } from "../../src/registry/model/run-config.ts";
import { sourceUrls } from "../../src/review/catalogue/sources.ts";
import { isRuleId } from "../../src/review/catalogue/rules.ts";
import { importCommand } from "../../src/strings/en/commands.ts";
import { problems as en } from "../../src/strings/en/problems.ts";
import { outsideBrackets } from "../support/bracket.ts";
import {
  drawing,
  ended,
  projectRoot,
  start,
  temporaryFolder,
  writeFiles,
  type Ended,
} from "../support/run.ts";

// A copy of the project with a translation in which every text is in ⟦…⟧: a word outside comes from elsewhere than src/strings/. Texts
// of authors are Greek here, so Latin words are ours.
const project = join(temporaryFolder(), "project");
const sound = join(project, "sound");
const broken = join(project, "broken");

beforeAll(async () => {
  mkdirSync(project);
  for (const path of [
    "src",
    "scripts",
    "schema",
    "public",
    "package.json",
    "package-lock.json",
    "astro.config.mjs",
    "tsconfig.json",
  ])
    cpSync(join(projectRoot, path), join(project, path), { recursive: true });
  symlinkSync(join(projectRoot, "node_modules"), join(project, "node_modules"));
  await writePseudoLanguage();
  writeFiles(sound, soundRegistry);
  writeFiles(broken, brokenRegistry);
  // Commands that take no content folder are in the language of the project's own.
  writeFiles(join(project, "workspaces"), { "registry.json": identity });
  const built = await run(
    "build",
    "--workspaces",
    sound,
    "--site",
    "https://ex.test/",
    "--out",
    join(project, "out"),
  );
  expect(built.code, built.stdout + built.stderr).toBe(0);
});

async function writePseudoLanguage(): Promise<void> {
  const strings = join(project, "src/strings");
  cpSync(join(projectRoot, "tests/support/bracket.ts"), join(strings, "bracket.ts"));
  mkdirSync(join(strings, "en-XA"));
  for (const file of readdirSync(join(strings, "en")).filter((name) => name.endsWith(".ts"))) {
    const names = Object.keys((await import(pathToFileURL(join(strings, "en", file)).href)) as object);
    const lines = names.map((name) => `export const ${name} = bracket(en.${name});`);
    writeFileSync(
      join(strings, "en-XA", file),
      `import * as en from "../en/${file}";\nimport { bracket } from "../bracket.ts";\n${lines.join("\n")}\n`,
    );
  }
}

const run = (script: string, ...args: string[]): Promise<Ended> =>
  ended(start(script, args, {}, project, project));

const workspace = (name: string, change: object = {}): Record<string, string | object> => ({
  [`${name}/icon-${name}.svg`]: drawing.replace("#345", `#${name.length}${name.length}5`),
  [`${name}/workspace.json`]: {
    friendly_name: name,
    name: `example/${name.length}:1.0`,
    description: "Ένας χώρος εργασίας.",
    image_src: `icon-${name}.svg`,
    architecture: ["amd64"],
    categories: ["Κατηγορία"],
    compatibility: ["1.15.x", "1.19.x"],
    uncompressed_size_mb: 100,
    ...change,
  },
});

const identity = { name: "Μητρώο", description: "Χώροι εργασίας.", lang: "en-XA" };

const soundRegistry = {
  "registry.json": identity,
  ...workspace("Άλφα", {
    cores: 2,
    memory: 2768000000,
    gpu_count: 1,
    require_gpu: true,
    cpu_allocation_method: "Shares",
    notes: "Σημειώσεις",
  }),
  "Άλφα/README.md": "---\nhomepage: https://ex.test/\nlicense: MIT\nmaintainer: Μαρία\n---\nΚείμενο.\n",
  ...workspace("Βήταα", {
    run_config: { privileged: true, user: "root", hostname: "kasm" },
    docker_registry: "https://ghcr.io/",
  }),
  ...workspace("Γάμμαα", { exec_config: { go: { cmd: "bash -c 'curl'" } } }),
};

const brokenRegistry = {
  "registry.json": {
    ...identity,
    url: "nowhere",
    icon: "gone.png",
    colour: "red",
    default_channel: "κανάλι",
  },
  "Α/workspace.json": '{\n  "friendly_name": "Α",\n}\n',
  "Β/workplace.json": "{}",
  "Γ/icon.png": "x",
  "con/workspace.json": "{}",
  "Δ/workspace.json": "{ 'a': True }",
  "Ε/workspace.json": {
    frendly_name: 3,
    name: "A B",
    image_src: "a/b.png",
    cores: "2",
    architecture: ["x86"],
    compatibility: ["1.17", "1.17.x", "1.17.x"],
    categories: [],
    uncompressed_size_mb: 0,
    run_config: { memory: 1 },
    docker_registry: "https://hub.docker.com/x",
    description: null,
  },
  ...workspace("Ζήταααα", { image_src: "lost.png", name: "example/x" }),
  "Ζήταααα/README.md": "---\nhomepage: 3\nwhat: 3\nscreenshots: [a.png]\n---\n",
};

/** The text without words that are the same in every language. */
function withoutCodes(text: string): string {
  return text
    .replace(/[a-z][\w-]+/g, (word) => (isRuleId(word) || isPropertyName(word) ? "" : word))
    .replace(/[A-Z][\w-]+/g, (word) => (Object.hasOwn(sourceUrls, word) ? "" : word))
    .replace(/\{\w+\}/g, "") // Places in the template of a card, which the browser fills.
    .replace(/\d+([.,]\d+)?\s[MG]B/g, "") // Sizes, by Intl for the language of the page.
    .replace(/[A-Z][a-z]+ \d+, \d{4}/g, "") // Dates, as well.
    .replace(/amd64|\bMIT\b|ex\.test|Inherit|Quotas|Shares|Container|Server Pool|Server|Link/g, ""); // Values of the JSON, as authors write them.
}

test("no visible word of a page comes from elsewhere than src/strings/", () => {
  const pages = readdirSync(join(project, "out"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".html"),
  );
  expect(pages).toEqual(
    expect.arrayContaining(["index.html", "404.html", "new/index.html", "flags/index.html"]),
  );
  const foreign = pages.flatMap((page) =>
    wordsOf(readFileSync(join(project, "out", page), "utf8"))
      .filter((text) => /[a-z]{2}/i.test(withoutCodes(text)))
      .map((text) => `${page}: ${text}`),
  );
  expect(foreign).toEqual([]);
});

test("no word of check's report comes from elsewhere than src/strings/", async () => {
  const { stdout } = await run("check", "--workspaces", broken);
  const codes = new Set<string>(problemCodes);
  // The name of a file, the place in it and the code of the problem. A message may go on in the next line.
  const outside = outsideBrackets(stdout)
    .split("\n")
    .map((line) => line.replace(/^\S+$|^ +\d+:\d+ /, "").trim());
  expect(outside.filter((text) => /[a-z]{2}/i.test(text) && !codes.has(text))).toEqual([]);
  expect(new Set(stdout.match(/[\w-]+$/gm)?.filter((word) => codes.has(word))).size).toBeGreaterThan(15);
});

test("no part of a message of check comes from elsewhere than src/strings/", async () => {
  const { problems } = JSON.parse(
    (await run("check", "--workspaces", broken, "--format", "json")).stdout,
  ) as {
    problems: { code: ProblemCode; message: string }[];
  };
  for (const { code, message } of problems) {
    // Each value of the English message that is a sentence or half of one must be in brackets of its own.
    const parts = en[code]
      .message(new Proxy({}, { get: (_, name) => `\u0000${String(name)}\u0000` }))
      .split(/\0\w+\0/);
    let rest = message.slice(1, -1);
    for (const part of parts) rest = rest.replace(part.trim(), " | ");
    expect(outsideBrackets(rest).replace(/"[^"]*"/g, ""), `${code}: ${message}`).not.toMatch(
      /[a-z]{2,} [a-z]{2,}/,
    );
  }
});

/** Lines with Latin words outside brackets; `known` are words that are the same in every language. */
const foreignLines = (text: string, known: RegExp): string[] =>
  outsideBrackets(text)
    .split("\n")
    .map((line) => line.replace(known, "").trim())
    .filter((line) => /[a-z]{2}/i.test(line));

test("no sentence of doctor's report comes from elsewhere than src/strings/", async () => {
  const site = join(project, "site");
  cpSync(join(project, "out"), site, { recursive: true });
  writeFileSync(join(site, "1.1/list.json"), '{"name": 3, "workspaces": [{"friendly_name": ""}, 5]}');
  writeFileSync(join(site, "versions.txt"), "\ufeff1.1\n1.0\nabc");
  const { stdout } = await run("doctor", site);
  expect(stdout).toContain("⟦");
  // The codes of problems, and the messages of Kasm itself.
  expect(foreignLines(stdout, /\[[\w-]+\]$|"[^"]+"$/)).toEqual([]);
});

test("no sentence of import's report comes from elsewhere than src/strings/", async () => {
  const source = join(project, "source");
  const to = join(project, "imported");
  writeFiles(source, {
    "site/next.config.js":
      'module.exports = { env: { name: " Παλιό ", icon: "/img/x.png", listUrl: "ex.test/1.0", contactUrl: "a@ex.test", description: f() } };',
    ...Object.fromEntries(
      Object.entries(workspace("Άλφα")).map(([path, file]) => [`workspaces/${path}`, file]),
    ),
    "workspaces/stray.txt": "",
  });
  const { stdout } = await run("import", source, "--to", to);
  const [report] = stdout.split(importCommand.check);
  expect(report).toContain("⟦");
  // Keys of registry.json with their values, and the name of the folder before a sentence about it.
  expect(foreignLines(report!, /^registry\.json:$|^ {2}\w+: \S+$|^ {2}- \w+: /)).toEqual([]);
});

test.each(["build", "check", "new", "preview", "upgrade"])(
  "no sentence of %s's help comes from elsewhere than src/strings/",
  async (script) => {
    const { stdout } = await run(script, "--help");
    expect(stdout).toContain("⟦");
    // Options and the values that they take.
    expect(foreignLines(stdout, /^ {2}--[a-z-]+( [\w.|-]+)?/)).toEqual([]);
  },
);

const silent = new Set(["script", "style", "code", "pre", "kbd", "samp"]);
const spoken = ["aria-label", "title", "alt", "placeholder", "label", "data-label", "data-does"];

/** Elements inside a sentence; brackets may open before and close behind them. */
const inline = new Set(["a", "b", "span", "code", "strong", "em"]);

/** Words in Latin letters that a visitor sees or hears, outside brackets, code and codes of sources. */
function wordsOf(html: string): string[] {
  const texts: string[] = [];
  const silence: boolean[] = [];
  let text = "";
  const flush = (): void => {
    texts.push(text);
    text = "";
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (!inline.has(tag)) flush();
      const classes = (attributes["class"] ?? "").split(" ");
      const isSilent =
        silence.at(-1) === true ||
        silent.has(tag) ||
        classes.some((name) => name === "ltr" || name === "mono") ||
        (attributes["href"] ?? "").startsWith("#source-");
      silence.push(isSilent);
      if (!isSilent) texts.push(...spoken.flatMap((name) => attributes[name] ?? []));
      if (tag === "meta" && /description|title/.test(attributes["name"] ?? attributes["property"] ?? ""))
        texts.push(attributes["content"] ?? "");
    },
    ontext(part) {
      if (silence.at(-1) !== true) text += part;
    },
    onclosetag(tag) {
      if (!inline.has(tag)) flush();
      silence.pop();
    },
  });
  parser.write(html);
  parser.end();
  return texts
    .map((each) => outsideBrackets(each).replace(/\s+/g, " ").trim())
    .filter((outside) => /[a-z]{2}/i.test(outside));
}
