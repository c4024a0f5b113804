import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Base } from "./bases.ts";
import { byteChange, changeBytes, type ByteChange } from "./change-bytes.ts";
import { changeJson, jsonChange, type JsonChange } from "./change-json.ts";
import { readJsonTree, writeJsonTree } from "./json-tree.ts";
import { oddNames, oddPieces } from "./odd-values.ts";
import { fileName } from "./paths.ts";
import type { Content, Tree } from "./tree.ts";

/** A change to a workspace folder. `file` counts its files, workspace.json among them. */
type FileChange =
  | { do: "bytes"; file: number; changes: ByteChange[] }
  | { do: "drop" | "folder"; file: number }
  | { do: "rename" | "copy"; file: number; name: string }
  | { do: "swap"; file: number; base: number; from: number }
  | { do: "link"; file: number; to: string }
  | { do: "grow"; file: number; size: number };

interface CaseWorkspace {
  /** Which base it starts from. */
  base: number;
  /** Another name for the folder; null for the base's own. */
  folder: string | null;
  json: JsonChange[];
  indent: string;
  bytes: ByteChange[];
  files: FileChange[];
  /** Pieces of a README.md; null leaves the base's. */
  readme: Uint8Array[] | null;
}

/** One case: a whole registry, from one to four workspaces with what was changed in each, and what stands around it. */
export interface FuzzCase {
  workspaces: CaseWorkspace[];
  registry: { json: JsonChange[]; bytes: ByteChange[] } | null;
  /** .examples.json of the template, with these bytes changed; null for none. */
  examples: ByteChange[] | null;
  /** Files beside the workspace folders. */
  strays: { name: string; content: Uint8Array; isLink: boolean }[];
  surroundings: {
    site: string | undefined;
    cname: string | undefined;
    repository: string | undefined;
    epoch: string | undefined;
  };
  /** 999: the command itself is run as well, in a process of its own. Made smaller, a case goes without it if it can. */
  command: number;
}

const rarely = <T>(arbitrary: fc.Arbitrary<T>, none: T, weight: number): fc.Arbitrary<T> =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(none) }, { weight, arbitrary });
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddNames) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 10 }) },
);
const file = fc.nat(7);

const fileChange: fc.Arbitrary<FileChange> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("bytes" as const),
      file,
      changes: fc.array(byteChange, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("drop" as const, "folder" as const), file }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("rename" as const, "copy" as const), file, name }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("swap" as const), file, base: fc.nat(200), from: file }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("link" as const),
      file,
      to: fc.constantFrom("workspace.json", "nowhere", "..", ".", "/etc/hostname", "../registry.json"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("grow" as const),
      file,
      size: fc.constantFrom(0, 1, 5000, 60_000, 1024 * 1024 + 1, 10 * 1024 * 1024 + 1),
    }),
  },
);

const caseWorkspace: fc.Arbitrary<CaseWorkspace> = fc.record({
  base: fc.nat(200),
  folder: rarely<string | null>(name, null, 3),
  json: fc.oneof(
    { weight: 4, arbitrary: fc.constant<JsonChange[]>([]) },
    { weight: 5, arbitrary: fc.array(jsonChange, { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(jsonChange, { minLength: 2, maxLength: 8 }) },
  ),
  indent: fc.constantFrom("  ", "", "\t"),
  bytes: rarely(fc.array(byteChange, { minLength: 1, maxLength: 3 }), [], 2),
  files: rarely(fc.array(fileChange, { minLength: 1, maxLength: 3 }), [], 3),
  readme: rarely<Uint8Array[] | null>(
    fc.array(
      fc.oneof(
        fc.constantFrom(...oddPieces),
        fc.string({ maxLength: 12 }).map((text) => Buffer.from(text)),
      ),
      { maxLength: 8 },
    ),
    null,
    1,
  ),
});

const odd = <T extends string>(...values: T[]): fc.Arbitrary<string | undefined> =>
  rarely<string | undefined>(
    fc.oneof(fc.constantFrom(...values), fc.string({ unit: "binary", maxLength: 12 })),
    undefined,
    1,
  );

export const fuzzCase: fc.Arbitrary<FuzzCase> = fc.record({
  workspaces: fc.array(caseWorkspace, { minLength: 1, maxLength: 4 }),
  registry: rarely<FuzzCase["registry"]>(
    fc.record({
      json: fc.array(jsonChange, { maxLength: 3 }),
      bytes: rarely(fc.array(byteChange, { minLength: 1, maxLength: 2 }), [], 1),
    }),
    null,
    5,
  ),
  examples: rarely<ByteChange[] | null>(rarely(fc.array(byteChange, { maxLength: 2 }), [], 3), null, 2),
  strays: rarely(
    fc.array(fc.record({ name, content: fc.constantFrom(...oddPieces), isLink: fc.boolean() }), {
      maxLength: 2,
    }),
    [],
    1,
  ),
  surroundings: fc.record({
    site: odd("https://example.org/a/", "http://[::1]:8080", "https://example.org//x//"),
    cname: odd("example.org", "example.org\n", "ex ample.org", "https://例え.jp/ä", "a/b?c#d"),
    repository: odd("a/b", "a/a.github.io", "a", "../..", 'a/"><script>', "a/b%zz"),
    epoch: odd("1700000000", "0", "-1", "999999999999", "9999999999999", "now"),
  }),
  command: fc.noBias(fc.nat(999)),
});

const fullRegistry =
  '{"name":"Lab","description":"A lab.","icon":"logo.svg","contact_url":"https://example.org/help","url":"https://example.org/reg/","source":"https://github.com/a/b","default_channel":"develop","flags_in_list":true,"icons":"fit","accent":"#0a7f6f","lang":"en","dir":"ltr"}';

/** The files of a case. */
export function treeOf(
  { workspaces, registry, examples, strays }: FuzzCase,
  bases: readonly Base[],
  projectRoot: string,
): Tree {
  const tree = new Map<string, Content>();
  for (const workspace of workspaces) {
    const base = bases[workspace.base % bases.length]!;
    const folder = fileName(workspace.folder ?? base.folder);
    for (const [path, content] of filesOf(workspace, base, bases)) tree.set(`${folder}/${path}`, content);
  }
  if (registry)
    tree.set(
      "registry.json",
      changeBytes(
        Buffer.from(writeJsonTree(changeJson(readJsonTree(fullRegistry)!, registry.json), "  ")),
        registry.bytes,
      ),
    );
  if (examples)
    tree.set(
      ".examples.json",
      changeBytes(readFileSync(join(projectRoot, "workspaces", ".examples.json")), examples),
    );
  for (const stray of strays)
    tree.set(fileName(stray.name), stray.isLink ? { link: "/etc/hostname" } : stray.content);
  return tree;
}

function filesOf(workspace: CaseWorkspace, base: Base, bases: readonly Base[]): ReadonlyMap<string, Content> {
  const files = new Map<string, Content>(base.files);
  const json = base.files.get("workspace.json");
  if (json) files.set("workspace.json", changedJson(json, workspace));
  if (workspace.readme) files.set("README.md", Buffer.concat(workspace.readme));
  for (const change of workspace.files) {
    const names = [...files.keys()];
    const name = names[change.file % names.length];
    if (name === undefined) continue;
    const content = files.get(name)!;
    const bytes = content instanceof Uint8Array ? content : new Uint8Array();
    switch (change.do) {
      case "bytes":
        files.set(name, changeBytes(bytes, change.changes));
        break;
      case "drop":
        files.delete(name);
        break;
      case "folder":
        files.set(name, { folder: true });
        break;
      case "rename":
      case "copy":
        if (change.do === "rename") files.delete(name);
        files.set(fileName(change.name), content);
        break;
      case "swap": {
        const others = [...bases[change.base % bases.length]!.files.values()];
        files.set(name, others[change.from % others.length] ?? bytes);
        break;
      }
      case "link":
        files.set(name, { link: change.to });
        break;
      case "grow":
        files.set(name, { hole: change.size });
        break;
    }
  }
  return files;
}

function changedJson(bytes: Uint8Array, { json, indent, bytes: changes }: CaseWorkspace): Uint8Array {
  const tree = json.length > 0 ? readJsonTree(Buffer.from(bytes).toString("utf8")) : null;
  return changeBytes(tree ? Buffer.from(writeJsonTree(changeJson(tree, json), indent)) : bytes, changes);
}
