import { pictures as words } from "../../strings/check.ts";
/** Encodings in which every byte below 128 is ASCII and every byte is one character: what old drawing programs declare. */
const singleByte = /^(?:us-ascii|ascii|latin1|iso-8859-\d{1,2}|windows-125\d)$/;

/**
 * The text of an SVG as a browser reads it: a declared encoding counts, or markup could hide in bytes that only a browser sees as such.
 * Throws where the encoding is not known or not kept to.
 */
export function decodeSvg(bytes: Uint8Array): string {
  const declared = declaredEncoding(bytes);
  const label = declared ?? "utf-8";
  if (/^utf-?8$/.test(label)) return decodeAs("utf-8", bytes);
  if (!singleByte.test(label)) throw new Error(words.unknownEncoding(label));
  return decodeAs(label, bytes);
}

/** Without the XML declaration, for text that is written in another encoding than the declared one. */
export function withoutDeclaration(text: string): string {
  return text.replace(/^\ufeff?<\?xml[^>]*\?>\s*/, "");
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const characters = new TextDecoder("latin1").decode(bytes);
  const declaration = /^(?:\xef\xbb\xbf)?<\?xml\s[^]*?\?>/.exec(characters)?.[0] ?? "";
  return /\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1]?.toLowerCase() ?? null;
}

function decodeAs(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error(words.otherEncoding);
  }
}
