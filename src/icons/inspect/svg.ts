import { pictures as words } from "../../strings/check.ts";
import { SaxesParser } from "saxes";
import { SafeCopy } from "./svg-copy.ts";
import type { ImageInfo } from "../../registry/model/types.ts";

/** Drawings inside one another. */
const deepestDrawing = 3;
/** Characters; a pattern is matched against it. */
const longestDoctype = 50_000;
/** Reads an SVG's size, what its published copy loses, and the fault that keeps browsers from showing it. Never throws. */
export function examineSvg(text: string): ImageInfo {
  try {
    const { size, lost, isBlank } = walk(text);
    const marks = { ...(lost.size > 0 && { lost: [...lost] }), ...(isBlank && { isBlank: true as const }) };
    return { format: "svg", ...size, fault: null, ...marks };
  } catch (error) {
    return { format: "svg", width: null, height: null, fault: faultWords(error) };
  }
}

/**
 * The drawing without scripts, event handlers, external references, foreign objects and document types: opened directly it would run
 * in the site's origin. A clean drawing comes back byte for byte. Throws where the text is no well-formed SVG.
 */
export function sanitizeSvg(text: string): string {
  const copy = walk(text);
  return copy.isClean ? text : copy.output;
}

/** `depth` counts the drawings around this one. */
function walk(text: string, depth = 0): SafeCopy {
  const parser = makeParser();
  const copy = new SafeCopy(depth < deepestDrawing ? (inner) => walk(inner, depth + 1) : null);
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", (doctype) => {
    if (/\[/.test(doctype)) copy.isRewritten = true;
    declareEntities(doctype, parser.ENTITIES);
  });
  parser.on("processinginstruction", ({ target }) => {
    // Others, such as the <?xpacket?> of Adobe's programs, do nothing.
    if (target === "xml-stylesheet") copy.lost.add(`<?${target}?>`);
    else copy.isRewritten = true;
  });
  parser.on("opentag", (tag) => copy.open(tag));
  parser.on("closetag", (tag) => copy.close(tag));
  parser.on("text", (data) => copy.write(data));
  parser.on("cdata", (data) => copy.write(data));
  parser.write(text.replace(/^\ufeff/, "")).close();
  copy.end();
  return copy;
}

function makeParser(): SaxesParser<{ xmlns: true }> {
  // Browsers read every file as XML 1.0, whatever it declares.
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
  });
  // No prototype, or &constructor; would name something.
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
  });
  return parser;
}

/** Characters that all entities of a drawing become at most. */
const mostExpanded = 1_000_000;

/** Plain entities of old drawing programs (`<!ENTITY ns_svg "…">`). Entities inside entities are how a "billion laughs" is built. */
function declareEntities(doctype: string, entities: Record<string, string>): void {
  if (doctype.length > longestDoctype) throw new Error(words.longDoctype);
  let count = 0;
  let left = mostExpanded;
  for (const match of doctype.matchAll(
    /<!ENTITY\s+(%\s+)?([\w.:-]+)\s+(?:(SYSTEM|PUBLIC)\b|"([^"]*)"|'([^']*)')/g,
  )) {
    const [, percent, name = "", , double, single] = match;
    const value = double ?? single;
    if (percent || value === undefined) throw new Error(words.foreignEntity);
    if (/[&%<]/.test(value) || value.length > 1000 || ++count > 100) throw new Error(words.complexEntity);
    const get = (): string => {
      left -= value.length;
      if (left < 0) throw new Error(words.longEntities(mostExpanded));
      return value;
    };
    Object.defineProperty(entities, name, { get, configurable: true });
  }
}

function faultWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words
    .replace(/^(undefined:)?\d*:?\d*:?\s*/, "")
    .replace(/\.$/, "")
    .slice(0, 120);
}
