import { pictures as words } from "../../strings/check.ts";
/** Encodings in which every byte below 128 is ASCII and every byte is one character: what old drawing programs declare. */
const singleByte = /^(?:us-ascii|ascii|latin1|iso-8859-\d{1,2}|windows-125\d)$/;

/**
 * The text of an SVG as a browser reads it: a declared encoding counts, or markup could hide in bytes that only a browser sees as such.
 * `plain` is false where the bytes are no UTF-8 and have to be written anew. Throws where the encoding is not known or not kept to.
 */
export function decodeSvg(bytes: Uint8Array): { text: string; plain: boolean } {
  const declared = declaredEncoding(bytes);
  const label = declared ?? "utf-8";
  if (/^utf-?8$/.test(label)) return { text: decodeAs("utf-8", bytes), plain: true };
  if (!singleByte.test(label)) throw new Error(words.unknownEncoding(label));
  const isAscii = bytes.every((byte) => byte < 128);
  return { text: decodeAs(label, bytes), plain: isAscii };
}

/** Without the XML declaration, for text that is written in another encoding than the declared one. */
export function withoutDeclaration(text: string): string {
  return text.replace(/^\ufeff?<\?xml[^>]*\?>\s*/, "");
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 400)).replace(/^\xef\xbb\xbf/, "");
  const declaration = /^<\?xml\s[^>]*/.exec(head)?.[0] ?? "";
  return /\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1]?.toLowerCase() ?? null;
}

function decodeAs(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error(words.otherEncoding);
  }
}
