import { endsOf } from "./releases.ts";
import {
  compareVersions,
  kasmVersions,
  newestKasm,
  schemaRead,
  minorVersion,
} from "../../registry/model/kasm-versions.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";
import { details } from "../../strings/doctor.ts";
import type { Diagnosis } from "./faults.ts";
import type { Get } from "./fetch.ts";
import { examineIcons, type IconUse } from "./icons.ts";
import { examineIdentity } from "./identity.ts";
import type { Obstacle } from "./kasm.ts";
import { readList, type List } from "./list.ts";
import { printable, some } from "./printable.ts";
import type { FetchedFile, FetchResult } from "./request.ts";
import type { SiteReader } from "./site-reader.ts";
import { readVersions, type Versions } from "./versions-txt.ts";

/** Cut, so that a web page in its place is known as one, however large. */
const versionsLimit = { limit: 64 * 1024, cut: true };
const listLimit = { limit: 32 * 1024 * 1024 };
const schemas: readonly SchemaVersion[] = ["1.0", "1.1"];

export interface Asked {
  obstacle: Obstacle;
  versions: Versions | null;
  faults: Diagnosis[];
  answer: FetchedFile | null;
}

/** versions.txt, or the reason why nothing came. */
export async function askVersions(reader: SiteReader): Promise<Asked> {
  const result = await reader.get("versions.txt", versionsLimit);
  if (result.ok) {
    const versions = readVersions(result);
    return { obstacle: null, versions, faults: versions.faults, answer: result };
  }
  const code = result.fault.code;
  if (code === "bad-encoding")
    return {
      obstacle: null,
      versions: { state: "unreadable", schemas: [], faults: [] },
      faults: [result.fault],
      answer: null,
    };
  const obstacle =
    code === "timed-out"
      ? "server-hangs"
      : code.startsWith("tls-")
        ? "secure-connection-refused"
        : "host-unreachable";
  return { obstacle, versions: null, faults: [result.fault], answer: null };
}

/** Whether a server that reads this schema can use a workspace of the list. */
function suitsSome(list: List, schema: SchemaVersion): boolean {
  return list.workspaces.some((workspace) =>
    workspace.versions.some(
      (version) => /^\d+\.\d+\.(?:x|\d+)$/.test(version) && schemaRead(minorVersion(version)) === schema,
    ),
  );
}

/** Everything below one root: redirects, both lists, the identity, every icon. */
export async function examineRoot(
  reader: SiteReader,
  asked: Asked,
  root: string | null,
  get: Get | null,
): Promise<{ faults: Diagnosis[]; lists: Partial<Record<SchemaVersion, List>> }> {
  const faults = [...asked.faults, ...redirectFaults(asked.answer)];
  const lists: Partial<Record<SchemaVersion, List>> = {};
  const { versions } = asked;
  if (versions === null) return { faults, lists };
  for (const schema of schemas) {
    const named = versions.schemas.includes(schema);
    if (!named && versions.state !== "read") continue;
    const result = await reader.get(`${schema}/list.json`, listLimit);
    if (!named) {
      faults.push(...unlistedFaults(result, schema));
    } else if (result.ok) {
      const list = readList(result, schema);
      lists[schema] = list;
      faults.push(...list.faults);
      const url = printable(result.url);
      if (list.data !== null)
        faults.push(...(await examineIdentity({ url, data: list.data, root, reader, get })));
      faults.push(...unsuitableFaults(list, schema, url));
    } else {
      faults.push(result.fault);
      lists[schema] = { state: "unreadable", data: null, workspaces: [], faults: [] };
    }
  }
  faults.push(...(await examineIcons(reader, iconUses(lists))));
  return { faults, lists };
}

function redirectFaults(versions: FetchedFile | null): Diagnosis[] {
  const [first, ...rest] = versions?.hops ?? [];
  const target = rest.at(-1);
  if (first === undefined || target === undefined) return [];
  const better = printable(target.replace(/versions\.txt$/, ""));
  return [{ code: "redirected", args: { url: printable(first), target: printable(target), better } }];
}

/** A list that versions.txt does not name; one that no server of its schema can use is left out on purpose. */
function unlistedFaults(result: FetchResult, schema: SchemaVersion): Diagnosis[] {
  if (!result.ok || result.status !== 200) return [];
  const list = readList(result, schema);
  if (list.state !== "read" || !suitsSome(list, schema)) return [];
  return [{ code: "versions-unlisted", args: { url: printable(result.url), schema, kasm: readers(schema) } }];
}

/** A list without a workspace for any server that reads its schema. */
function unsuitableFaults(list: List, schema: SchemaVersion, url: string): Diagnosis[] {
  if (list.state !== "read" || suitsSome(list, schema)) return [];
  if (list.faults.some(({ code }) => code === "list-wrong-shape")) return [];
  const versions = [...new Set(list.workspaces.flatMap((workspace) => workspace.versions))];
  const args = {
    url,
    schema,
    all: String(list.workspaces.length),
    versions: some(versions.sort(compareVersions), 6),
    example: schema === "1.0" ? "1.15.x" : newestKasm,
  };
  return [{ code: "nothing-suits", args }];
}

/** Each icon once, with the workspaces that share it. */
function iconUses(lists: Partial<Record<SchemaVersion, List>>): IconUse[] {
  const uses = new Map<string, IconUse>();
  for (const schema of schemas) {
    for (const { image_src, name } of lists[schema]?.workspaces ?? []) {
      const key = JSON.stringify([schema, image_src]);
      const use = uses.get(key);
      if (use) use.workspaces.push(name);
      else uses.set(key, { schema, image_src, workspaces: [name] });
    }
  }
  return [...uses.values()];
}

/** "Kasm 1.12 to 1.15". */
function readers(schema: SchemaVersion): string {
  const versions = kasmVersions.filter(({ reads }) => reads === schema).map(({ version }) => version);
  const [first, last] = endsOf(versions);
  return schema === "1.0" ? details.kasmRange(first, last) : details.kasmFrom(first);
}
