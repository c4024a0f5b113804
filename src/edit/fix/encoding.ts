import { repairs as words } from "../../strings/tools.ts";
import { hasMark } from "../../registry/json/decode.ts";
import type { Repair } from "./repair.ts";

/**
 * Text of the bytes, and what was wrong with their encoding: UTF-16 in either byte order becomes UTF-8, a byte-order mark goes.
 * Null where the encoding cannot be known for certain, as with Windows-1252.
 */
export function fixEncoding(bytes: Uint8Array): { text: string; repairs: Repair[] } | null {
  const utf16 = utf16Label(bytes);
  try {
    const text = new TextDecoder(utf16 ?? "utf-8", { fatal: true, ignoreBOM: true })
      .decode(bytes)
      .replace(/^\ufeff+/, "");
    // Behind the mark it goes on as if in another encoding: which of the two it is in, only people know.
    if (utf16Label(new TextEncoder().encode(text.slice(0, 4)))) return null;
    const repairs: Repair[] = [];
    if (utf16) repairs.push({ code: "json-encoding", message: words.utf16 });
    else if (hasMark(bytes)) repairs.push({ code: "json-bom", message: words.byteOrderMark });
    return { text, repairs };
  } catch {
    return null;
  }
}

/** By the byte-order mark, else by the NUL beside the first character, which JSON writes in ASCII. */
function utf16Label([a, b, c, d]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? null : "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a !== undefined && a !== 0 && b === 0 && c !== 0) return "utf-16le";
  return a === 0 && b !== undefined && b !== 0 ? "utf-16be" : null;
}
