import { decodeSvg, withoutDeclaration } from "./svg-encoding.ts";
import { sanitizeSvg } from "./svg.ts";

/**
 * The drawing as it is published: without scripts and references, in UTF-8 and without a declaration that could say otherwise. A clean
 * one comes back as the same bytes. Throws where it cannot be read.
 */
export function cleanSvg(bytes: Uint8Array): Uint8Array {
  const text = decodeSvg(bytes);
  const clean = withoutDeclaration(sanitizeSvg(text));
  return clean === text ? bytes : new TextEncoder().encode(clean);
}
