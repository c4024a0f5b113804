import { hasMark } from "../../registry/json/decode.ts";
import { details, statusHints } from "../../strings/doctor.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";
import type { FetchedFile } from "./request.ts";
import type { Diagnosis } from "./faults.ts";
import { isHtml, mediaTypeIn } from "./content-type.ts";
import { printable, quoted, size, some } from "./printable.ts";

export interface Versions {
  /** In the order in which a reader notices. */
  state: "missing" | "not-text" | "unreadable" | "read";
  /** The schemas named, as Kasm would find them; only where the state is "read". */
  schemas: SchemaVersion[];
  faults: Diagnosis[];
}

const known = /^1\.[01]$/;

/** Reads versions.txt as it came from the server. */
export function readVersions(answer: FetchedFile): Versions {
  const url = printable(answer.url);
  const bytes = answer.body;
  const fault = (code: Diagnosis["code"], args: Diagnosis["args"] = {}): Diagnosis => ({
    code,
    args: { url, ...args },
  });
  const end = (state: Versions["state"], found: Diagnosis): Versions => ({
    state,
    schemas: [],
    faults: [found],
  });
  const status = String(answer.status);
  if (answer.status !== 200)
    return end("missing", fault("versions-missing", { status, hint: hintFor(answer.status) }));
  if (isHtml(bytes)) return end("not-text", fault("versions-html"));
  if (answer.cut) return end("unreadable", fault("too-large", { limit: size(bytes.length) }));
  if (bytes.length === 0) return end("unreadable", fault("versions-empty"));
  const decoded = decode(bytes);
  if ("encoding" in decoded) return end("unreadable", fault("versions-encoding", decoded));
  const { text } = decoded;
  const marked = hasMark(bytes);
  if (text.trim() === "") return end("unreadable", fault("versions-empty"));

  const faults: Diagnosis[] = [];
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
  const type = mediaTypeIn(answer.headers["content-type"]);
  if (type !== "" && type !== "text/plain")
    faults.push(fault("versions-type", { type: printable(type, 40) }));
  return { state: "read", schemas, faults };
}

/** The text of UTF-8 bytes, or the encoding that they have instead. */
function decode(bytes: Uint8Array): { text: string } | { encoding: string } {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || bytes.includes(0))
    return { encoding: details.utf16 };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { encoding: details.otherEncoding };
  }
}

function hintFor(status: number): string {
  if (status === 401 || status === 403) return statusHints.forbidden;
  if (status === 404 || status === 410) return statusHints.missing;
  if (status === 429) return statusHints.limited;
  return status >= 500 ? statusHints.serverError : statusHints.other;
}
