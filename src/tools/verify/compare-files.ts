import { createHash } from "node:crypto";
import pLimit from "p-limit";
import { schemaVersions } from "../../registry/lists/assemble.ts";
import { details } from "../../strings/doctor.ts";
import type { Diagnosis } from "../doctor/faults.ts";
import { readList } from "../doctor/list.ts";
import { printable } from "../doctor/printable.ts";
import type { FetchedFile } from "../doctor/request.ts";
import type { SiteReader } from "../doctor/site-reader.ts";
import { readVersions } from "../doctor/versions-txt.ts";
import type { Sums } from "./read-sums.ts";

/** Requests that are open at one time. */
export const parallelFiles = 16;
/** Bytes of one file; the largest is a list. */
const largestFile = 32 * 1024 * 1024;
/** After so many requests in a row without an answer the server is not asked again. */
const maxFailures = 16;
/** For GitHub Pages alone: many servers hide names that begin with a dot, and a folder does not. */
const unservedFile = ".nojekyll";

const versionsFile = "versions.txt";
const listFile = (schema: string): string => `${schema}/list.json`;
const readFiles: ReadonlySet<string> = new Set([
  versionsFile,
  "provenance.json",
  ...schemaVersions.map(listFile),
]);

/** Reads every file of the list and compares its bytes. Returns the faults, and the files that are looked into. */
export async function compareFiles(
  reader: SiteReader,
  sums: Sums,
  isFolder: boolean,
): Promise<{ faults: Diagnosis[]; read: ReadonlyMap<string, FetchedFile> }> {
  const queue = pLimit(parallelFiles);
  const pathOf = new Map([...sums].map(([path, sum]) => [sum, path]));
  const read = new Map<string, FetchedFile>();
  let failures = 0;
  let unasked = 0;
  const compare = async (path: string, sum: string): Promise<Diagnosis[]> => {
    if (failures >= maxFailures) {
      unasked++;
      return [];
    }
    const result = await reader.get(addressOf(path), { limit: largestFile });
    failures = result.ok ? 0 : failures + 1;
    if (!result.ok) return [result.fault];
    const file = printable(path || "/");
    if (result.status !== 200)
      return path === unservedFile && !isFolder
        ? []
        : [
            {
              code: "file-missing",
              args: { file, cause: isFolder ? details.notInFolder : details.serverAnswers(result.status) },
            },
          ];
    if (readFiles.has(path)) read.set(path, result);
    const found = createHash("sha256").update(result.body).digest("hex");
    if (found === sum) return [];
    const other = result.body.length > 0 ? pathOf.get(found) : undefined;
    return other === undefined
      ? [{ code: "file-changed", args: { file } }]
      : [{ code: "file-swapped", args: { file, other: printable(other) } }];
  };
  // Visitors ask for the folder, and a server may answer with another page than the one that is listed.
  const asked = [...sums].flatMap(([path, sum]): [path: string, sum: string][] => [
    [path, sum],
    ...(/(?:^|\/)index\.html$/.test(path) && !isFolder
      ? [[path.replace(/index\.html$/, ""), sum] as [string, string]]
      : []),
  ]);
  const faults = await Promise.all(asked.map(([path, sum]) => queue(compare, path, sum)));
  const silence: Diagnosis[] =
    unasked > 0 ? [{ code: "files-unchecked", args: { count: String(unasked) } }] : [];
  return { faults: [...faults.flat(), ...silence], read };
}

/** Files that a server or a visitor asks for, and that the list of checksums lacks: what they hold is nowhere written down. */
export function unlistedFaults(sums: Sums, read: ReadonlyMap<string, FetchedFile>): Diagnosis[] {
  const versions = read.get(versionsFile);
  const schemas = versions ? readVersions(versions).schemas : [];
  const needed: [path: string, why: string][] = [
    ["index.html", details.inEverySite],
    [versionsFile, details.inEverySite],
    ...schemas.map((schema): [string, string] => [listFile(schema), details.namedBy(versionsFile)]),
    ...schemas.flatMap((schema) =>
      iconsOf(read.get(listFile(schema)), schema).map((path): [string, string] => [
        path,
        details.namedBy(listFile(schema)),
      ]),
    ),
  ];
  return [...new Map(needed)]
    .filter(([path]) => !sums.has(path))
    .map(([path, why]) => ({ code: "file-unlisted", args: { file: printable(path), why } }));
}

function iconsOf(file: FetchedFile | undefined, schema: (typeof schemaVersions)[number]): string[] {
  const { workspaces } = file ? readList(file, schema) : { workspaces: [] };
  return workspaces.flatMap(({ image_src: name }) =>
    typeof name === "string" ? [`${schema}/icons/${name}`] : [],
  );
}

const addressOf = (path: string): string => path.split("/").map(encodeURIComponent).join("/");
