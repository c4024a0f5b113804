import { placeAt, type Place } from "../model/locate.ts";
import { json as words } from "../../strings/check.ts";
import type { Fault } from "./parse.ts";

/** Bytes of one workspace.json or registry.json at most; the largest of 2,000 real ones has 9 kB. */
export const largestJson = 1024 * 1024;

/** Text of UTF-8 bytes, and what is wrong with the encoding. A byte-order mark is reported and left out. */
export function decode(bytes: Uint8Array): { text: string | null; faults: Fault[] } {
  const encoding = otherEncoding(bytes);
  if (encoding) return { text: null, faults: [fault("json-encoding", { encoding })] };
  const faults: Fault[] = [];
  let content = bytes;
  if (hasMark(bytes)) {
    content = bytes.subarray(3);
    faults.push(fault("json-bom", {}));
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content), faults };
  } catch {
    faults.push({
      ...fault("json-encoding", { encoding: words.otherEncoding }),
      ...firstInvalidByte(content),
    });
    return { text: null, faults };
  }
}

/** Whether a byte-order mark of UTF-8 comes first. */
export function hasMark([a, b, c]: Uint8Array): boolean {
  return a === 0xef && b === 0xbb && c === 0xbf;
}

/** UTF-16 and UTF-32 by their byte-order mark, or by the NUL bytes that JSON text otherwise never has. */
function otherEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length >= 4 ? "UTF-32" : "UTF-16";
  if (a === 0xfe && b === 0xff) return "UTF-16";
  if (bytes.length >= 2 && (a === 0) !== (b === 0)) return "UTF-16";
  return null;
}

/** Where strict UTF-8 decoding stops; lines end there as everywhere else, at CR LF, LF and CR. */
function firstInvalidByte(bytes: Uint8Array): Place {
  const text = validPrefix(bytes);
  return placeAt(text, text.length);
}

/** The characters before the first invalid byte. A character that is cut off by the end of a stretch is no mistake of that stretch. */
function validPrefix(bytes: Uint8Array): string {
  const decodeUpTo = (end: number): string =>
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, end), {
      stream: true,
    });
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    try {
      decodeUpTo(middle);
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return decodeUpTo(low);
}

function fault(code: Fault["code"], args: Record<string, string>): Fault {
  return { code, args, pointer: "", line: 1, column: 1 };
}
