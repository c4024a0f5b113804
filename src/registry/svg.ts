import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from "saxes";
import type { ImageInfo } from "./types.ts";

const svgNamespace = "http://www.w3.org/2000/svg";

/** Elements that draw. Everything else (script, foreignObject, handlers of other namespaces …) is left out of what is published. */
const drawing = new Set(
  ("svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath image clipPath mask pattern marker linearGradient radialGradient stop style switch " +
    "filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur " +
    "feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence view a").split(" "),
);
/** Contents that a browser never runs or loads, written by drawing programs; kept out because they are dead weight of unknown kind. */
const safeImage = /^data:image\/(png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]*$/i;
const mostElements = 50_000;

/** What an SVG says of itself: size, and the fault that keeps browsers from showing it. Never throws. */
export function examineSvg(text: string): ImageInfo {
  try {
    const { width, height } = walk(text);
    return { format: "svg", width, height, fault: null };
  } catch (error) {
    return { format: "svg", width: null, height: null, fault: faultWords(error) };
  }
}

/**
 * The drawing without scripts, event handlers, external references, foreign objects and document types: opened directly it would run
 * in the site's origin. What is clean comes back byte for byte. Throws where the text is no well-formed SVG.
 */
export function sanitizeSvg(text: string): string {
  const { unsafe, output } = walk(text);
  return unsafe ? output : text;
}

interface Walked { unsafe: boolean; output: string; width: number | null; height: number | null }

function walk(text: string): Walked {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const result: Walked = { unsafe: false, output: "", width: null, height: null };
  const out: string[] = [];
  let skipped = 0;
  let elements = 0;
  let inStyle: string | null = null;
  const drop = (): void => void (result.unsafe = true);

  parser.on("error", (error) => { throw error; });
  parser.on("doctype", (doctype) => {
    if (/\[/.test(doctype)) drop();
    declareEntities(doctype, parser.ENTITIES);
  });
  parser.on("processinginstruction", drop);
  parser.on("opentag", (tag) => {
    if (++elements > mostElements) throw new Error("it has too many elements");
    if (elements === 1) {
      if (tag.local !== "svg") throw new Error("its first element is not <svg>");
      Object.assign(result, sizeOf(tag));
    }
    if (skipped > 0 || !isDrawing(tag)) {
      skipped++;
      // Editors' own elements (sodipodi, inkscape, rdf) draw nothing and run nothing: they alone do not make a file unsafe.
      if (tag.uri === svgNamespace || tag.uri === "" || /xhtml/.test(tag.uri)) drop();
      return;
    }
    const attributes = Object.values(tag.attributes).filter((attribute) => isSafe(tag, attribute) || (drop(), false));
    out.push(`<${tag.name}${attributes.map(({ name, value }) => ` ${name}="${escapeXml(value)}"`).join("")}${tag.isSelfClosing ? "/" : ""}>`);
    if (tag.local === "style" && !tag.isSelfClosing) inStyle = "";
  });
  parser.on("closetag", (tag) => {
    if (skipped > 0) return void skipped--;
    if (inStyle !== null) {
      if (safeCss(inStyle)) out.push(escapeXml(inStyle));
      else drop();
      inStyle = null;
    }
    if (!tag.isSelfClosing) out.push(`</${tag.name}>`);
  });
  const chars = (data: string): void => {
    if (skipped > 0) return;
    if (inStyle !== null) inStyle += data;
    else out.push(escapeXml(data));
  };
  parser.on("text", chars);
  parser.on("cdata", chars);
  parser.write(text.replace(/^\ufeff/, "")).close();
  result.output = out.join("");
  return result;
}

function isDrawing(tag: SaxesTagNS): boolean {
  return (tag.uri === svgNamespace || tag.uri === "") && drawing.has(tag.local);
}

function isSafe(tag: SaxesTagNS, { local, prefix, name, value, uri }: SaxesAttributeNS): boolean {
  if (/^on/i.test(local)) return false;
  if (name === "xmlns" || prefix === "xmlns") return true;
  if (local === "href" || local === "src") {
    if (/^#/.test(value)) return true;
    return (tag.local === "image" || tag.local === "feImage") && safeImage.test(value);
  }
  if (uri.endsWith("/xml/1998/namespace") && local === "base") return false;
  return safeCss(value);
}

/** No import, no address but a fragment, no escapes that could hide one. */
function safeCss(css: string): boolean {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "");
  if (/@import|expression\s*\(|javascript:|behavior\s*:|-moz-binding|image-set\s*\(|\bsrc\s*\(/i.test(plain)) return false;
  if (/url\s*\(/i.test(plain) && /\\/.test(plain)) return false;
  if (/\\[0-9a-f]/i.test(plain) && /\(/.test(plain)) return false;
  for (const match of plain.matchAll(/url\s*\(\s*(["']?)([^)]*)/gi)) {
    const target = (match[2] ?? "").replace(/["']\s*$/, "").trim();
    if (!target.startsWith("#") && !safeImage.test(target)) return false;
  }
  return true;
}

/** Plain entities of old drawing programs (`<!ENTITY ns_svg "…">`). Entities inside entities are how a "billion laughs" is built. */
function declareEntities(doctype: string, entities: Record<string, string>): void {
  let count = 0;
  for (const match of doctype.matchAll(/<!ENTITY\s+(%\s+)?([\w.:-]+)\s+(?:(SYSTEM|PUBLIC)\b[^>]*|"([^"]*)"|'([^']*)')\s*>/g)) {
    const value = match[4] ?? match[5];
    if (match[1] || value === undefined) throw new Error("it declares an entity that is read from elsewhere");
    if (/[&%<]/.test(value) || value.length > 1000 || ++count > 100) throw new Error("it declares entities that hold more than plain text");
    entities[match[2]!] = value;
  }
}

function sizeOf(tag: SaxesTagNS): { width: number | null; height: number | null } {
  const pixels = (name: string): number | null => {
    const match = /^\s*(\d+(?:\.\d+)?)\s*(px)?\s*$/.exec(tag.attributes[name]?.value ?? "");
    return match ? Number(match[1]) : null;
  };
  const box = (tag.attributes["viewBox"]?.value ?? "").trim().split(/[\s,]+/).map(Number);
  const [, , boxWidth, boxHeight] = box.length === 4 && box.every(Number.isFinite) ? box : [];
  const width = pixels("width");
  const height = pixels("height");
  if (width !== null && height !== null) return { width, height };
  return { width: boxWidth ?? null, height: boxHeight ?? null };
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : c === '"' ? "&quot;" : c));
}

function faultWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replace(/^(undefined:)?\d*:?\d*:?\s*/, "").replace(/\.$/, "").slice(0, 120);
}
