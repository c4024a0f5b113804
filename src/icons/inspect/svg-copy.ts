import { pictures as words } from "../../strings/check.ts";
import type { SaxesAttributeNS, SaxesTagNS } from "saxes";
import { endStateOf, putEndState, type EndState } from "./svg-animation.ts";
import { harmlessCss, isHarmlessCss, paintFallback } from "./svg-css.ts";
import { nestedSvg, safeImage, svgAddress } from "./svg-image.ts";
import { RepetitionCount } from "./svg-repetition.ts";
import { sizeOf } from "./svg-size.ts";
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
/** Elements that leave a mark; a drawing without a size is as large as they are. */
const marks = new Set("path rect circle ellipse line polyline polygon text image use".split(" "));
const mostElements = 50_000;
/** Namespaces whose elements browsers act upon. */
const actedUpon = /xhtml|MathML|mozilla|xbl|XSL/i;

/** An element's beginning as it is published; an animation elsewhere may still change it. */
interface StartTag {
  name: string;
  attributes: Map<string, string>;
  isSelfClosing: boolean;
}

/** Copies a drawing inside this one; null in the innermost. */
type CopyInner = (text: string) => SafeCopy;

/** The drawing as it is written out again, without what is unsafe. */
export class SafeCopy {
  /** Whether something is written otherwise than it was, with nothing lost. */
  isRewritten = false;
  size: Pick<ImageInfo, "width" | "height"> = { width: null, height: null };
  /** What is left out, as people read it. */
  readonly lost = new Set<string>();
  readonly repetition = new RepetitionCount();
  readonly #copyInner: CopyInner | null;
  readonly #out: (string | StartTag)[] = [];
  readonly #open: StartTag[] = [];
  readonly #byId = new Map<string, StartTag>();
  readonly #endStates: [around: StartTag | undefined, EndState][] = [];
  #elements = 0;
  #hasMarks = false;
  /** Open elements that are left out. */
  #skipped = 0;
  /** The number of them at the one that no browser draws; 0 outside of such. */
  #unseen = 0;
  /** The style sheet that is being read. */
  #style: string | null = null;

  constructor(copyInner: CopyInner | null) {
    this.#copyInner = copyInner;
  }

  /** Whether nothing in it leaves a mark, and no style gives it a background. */
  get isBlank(): boolean {
    return !this.#hasMarks && this.lost.size === 0;
  }

  get isClean(): boolean {
    return !this.isRewritten && this.lost.size === 0;
  }

  get output(): string {
    return this.#out.map((part) => (typeof part === "string" ? part : render(part))).join("");
  }

  open(tag: SaxesTagNS): void {
    if (++this.#elements > mostElements) throw new Error(words.tooManyElements);
    if (this.#elements === 1) {
      if (tag.local !== "svg") throw new Error(words.noSvg);
      // Without it the file is XML of some kind, of which browsers show nothing as a picture.
      if (tag.uri !== svgNamespace) throw new Error(words.noNamespace(svgNamespace));
      this.size = sizeOf(tag);
    }
    this.repetition.enter(tag.attributes["id"]?.value, referencesOf(tag));
    if (this.#skipped > 0 || this.#style !== null || !isDrawing(tag)) return this.#skip(tag);
    this.#hasMarks ||= marks.has(tag.local);
    const start: StartTag = {
      name: tag.name,
      attributes: new Map(Object.values(tag.attributes).flatMap((one) => this.#published(tag, one))),
      isSelfClosing: tag.isSelfClosing,
    };
    this.#out.push(start);
    this.#open.push(start);
    const id = start.attributes.get("id");
    if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, start);
    if (tag.local === "style" && !tag.isSelfClosing) this.#style = "";
  }

  close(tag: SaxesTagNS): void {
    this.repetition.leave();
    if (this.#skipped > 0) {
      if (this.#skipped === this.#unseen) this.#unseen = 0;
      this.#skipped--;
      return;
    }
    this.#open.pop();
    if (this.#style !== null) {
      this.#out.push(escapeXml(this.#harmless(this.#style)));
      this.#style = null;
    }
    if (!tag.isSelfClosing) this.#out.push(`</${tag.name}>`);
  }

  write(data: string): void {
    if (this.#skipped > 0) return;
    if (this.#style !== null) this.#style += data;
    else this.#out.push(escapeXml(data));
  }

  /** Throws where the drawing as a whole cannot be shown. */
  end(): void {
    this.repetition.check();
    if (this.size.width === null && !this.#hasMarks) throw new Error(words.noSize);
    for (const [around, state] of this.#endStates) {
      const target = state.target === null ? around : this.#byId.get(state.target);
      if (target) putEndState(target.attributes, state);
    }
  }

  /** Editors' own elements (sodipodi, inkscape, rdf) draw nothing and run nothing: they alone do not make a file unsafe. */
  #skip(tag: SaxesTagNS): void {
    const state = this.#skipped === 0 ? endStateOf(tag) : null;
    if (state) this.#endStates.push([this.#open.at(-1), state]);
    this.#skipped++;
    if (this.#unseen === 0 && isUnshown(tag)) this.#unseen = this.#skipped;
    if (this.#unseen > 0) this.isRewritten = true;
    else if (tag.uri === svgNamespace || tag.uri === "" || actedUpon.test(tag.uri))
      this.lost.add(`<${tag.local}>`);
  }

  /** An attribute as it is published, in a list; an empty one where it is left out. */
  #published(tag: SaxesTagNS, attribute: SaxesAttributeNS): [name: string, value: string][] {
    const { name, value, local } = attribute;
    if (name === "style") {
      const css = this.#harmless(value);
      return css === "" && value !== "" ? [] : [[name, css]];
    }
    if (isSafe(tag, attribute)) return [[name, value]];
    const nested = local === "href" || local === "src" ? this.#nested(tag, value) : null;
    if (nested !== null) return [[name, nested]];
    if (isLink(tag, attribute)) {
      this.isRewritten = true;
      return [];
    }
    this.lost.add(`${name}=${value}`);
    const colour = /^(?:fill|stroke)$/.test(name) ? paintFallback(value) : null;
    return colour === null ? [] : [[name, colour]];
  }

  #harmless(css: string): string {
    this.#hasMarks ||= /background/i.test(css);
    const harmless = harmlessCss(css, (part) => this.lost.add(part));
    // A comment that is left out is no loss, but what looks like one may be read otherwise.
    this.isRewritten ||= harmless !== css;
    return harmless;
  }

  /** The address of a drawing inside this one, without what is unsafe in it; null where it is no drawing. */
  #nested(tag: SaxesTagNS, address: string): string | null {
    if (!isImage(tag) || this.#copyInner === null) return null;
    try {
      const text = nestedSvg(address);
      if (text === null) return null;
      const copy = this.#copyInner(text);
      this.repetition.add(copy.repetition.total);
      for (const part of copy.lost) this.lost.add(part);
      if (copy.isClean) return address;
      this.isRewritten = true;
      return svgAddress(copy.output);
    } catch {
      return null;
    }
  }
}

function render({ name, attributes, isSelfClosing }: StartTag): string {
  const pairs = [...attributes].map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join("");
  return `<${name}${pairs}${isSelfClosing ? "/" : ""}>`;
}

function isDrawing(tag: SaxesTagNS): boolean {
  return (tag.uri === svgNamespace || tag.uri === "") && drawing.has(tag.local);
}

function isImage({ local }: SaxesTagNS): boolean {
  return local === "image" || local === "feImage";
}

/** A link to a web page, which a picture does not follow. */
function isLink({ local }: SaxesTagNS, attribute: SaxesAttributeNS): boolean {
  return local === "a" && attribute.local === "href" && /^https?:/i.test(attribute.value);
}

const unshown =
  /^(?:font(?:-face.*)?|glyph|missing-glyph|[hv]kern|flow(?:Root|Region|Para|Span)|color-profile|cursor)$/;

/** Elements of SVG that no browser draws: fonts, texts of Inkscape, what only Illustrator reads. */
function isUnshown({ local, attributes }: SaxesTagNS): boolean {
  const needed = attributes["requiredExtensions"]?.value ?? "";
  return unshown.test(local) || (local === "foreignObject" && /adobe\.com/i.test(needed));
}

/** Attributes that hold no style, whatever their text looks like. */
const plainText = /^(id|class|name|title|label|description|alt|data-.*|aria-.*)$/;

function isSafe(tag: SaxesTagNS, { local, prefix, name, value, uri }: SaxesAttributeNS): boolean {
  if (/^on/i.test(local)) return false;
  if (name === "xmlns" || prefix === "xmlns") return true;
  if (local === "href" || local === "src")
    return value.startsWith("#") || (isImage(tag) && safeImage.test(value));
  if (/\/xml\/1998\/namespace$/i.test(uri) && local === "base") return false;
  return prefix !== "" || plainText.test(name) || isHarmlessCss(value);
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

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (c) =>
    c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&quot;",
  );
}
