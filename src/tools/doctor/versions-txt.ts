import type { SchemaVersion } from "../../registry/model/types.ts";
import type { Answer } from "./fetch.ts";
import type { Fault } from "./faults.ts";
import { isHtml } from "./content-type.ts";
import { printable, quoted, some } from "./printable.ts";

export interface Versions {
  /** What became of the file, in the order in which a reader notices. */
  state: "missing" | "not-text" | "unreadable" | "read";
  /** The schemas named, as Kasm would find them; only where the state is "read". */
  schemas: SchemaVersion[];
  faults: Fault[];
}

const known = /^1\.[01]$/;

/** Reads versions.txt as it came from the server. */
export function readVersions(answer: Answer): Versions {
  const url = printable(answer.url);
  const bytes = answer.body;
  const fault = (code: Fault["code"], args: Fault["args"] = {}): Fault => ({ code, args: { url, ...args } });
  const end = (state: Versions["state"], ...faults: Fault[]): Versions => ({ state, schemas: [], faults });
  if (answer.status !== 200)
    return end(
      "missing",
      fault("versions-missing", { status: String(answer.status), hint: hintFor(answer.status) }),
    );
  if (isHtml(bytes)) return end("not-text", fault("versions-html"));
  if (bytes.length === 0) return end("unreadable", fault("versions-empty"));
  if (
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff) ||
    bytes.includes(0)
  )
    return end("unreadable", fault("versions-encoding", { encoding: "UTF-16 or binary" }));
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return end("unreadable", fault("versions-encoding", { encoding: "not UTF-8" }));
  }
  if (text.trim() === "") return end("unreadable", fault("versions-empty"));

  const faults: Fault[] = [];
  if (marked) faults.push(fault("versions-bom"));
  if (text.includes("\r")) faults.push(fault("versions-crlf"));
  const schemas: SchemaVersion[] = [];
  const others: string[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const word = line.trim();
    if (word === "") continue;
    if (word !== line) faults.push(fault("versions-spaces", { line: quoted(line, 40) }));
    if (!known.test(word)) others.push(word);
    else if (marked && index === 0)
      continue; // with the mark the line is another string, which is the fault above
    else if (!schemas.includes(word as SchemaVersion)) schemas.push(word as SchemaVersion);
  }
  if (schemas.length === 0 && !marked)
    faults.push(fault("versions-none-known", { lines: some(others.map((line) => quoted(line, 40))) }));
  else for (const line of others.slice(0, 5)) faults.push(fault("versions-line", { line: quoted(line, 40) }));
  const type = (answer.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== "" && type !== "text/plain")
    faults.push(fault("versions-type", { type: printable(type, 40) }));
  return { state: "read", schemas, faults };
}

function hintFor(status: number): string {
  if (status === 401 || status === 403)
    return "The server asks for a login or forbids it; Kasm cannot log in. Make the registry readable for the Kasm server.";
  if (status === 404 || status === 410)
    return "Check the address, and that the whole built folder was uploaded, versions.txt included.";
  if (status === 429) return "The server limits requests. Try again later.";
  if (status >= 500) return "The web server itself has a fault. Look in its error log.";
  return "Let the server answer 200 with the file.";
}
