import type { Fault } from "./parse.ts";

/** Bytes of one workspace.json or registry.json at most; the largest of 2,000 real ones has 9 kB. */
export const largestJson = 1024 * 1024;

/** Text of UTF-8 bytes, and what is wrong with the encoding. A byte-order mark is reported and left out. */
export function decode(bytes: Uint8Array): { text: string | null; faults: Fault[] } {
  const encoding = otherEncoding(bytes);
  if (encoding) return { text: null, faults: [fault("json-encoding", { encoding })] };
  const faults: Fault[] = [];
  let content = bytes;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    content = bytes.subarray(3);
    faults.push(fault("json-bom", {}));
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content), faults };
  } catch {
    const { line, column } = firstInvalidByte(content);
    faults.push({ ...fault("json-encoding", { encoding: "in another encoding (probably Windows-1252 or Latin-1)" }), line, column });
    return { text: null, faults };
  }
}

/** UTF-16 and UTF-32 by their byte-order mark, or by the NUL bytes that JSON text otherwise never has. */
function otherEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length >= 4 ? "UTF-32" : "UTF-16";
  if (a === 0xfe && b === 0xff) return "UTF-16";
  if (bytes.length >= 2 && (a === 0) !== (b === 0)) return "UTF-16";
  return null;
}

/** Where strict UTF-8 decoding stops: the line, and the column in characters. */
function firstInvalidByte(bytes: Uint8Array): { line: number; column: number } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); ; end = bytes.indexOf(10, end + 1)) {
    const stop = end === -1 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(start, stop));
    } catch {
      return { line, column: longestValidPrefix(bytes.subarray(start, stop)) + 1 };
    }
    if (end === -1) return { line, column: 1 };
    start = end + 1;
    line++;
  }
}

function longestValidPrefix(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return Math.max(0, text.indexOf("\ufffd"));
}

function fault(code: Fault["code"], args: Record<string, string>): Fault {
  return { code, args, pointer: "", line: 1, column: 1 };
}
