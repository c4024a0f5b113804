import { readdir, stat } from "node:fs/promises";
import {
  compareVersions,
  kasmVersions,
  newestKasm,
  parseVersion,
  schemaRead,
} from "../../registry/model/kasm-versions.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";
import { makeGet, type Answer, type FetchOptions, type Get } from "./fetch.ts";
import { severityOf, type Fault } from "./faults.ts";
import { examineIcons, type IconUse } from "./icons.ts";
import { examineIdentity } from "./identity.ts";
import { viewOf, type KasmView, type Obstacle } from "./kasm.ts";
import { readList, type List } from "./list.ts";
import { printable, some } from "./printable.ts";
import { folderSource, joinAddress, webSource, type Source } from "./source.ts";
import { readTyped } from "./typed-url.ts";
import { readVersions, type Versions } from "./versions-txt.ts";

export interface ExamineOptions extends FetchOptions {
  /** Kasm versions in the form "1.18.x"; empty for every known one. */
  kasm: string[];
}

export interface Examination {
  /** As typed. */
  typed: string;
  /** The root that was examined, with a slash at its end for an address; null where there was none. */
  examined: string | null;
  faults: Fault[];
  /** What Kasm would do with the address as typed, oldest version first. */
  kasm: KasmView[];
  /** The same for `examined`, where that is another address than the typed one; else null. */
  kasmThere: KasmView[] | null;
  /** Versions asked for by name that would show no workspace. */
  failing: string[];
}

const versionsLimit = { limit: 64 * 1024 };
const listLimit = { limit: 32 * 1024 * 1024 };
const schemas: readonly SchemaVersion[] = ["1.0", "1.1"];

/** Examines an address or a folder as a Kasm server and its admin would. Reads only; never throws for what it finds. */
export async function examine(typed: string, options: ExamineOptions): Promise<Examination> {
  const versions =
    options.kasm.length > 0
      ? [...options.kasm].sort(compareVersions)
      : kasmVersions.map((each) => each.version);
  const folder = await isFolder(typed);
  if (folder || meansFolder(typed)) return examineFolder(typed, folder, versions, options);
  return examineAddress(typed, versions, options);
}

async function examineAddress(
  typed: string,
  versions: string[],
  options: ExamineOptions,
): Promise<Examination> {
  const get = makeGet(options);
  const address = readTyped(typed);
  const faults = [...address.form];
  // First exactly what Kasm would do with the address as typed.
  const first = address.asTyped === null ? null : await askVersions(webSource(address.asTyped, get));
  const foundAsTyped = first?.versions?.state === "read";
  const moved =
    address.meant !== null &&
    (address.asTyped === null ||
      (!foundAsTyped && (address.path.length > 0 || joinAddress(address.asTyped, "") !== address.meant)));
  if (!foundAsTyped) faults.push(...address.path);
  const obstacle = address.asTyped === null ? "address-unusable" : first!.obstacle;
  const root = moved ? address.meant! : address.asTyped;
  if (root === null)
    return summary(
      typed,
      null,
      faults,
      versions.map((version) => viewOf(version, obstacle, null, {})),
      null,
      options,
    );
  const asked = moved ? await askVersions(webSource(root, get)) : first!;
  const there = await examineRoot(webSource(root, get), asked, root, get);
  faults.push(...there.faults);
  const viewsThere = versions.map((version) => viewOf(version, asked.obstacle, asked.versions, there.lists));
  faults.push(...newestFault(viewOf(newestKasm, asked.obstacle, asked.versions, there.lists)));
  if (!moved) return summary(typed, root, faults, viewsThere, null, options);
  const viewsTyped = versions.map((version) => viewOf(version, obstacle, first?.versions ?? null, {}));
  return summary(typed, root, faults, viewsTyped, viewsThere, options);
}

async function examineFolder(
  typed: string,
  exists: boolean,
  versions: string[],
  options: ExamineOptions,
): Promise<Examination> {
  const nothing = (code: "no-such-folder" | "not-the-site", args: Fault["args"]): Examination =>
    summary(typed, null, [{ code, args: { folder: printable(typed), ...args } }], [], null, options);
  if (!exists) return nothing("no-such-folder", {});
  const names = await readdir(typed).catch(() => [] as string[]);
  if (!names.includes("versions.txt")) {
    const source = ["package.json", "workspaces", "site"].filter((name) => names.includes(name));
    if (source.length > 0) return nothing("not-the-site", { found: some(source) });
  }
  const source = folderSource(typed);
  const asked = await askVersions(source);
  const there = await examineRoot(source, asked, null, null);
  const faults = [
    ...there.faults,
    ...newestFault(viewOf(newestKasm, asked.obstacle, asked.versions, there.lists)),
  ];
  return summary(
    typed,
    typed,
    faults,
    versions.map((version) => viewOf(version, asked.obstacle, asked.versions, there.lists)),
    null,
    options,
  );
}

interface Asked {
  obstacle: Obstacle;
  versions: Versions | null;
  faults: Fault[];
  answer: Answer | null;
}

/** versions.txt, or the reason why nothing came. */
async function askVersions(source: Source): Promise<Asked> {
  const outcome = await source.get("versions.txt", versionsLimit);
  if (outcome.ok) {
    const versions = readVersions(outcome);
    return { obstacle: null, versions, faults: versions.faults, answer: outcome };
  }
  const code = outcome.fault.code;
  if (code === "too-large" || code === "bad-encoding")
    return {
      obstacle: null,
      versions: { state: "unreadable", schemas: [], faults: [] },
      faults: [outcome.fault],
      answer: null,
    };
  const obstacle =
    code === "timed-out"
      ? "server-hangs"
      : code.startsWith("tls-")
        ? "secure-connection-refused"
        : "host-unreachable";
  return { obstacle, versions: null, faults: [outcome.fault], answer: null };
}

/** Whether a server that reads this schema can use a workspace of the list. */
function suitsSome(list: List, schema: SchemaVersion): boolean {
  return list.workspaces.some((workspace) =>
    workspace.versions.some((version) => schemaRead(version) === schema),
  );
}

/** Everything below one root: redirects, both lists, the identity, every icon. */
async function examineRoot(
  source: Source,
  asked: Asked,
  root: string | null,
  get: Get | null,
): Promise<{ faults: Fault[]; lists: Partial<Record<SchemaVersion, List>> }> {
  const faults = [...asked.faults];
  const lists: Partial<Record<SchemaVersion, List>> = {};
  if (asked.answer !== null && asked.answer.hops.length > 1) {
    const target = asked.answer.hops.at(-1)!;
    faults.push({
      code: "redirected",
      args: {
        url: printable(asked.answer.hops[0]!),
        target: printable(target),
        better: printable(target.replace(/versions\.txt$/, "")),
      },
    });
  }
  if (asked.versions === null) return { faults, lists };
  const uses = new Map<string, IconUse>();
  for (const schema of schemas) {
    const named = asked.versions.schemas.includes(schema);
    if (!named && asked.versions.state !== "read") continue;
    const outcome = await source.get(`${schema}/list.json`, listLimit);
    if (!named) {
      // A list that no server of its schema can use is left out of versions.txt on purpose.
      const list = outcome.ok && outcome.status === 200 ? readList(outcome, schema) : null;
      if (outcome.ok && list?.state === "read" && suitsSome(list, schema))
        faults.push({
          code: "versions-unlisted",
          args: { url: printable(outcome.url), schema, kasm: readers(schema) },
        });
      continue;
    }
    if (!outcome.ok) {
      faults.push(outcome.fault);
      lists[schema] = { state: "unreadable", data: null, workspaces: [], faults: [] };
      continue;
    }
    const list = readList(outcome, schema);
    lists[schema] = list;
    faults.push(...list.faults);
    if (list.data !== null)
      faults.push(
        ...(await examineIdentity({ url: printable(outcome.url), data: list.data, root, source, get })),
      );
    if (
      list.state === "read" &&
      !suitsSome(list, schema) &&
      !list.faults.some((fault) => fault.code === "list-wrong-shape")
    ) {
      const versions = [...new Set(list.workspaces.flatMap((workspace) => workspace.versions))].sort(
        compareVersions,
      );
      faults.push({
        code: "nothing-suits",
        args: {
          url: printable(outcome.url),
          schema,
          all: String(list.workspaces.length),
          versions: some(versions, 6),
          example: schema === "1.0" ? "1.15.x" : newestKasm,
        },
      });
    }
    for (const { image_src, name } of list.workspaces) {
      const key = JSON.stringify([schema, image_src]);
      const use = uses.get(key);
      if (use) use.workspaces.push(name);
      else uses.set(key, { schema, image_src, workspaces: [name] });
    }
  }
  faults.push(...(await examineIcons(source, [...uses.values()])));
  return { faults, lists };
}

/** A remark where everything is in order except that the newest Kasm finds nothing for itself. */
function newestFault(view: KasmView): Fault[] {
  if (view.situation !== "schema-not-named" && view.situation !== "nothing-for-this-version") return [];
  const hint =
    view.situation === "schema-not-named"
      ? `Publish ${view.reads}/list.json too and name it in versions.txt (this template writes both from one source).`
      : `Test the images there and add "${view.version}" to compatibility.`;
  return [
    {
      code: "newest-shows-nothing",
      args: {
        newest: view.version.replace(/\.x$/, ""),
        cause: view.why,
        message: view.text ? `"${view.text}"` : "an empty registry",
        hint,
      },
    },
  ];
}

/** "Kasm 1.12 to 1.15". */
function readers(schema: SchemaVersion): string {
  const versions = kasmVersions
    .filter((each) => each.reads === schema)
    .map((each) => parseVersion(each.version)!.join("."));
  return schema === "1.0" ? `Kasm ${versions[0]} to ${versions.at(-1)}` : `Kasm ${versions[0]} and later`;
}

function summary(
  typed: string,
  examined: string | null,
  faults: Fault[],
  kasm: KasmView[],
  kasmThere: KasmView[] | null,
  options: ExamineOptions,
): Examination {
  const failing =
    options.kasm.length === 0
      ? []
      : kasm.filter((view) => view.situation !== "workspaces-found").map((view) => view.version);
  const seen = new Set<string>();
  const unique = faults.filter((fault) => {
    const key = JSON.stringify(fault);
    return !seen.has(key) && seen.add(key);
  });
  return { typed, examined, faults: unique, kasm, kasmThere, failing };
}

/** 0: sound; 1: an error was found, or no known (or asked-for) version would show a workspace. */
export function exitCodeOf(examination: Examination): 0 | 1 {
  const shown = examination.kasm.some((view) => view.situation === "workspaces-found");
  return examination.faults.some((fault) => severityOf(fault) === "error") ||
    examination.failing.length > 0 ||
    !shown
    ? 1
    : 0;
}

/** "dist", "./site", "/srv/www", "C:\\site": a path and no address, also where nothing is there. */
function meansFolder(typed: string): boolean {
  return (
    /^(?:[./\\~]|[a-z]:[\\/])/i.test(typed) ||
    (/^[\w-]+(?:[/\\]|$)/.test(typed) && !/^localhost\b/i.test(typed))
  );
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
