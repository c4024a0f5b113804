import { textBefore } from "../../registry/model/text.ts";
import { decodeSvg } from "./svg-encoding.ts";

/** A picture of pixels inside a drawing. */
export const safeImage =
  /^data:image\/(png|jpe?g|gif|webp)(?:;[\w-]+=[\w-]+)*;base64,(?:[a-z0-9+/=\s]|%[0-9a-f]{2})*$/i;

/** The text of a drawing that an address holds; null where it holds none. Throws where it cannot be decoded. */
export function nestedSvg(address: string): string | null {
  const match = /^data:image\/svg\+xml((?:;[\w-]+=[\w-]+|;utf-?8)*)(;base64)?,/i.exec(address);
  if (!match) return null;
  // A fragment is no part of the data, and a lone % stays one.
  const data = textBefore(address.slice(match[0].length), "#");
  const text = decodeURIComponent(data.replace(/%(?![0-9a-f]{2})/gi, "%25"));
  const bytes = match[2]
    ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
    : new TextEncoder().encode(text);
  return decodeSvg(bytes);
}

export function svgAddress(text: string): string {
  return `data:image/svg+xml,${encodeURIComponent(text)}`;
}
