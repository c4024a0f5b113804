import { Marked } from "marked";
import sanitizeHtml from "sanitize-html";
import { longestBody, mostScreenshots, safeAddress } from "../registry/check/readme.ts";

/** The Markdown of a README.md as HTML and as plain text. Nothing in it is trusted. */

/** Marks of emphasis, links and code in one paragraph, and quotes in one another: the time of the library grows with their square. */
const mostMarks = 1000;
const deepQuote = /(?:>[ \t]?){30}/;

/** Where a picture of the folder is published; null where it is not. Sizes in pixels. */
export type PictureOf = (file: string) => { src: string; width: number; height: number } | null;

const markdown = new Marked({ gfm: true });

function isReadable(text: string): boolean {
  return text
    .split(/\n[ \t]*\n/)
    .every(
      (paragraph) => (paragraph.match(/[*_~`[\]]/g)?.length ?? 0) <= mostMarks && !deepQuote.test(paragraph),
    );
}

/** HTML that is not safe yet. Nesting that the library cannot follow is shown as plain text. */
function toHtml(body: string): string {
  const text = body.slice(0, longestBody);
  try {
    if (!isReadable(text)) throw new Error("too many marks");
    return markdown.parse(text, { async: false });
  } catch {
    return `<pre>${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</pre>`;
  }
}

const allowedTags =
  "h3 h4 h5 h6 p ul ol li blockquote pre code em strong del ins sub sup kbd samp var a img br hr table thead tbody tfoot tr th td dl dt dd details summary abbr";
/** Tags whose content is left out with them. */
const nonTextTags = "script style textarea option noscript title template xmp iframe object svg math";

const safeHtml: sanitizeHtml.IOptions = {
  allowedTags: allowedTags.split(" "),
  allowedAttributes: {
    a: ["href", "rel"],
    img: ["src", "alt", "width", "height", "loading"],
    ol: ["start"],
    pre: ["tabindex"],
    table: ["tabindex"],
    abbr: ["title"],
    td: ["colspan", "rowspan"],
    th: ["colspan", "rowspan"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesAppliedToAttributes: ["href"],
  allowProtocolRelative: false,
  nonTextTags: nonTextTags.split(" "),
  nestingLimit: 60,
};

/**
 * The body of a README as HTML that is safe on our origin: known tags and attributes only, no style, no class, no id, links to http, https
 * and mailto, pictures of the folder itself. Headings begin at h3, below the page's own.
 */
export function renderReadme(body: string, pictureOf: PictureOf): string {
  const transformTags = {
    h1: "h3",
    h2: "h3",
    h3: "h4",
    h4: "h5",
    h5: "h6",
    pre: reachable,
    table: reachable,
    a: safeLink,
    img: (_: string, attributes: sanitizeHtml.Attributes) => folderPicture(attributes, pictureOf),
  };
  return sanitizeHtml(toHtml(body), { ...safeHtml, transformTags });
}

/** Blocks that may scroll sideways must be reachable by keyboard. */
const reachable = (tagName: string): sanitizeHtml.Tag => ({ tagName, attribs: { tabindex: "0" } });

function safeLink(tagName: string, { href }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const address = href === undefined ? null : safeAddress(href, true);
  return { tagName, attribs: address ? { href: address, rel: "external nofollow noopener" } : {} };
}

/** The picture, or its text where the folder holds none of that name. */
function folderPicture(
  { src = "", alt = "" }: sanitizeHtml.Attributes,
  pictureOf: PictureOf,
): sanitizeHtml.Tag {
  const picture = pictureOf(decodeName(src));
  if (!picture) return { tagName: "em", text: alt, attribs: {} };
  const { width, height } = picture;
  return {
    tagName: "img",
    attribs: { src: picture.src, alt, width: String(width), height: String(height), loading: "lazy" },
  };
}

/** Pictures of the folder that the body shows, in order, each once. */
export function picturesIn(body: string): string[] {
  // Most show none, and rendering a long one takes half a second.
  if (!/!\[|<img/i.test(body)) return [];
  const found = new Set<string>();
  renderReadme(body, (file) => {
    if (/^[^/\\:]+\.(png|jpe?g|webp|gif)$/i.test(file)) found.add(file);
    return null;
  });
  return [...found].slice(0, mostScreenshots);
}

/** The text of a README without markup, for search. */
export function readmeText(body: string): string {
  const bare = sanitizeHtml(toHtml(body), { allowedTags: [], allowedAttributes: {}, nestingLimit: 60 });
  return bare
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

function decodeName(src: string): string {
  try {
    return decodeURIComponent(src.replace(/^\.\//, ""));
  } catch {
    return src;
  }
}
