import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Base } from "./bases.ts";
import { changeJson, jsonChange, type JsonChange } from "./json-change.ts";
import { oddNames, oddPieces } from "./odd-values.ts";
import { fileName } from "./paths.ts";
import type { Content, Tree } from "./tree.ts";

/** Dependencies of a registry beside its folder; plain data, for fixtures. */
export interface Surroundings {
  site?: string;
  cname?: string;
  env: Record<string, string>;
}

/** One case: the files of a registry and its surroundings. */
export interface FuzzCase {
  tree: Tree;
  options: Surroundings;
  /** Whether some of it belongs to somebody else. */
  foreign: boolean;
  /** Whether the command itself is run as well, in a process of its own. */
  runsCommand: boolean;
}

const sometimes = <T, None>(arbitrary: fc.Arbitrary<T>, none: None, tenths: number): fc.Arbitrary<T | None> =>
  fc.oneof({ weight: 10 - tenths, arbitrary: fc.constant(none) }, { weight: tenths, arbitrary });

/** Replaces bytes of a file; `at` wraps around. */
interface Splice {
  at: number;
  remove: number;
  piece: Uint8Array;
}
const splice: fc.Arbitrary<Splice> = fc.record({
  at: fc.nat(30_000),
  remove: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }) },
    { weight: 1, arbitrary: fc.constant(30_000) },
  ),
  piece: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...oddPieces) }, fc.uint8Array({ maxLength: 6 })),
});
const splices = fc.array(splice, { minLength: 1, maxLength: 4 });

function spliced(bytes: Uint8Array, changes: readonly Splice[]): Uint8Array {
  return changes.reduce((current, { at, remove, piece }) => {
    const place = at % (current.length + 1);
    return Buffer.concat([current.subarray(0, place), piece, current.subarray(place + remove)]);
  }, bytes);
}

const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  utf16le: (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  latin1: (text) => Buffer.from(text, "latin1"),
  mark: (text) => Buffer.from(`\ufeff${text}`),
  crlf: (text) => Buffer.from(text.replace(/\n/g, "\r\n")),
  cr: (text) => Buffer.from(text.replace(/\n/g, "\r")),
};

/** A JSON file after changes to its structure, its encoding and its bytes. */
interface JsonFileChange {
  json: JsonChange[];
  encoding: string | null;
  bytes: Splice[];
}
const jsonFileChange: fc.Arbitrary<JsonFileChange> = fc.record({
  json: fc.oneof(
    { weight: 4, arbitrary: fc.constant<JsonChange[]>([]) },
    { weight: 5, arbitrary: fc.array(jsonChange, { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(jsonChange, { minLength: 2, maxLength: 8 }) },
  ),
  encoding: sometimes(fc.constantFrom(...Object.keys(encodings)), null, 1),
  bytes: sometimes(splices, [], 2),
});

function changedJson(bytes: Uint8Array, { json, encoding, bytes: changes }: JsonFileChange): Uint8Array {
  const before = Buffer.from(bytes).toString("utf8");
  const text = json.reduce(changeJson, before);
  const encode = encoding === null ? undefined : encodings[encoding];
  return spliced(encode ? encode(text) : text === before ? bytes : Buffer.from(text), changes);
}

const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddNames) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 10 }) },
);

/** A change to the files of a workspace; `file` counts them and wraps around. */
interface FileChange {
  do: "bytes" | "put" | "drop" | "rename" | "copy";
  file: number;
  splices: Splice[];
  name: string;
  content: Content;
}

const fileChange = (bases: readonly Base[]): fc.Arbitrary<FileChange> =>
  fc.record({
    do: fc.constantFrom("bytes", "bytes", "bytes", "put", "put", "drop", "rename", "copy"),
    file: fc.nat(7),
    splices,
    name,
    content: fc.oneof<fc.Arbitrary<Content>[]>(
      fc.constant({ folder: true as const }),
      fc.record({
        link: fc.constantFrom("workspace.json", "nowhere", "..", ".", "/etc/hostname", "../registry.json"),
      }),
      fc.record({ hole: fc.constantFrom(0, 1, 5000, 60_000, 1024 * 1024 + 1, 10 * 1024 * 1024 + 1) }),
      fc.constantFrom(...bases.flatMap(({ files, foreign }) => (foreign ? [] : [...files.values()]))),
    ),
  });

function changeFile(files: Map<string, Content>, change: FileChange): void {
  const names = [...files.keys()];
  const old = names[change.file % names.length];
  const content = old === undefined ? undefined : files.get(old);
  if (old === undefined || content === undefined) return;
  if (change.do === "drop" || change.do === "rename") files.delete(old);
  if (change.do === "rename" || change.do === "copy") files.set(fileName(change.name), content);
  if (change.do === "put") files.set(old, change.content);
  if (change.do === "bytes" && content instanceof Uint8Array)
    files.set(old, spliced(content, change.splices));
}

/** A workspace folder: one of the bases, changed. */
function workspaceFolder(
  bases: readonly Base[],
): fc.Arbitrary<{ folder: string; files: ReadonlyMap<string, Content>; foreign: boolean }> {
  return fc
    .record({
      base: fc.constantFrom(...bases),
      folder: sometimes(name, null, 3),
      json: jsonFileChange,
      files: sometimes(fc.array(fileChange(bases), { minLength: 1, maxLength: 3 }), [], 3),
      readme: sometimes(
        fc.array(
          fc.oneof(
            fc.constantFrom(...oddPieces),
            fc.string({ maxLength: 12 }).map((text) => Buffer.from(text)),
          ),
          {
            maxLength: 8,
          },
        ),
        null,
        1,
      ),
    })
    .map(({ base, folder, json, files: changes, readme }) => {
      const files = new Map<string, Content>(base.files);
      const source = base.files.get("workspace.json");
      if (source) files.set("workspace.json", changedJson(source, json));
      if (readme) files.set("README.md", Buffer.concat(readme));
      for (const change of changes) changeFile(files, change);
      return { folder: fileName(folder ?? base.folder), files, foreign: base.foreign };
    });
}

const fullRegistry =
  '{"name":"Lab","description":"A lab.","icon":"logo.svg","contact_url":"https://example.org/help","url":"https://example.org/reg/","source":"https://github.com/a/b","default_channel":"develop","flags_in_list":true,"icons":"fit","accent":"#0a7f6f","lang":"en","dir":"ltr"}';

const odd = (...values: string[]): fc.Arbitrary<string | undefined> =>
  sometimes(fc.oneof(fc.constantFrom(...values), fc.string({ unit: "binary", maxLength: 12 })), undefined, 1);

const surroundings: fc.Arbitrary<Surroundings> = fc
  .record({
    site: odd("https://example.org/a/", "http://[::1]:8080", "https://example.org//x//"),
    cname: odd("example.org", "example.org\n", "ex ample.org", "https://例え.jp/ä", "a/b?c#d"),
    repository: odd("a/b", "a/a.github.io", "a", "../..", 'a/"><script>', "a/b%zz"),
    epoch: odd("1700000000", "0", "-1", "999999999999", "9999999999999", "now"),
  })
  .map(({ site, cname, repository, epoch }) => ({
    ...(site === undefined ? {} : { site }),
    ...(cname === undefined ? {} : { cname }),
    env: {
      ...(repository === undefined ? {} : { GITHUB_REPOSITORY: repository }),
      ...(epoch === undefined ? {} : { SOURCE_DATE_EPOCH: epoch }),
    },
  }));

/** Whole registries of one to four workspaces. Shrinking goes towards unchanged workspaces of the first base. */
export function fuzzCases(bases: readonly Base[], projectRoot: string): fc.Arbitrary<FuzzCase> {
  const examples = readFileSync(join(projectRoot, "workspaces", ".examples.json"));
  return fc
    .record({
      workspaces: fc.array(workspaceFolder(bases), { minLength: 1, maxLength: 4 }),
      registry: sometimes(jsonFileChange, null, 5),
      examples: sometimes(sometimes(splices, [], 3), null, 2),
      strays: sometimes(
        fc.array(
          fc.tuple(
            name,
            fc.oneof(fc.constantFrom<Content>(...oddPieces), fc.constant({ link: "/etc/hostname" })),
          ),
          {
            maxLength: 2,
          },
        ),
        [],
        1,
      ),
      options: surroundings,
      command: fc.noBias(fc.nat(999)),
    })
    .map(({ workspaces, registry, examples: changes, strays, options, command }) => {
      const tree = new Map<string, Content>();
      for (const { folder, files } of workspaces)
        for (const [path, content] of files) tree.set(`${folder}/${path}`, content);
      if (registry) tree.set("registry.json", changedJson(Buffer.from(fullRegistry), registry));
      if (changes) tree.set(".examples.json", spliced(examples, changes));
      for (const [stray, content] of strays) tree.set(fileName(stray), content);
      return {
        tree,
        options,
        foreign: workspaces.some(({ foreign }) => foreign),
        runsCommand: command === 999,
      };
    });
}
