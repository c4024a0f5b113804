import { pictures as words } from "../../strings/check.ts";
import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from "saxes";
import { RepetitionCount } from "./svg-repetition.ts";
import type { ImageInfo } from "../../registry/model/types.ts";

const svgNamespace = "http://www.w3.org/2000/svg";

/** Elements that draw. Everything else (script, foreignObject, handlers of other namespaces …) is left out of what is published. */
const drawing = new Set(
  (
    "svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath image clipPath mask pattern marker linearGradient radialGradient stop style switch " +
    "filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur " +
    "feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence view a"
  ).split(" "),
);
/** Contents that a browser never runs or loads, written by drawing programs; kept out because they are dead weight of unknown kind. */
const safeImage = /^data:image\/(png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]*$/i;
const mostElements = 50_000;
/** Characters; a pattern is matched against it. */
const longestDoctype = 50_000;
/** Namespaces whose elements browsers act upon. */
const actedUpon = /xhtml|MathML|mozilla|xbl|XSL/i;

/** Reads an SVG's size, and the fault that keeps browsers from showing it. Never throws. */
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
 * in the site's origin. A clean drawing comes back byte for byte. Throws where the text is no well-formed SVG.
 */
export function sanitizeSvg(text: string): string {
  const { unsafe, output } = walk(text);
  return unsafe ? output : text;
}

interface Walked {
  unsafe: boolean;
  output: string;
  width: number | null;
  height: number | null;
}

function walk(text: string): Walked {
  const parser = makeParser();
  const copy = new SafeCopy();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", (doctype) => {
    if (/\[/.test(doctype)) copy.unsafe = true;
    declareEntities(doctype, parser.ENTITIES);
  });
  parser.on("processinginstruction", () => void (copy.unsafe = true));
  parser.on("opentag", (tag) => copy.open(tag));
  parser.on("closetag", (tag) => copy.close(tag));
  parser.on("text", (data) => copy.write(data));
  parser.on("cdata", (data) => copy.write(data));
  parser.write(text.replace(/^\ufeff/, "")).close();
  copy.repetition.check();
  return { unsafe: copy.unsafe, output: copy.out.join(""), ...copy.size };
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

/** The drawing as it is written out again, without what is unsafe. */
class SafeCopy {
  unsafe = false;
  size: Pick<Walked, "width" | "height"> = { width: null, height: null };
  readonly out: string[] = [];
  readonly repetition = new RepetitionCount();
  #elements = 0;
  /** Open elements that are left out. */
  #skipped = 0;
  /** The style sheet that is being read. */
  #style: string | null = null;

  open(tag: SaxesTagNS): void {
    if (++this.#elements > mostElements) throw new Error(words.tooManyElements);
    if (this.#elements === 1) {
      if (tag.local !== "svg") throw new Error(words.noSvg);
      // Without it the file is XML of some kind, of which browsers show nothing as a picture.
      if (tag.uri !== svgNamespace) throw new Error(words.noNamespace(svgNamespace));
      this.size = sizeOf(tag);
    }
    this.repetition.enter(tag.attributes["id"]?.value, referencesOf(tag));
    if (this.#skipped > 0 || this.#style !== null || !isDrawing(tag)) {
      this.#skipped++;
      // Editors' own elements (sodipodi, inkscape, rdf) draw nothing and run nothing: they alone do not make a file unsafe.
      if (tag.uri === svgNamespace || tag.uri === "" || actedUpon.test(tag.uri)) this.unsafe = true;
      return;
    }
    const all = Object.values(tag.attributes);
    const safe = all.filter((attribute) => isSafe(tag, attribute));
    if (safe.length < all.length) this.unsafe = true;
    const attributes = safe.map(({ name, value }) => ` ${name}="${escapeXml(value)}"`).join("");
    this.out.push(`<${tag.name}${attributes}${tag.isSelfClosing ? "/" : ""}>`);
    if (tag.local === "style" && !tag.isSelfClosing) this.#style = "";
  }

  close(tag: SaxesTagNS): void {
    this.repetition.leave();
    if (this.#skipped > 0) return void this.#skipped--;
    if (this.#style !== null) {
      if (safeCss(this.#style)) this.out.push(escapeXml(this.#style));
      else this.unsafe = true;
      this.#style = null;
    }
    if (!tag.isSelfClosing) this.out.push(`</${tag.name}>`);
  }

  write(data: string): void {
    if (this.#skipped > 0) return;
    if (this.#style !== null) this.#style += data;
    else this.out.push(escapeXml(data));
  }
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
  if (/\/xml\/1998\/namespace$/i.test(uri) && local === "base") return false;
  return safeCss(value);
}

/** No import, no address but a fragment, no escapes that could hide one. Comments stay in: what looks like one may be inside a text. */
function safeCss(css: string): boolean {
  if (
    /@import|expression\s*\(|javascript:|behavior\s*:|-moz-binding|image(?:-set)?\s*\(|cross-fade\s*\(|\bsrc\s*\(/i.test(
      css,
    )
  )
    return false;
  if (/[(@]/.test(css) && css.includes("\\")) return false;
  for (const match of css.matchAll(/url\s*\([ \t\r\n\f]*(["']?)([^)]*)/gi)) {
    const target = (match[2] ?? "").replace(/["'][ \t\r\n\f]*$/, "");
    if (!target.startsWith("#") && !safeImage.test(target)) return false;
  }
  return true;
}

/** Ids that an element draws: by <use>, or as a pattern, mask, marker, filter … */
function referencesOf(tag: SaxesTagNS): string[] {
  return Object.values(tag.attributes).flatMap(({ local, value }) => {
    if (local === "href" && value.startsWith("#")) return [value.slice(1)];
    return value.includes("url(")
      ? [...value.matchAll(/url\(\s*["']?#([^"')\s]+)/g)].map(([, id = ""]) => id)
      : [];
  });
}

/** Plain entities of old drawing programs (`<!ENTITY ns_svg "…">`). Entities inside entities are how a "billion laughs" is built. */
function declareEntities(doctype: string, entities: Record<string, string>): void {
  if (doctype.length > longestDoctype) throw new Error(words.longDoctype);
  let count = 0;
  for (const match of doctype.matchAll(
    /<!ENTITY\s+(%\s+)?([\w.:-]+)\s+(?:(SYSTEM|PUBLIC)\b|"([^"]*)"|'([^']*)')/g,
  )) {
    const [, percent, name = "", , double, single] = match;
    const value = double ?? single;
    if (percent || value === undefined) throw new Error(words.foreignEntity);
    if (/[&%<]/.test(value) || value.length > 1000 || ++count > 100) throw new Error(words.complexEntity);
    entities[name] = value;
  }
}

function sizeOf(tag: SaxesTagNS): { width: number | null; height: number | null } {
  const pixels = (name: string): number | null => {
    const match = /^(\d+(?:\.\d+)?)\s*(?:px)?$/.exec((tag.attributes[name]?.value ?? "").trim());
    return match ? Number(match[1]) : null;
  };
  const box = (tag.attributes["viewBox"]?.value ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth, boxHeight] = box.length === 4 && box.every(Number.isFinite) ? box : [];
  const width = pixels("width");
  const height = pixels("height");
  if (width !== null && height !== null) return { width, height };
  return { width: boxWidth ?? null, height: boxHeight ?? null };
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (c) =>
    c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&quot;",
  );
}

function faultWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words
    .replace(/^(undefined:)?\d*:?\d*:?\s*/, "")
    .replace(/\.$/, "")
    .slice(0, 120);
}
