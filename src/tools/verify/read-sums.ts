import { parseChecksumLine } from "../../registry/read/checksum-line.ts";
import { details } from "../../strings/doctor.ts";
import type { Diagnosis } from "../doctor/faults.ts";
import { printable } from "../doctor/printable.ts";
import type { FetchResult } from "../doctor/request.ts";

/** SHA-256 in hex digits, by path below the root of the site. */
export type Sums = ReadonlyMap<string, string>;

/** The list of checksums as it came from the server, or why it cannot be used. */
export function readSums(result: FetchResult): Sums | Diagnosis {
  if (!result.ok) return result.fault;
  const url = printable(result.url);
  if (result.status !== 200)
    return { code: "sums-missing", args: { url, cause: details.answers(result.status) } };
  const unreadable = (place: number, cause: string): Diagnosis => ({
    code: "sums-unreadable",
    args: { url, line: String(place + 1), cause },
  });
  const sums = new Map<string, string>();
  const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(result.body).split("\n");
  const rest = lines.pop();
  for (const [place, line] of lines.entries()) {
    const parsed = parseChecksumLine(line);
    if (line.endsWith("\r")) return unreadable(place, details.carriageReturn);
    if (parsed === null) return unreadable(place, details.noChecksum);
    if (sums.has(parsed.path)) return unreadable(place, details.repeatedFile);
    sums.set(parsed.path, parsed.sum);
  }
  return rest !== "" || sums.size === 0 ? unreadable(lines.length, details.cutOffLine) : sums;
}
