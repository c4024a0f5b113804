import { isObject } from "../model/json.ts";
import matter from "gray-matter";
import { Marked } from "marked";
import sanitizeHtml from "sanitize-html";
import { closest } from "../model/closest.ts";
import { readme as words, shape } from "../../strings/check.ts";
import { describe, quote } from "../model/text.ts";

/** README.md of a workspace: YAML front matter for the facts, Markdown for the page. Nothing in it is trusted. Pure. */

/** A picture of the workspace, as the front matter names it. */
export interface Screenshot {
  file: string;
  alt: string;
}

export interface ReadmeFacts {
  homepage: string | null;
  source: string | null;
  license: string | null;
  maintainer: string | null;
  support: string | null;
  screenshots: Screenshot[];
}

/** A mistake in README.md, worded by problems.ts; lines count from 1. */
export interface ReadmeFault {
  code: "readme-front-matter" | "readme-key";
  args: Record<string, string>;
  line: number;
}

export interface ReadmeParts {
  facts: ReadmeFacts;
  /** The Markdown after the front matter. */
  body: string;
  faults: ReadmeFault[];
}

const keys = ["homepage", "source", "license", "maintainer", "support", "screenshots"] as const;
const mostScreenshots = 12;
/** UTF-16 code units. */
const longestFrontMatter = 20_000;
/** UTF-16 code units of Markdown that are shown; the rest of a longer README is left out. */
const longestBody = 100_000;
/** Marks of emphasis, links and code in one paragraph, and quotes in one another: the time of the library grows with their square. */
const mostMarks = 1000;
const deepQuote = /(?:>[ \t]?){30}/;

/**
 * Takes a README apart. Never throws: what cannot be used is left out and named in `faults`.
 * @param files names of the files beside it, for the screenshots; null where there is no folder
 */
export function parseReadme(text: string, files: readonly string[] | null): ReadmeParts {
  const facts: ReadmeFacts = {
    homepage: null,
    source: null,
    license: null,
    maintainer: null,
    support: null,
    screenshots: [],
  };
  const faults: ReadmeFault[] = [];
  const { data, body, fault } = splitFrontMatter(text);
  if (fault) faults.push(fault);
  const lines = text.slice(0, longestFrontMatter).split(/\r\n?|\n/);
  const lineOf = (key: string): number =>
    Math.max(
      1,
      lines.findIndex(
        (line) => line.trimStart().startsWith(`${key}:`) || line.trimStart().startsWith(`"${key}"`),
      ) + 1,
    );
  const complain = (key: string, cause: string, cure: string): void =>
    void faults.push({ code: "readme-key", args: { key: quote(key), cause, cure }, line: lineOf(key) });

  for (const [key, value] of Object.entries(data)) {
    if (value === null || value === "") continue;
    if (key === "screenshots") {
      facts.screenshots = readScreenshots(value, files, complain);
    } else if (key === "license" || key === "maintainer") {
      if (typeof value === "string") facts[key] = value.trim();
      else complain(key, words.notText(shown(value)), words.putInQuotes);
    } else if (key === "homepage" || key === "source" || key === "support") {
      const address = typeof value === "string" ? safeAddress(value, key === "support") : null;
      if (address) facts[key] = address;
      else
        complain(
          key,
          words.noAddress(shown(value)),
          key === "support" ? words.fullAddressOrMail : words.fullAddress,
        );
    } else {
      const near = closest(key, keys);
      complain(key, words.unknownKey, near ? shape.didYouMean(near) : words.keys(keys));
    }
  }
  return { facts, body, faults };
}

/** An absolute http or https address (or mailto), normalised; null for anything else. */
export function safeAddress(text: string, mail = false): string | null {
  const url = URL.parse(text.trim());
  if (!url) return null;
  if (url.protocol === "http:" || url.protocol === "https:")
    return url.username || url.password ? null : url.href;
  return mail && url.protocol === "mailto:" ? url.href : null;
}

/** Anchors of YAML make lists that hold themselves, or a billion items: such a value is named by its kind, never written out. */
function shown(value: unknown): string {
  return typeof value === "object" ? describe(value) : quote(value);
}

/** The text up to what is read of it: libraries take minutes over megabytes that look like front matter. */
function splitFrontMatter(whole: string): { data: object; body: string; fault: ReadmeFault | null } {
  const text = whole.slice(0, longestFrontMatter + longestBody);
  const opening = /^\uFEFF?---/.test(text);
  const closing = opening ? text.indexOf("\n---", 3) : -1;
  if (opening && (closing < 0 || closing > longestFrontMatter)) {
    const cause = closing < 0 ? words.noEnd : words.tooLong(longestFrontMatter);
    return { data: {}, body: closing < 0 ? "" : text.slice(closing + 4), fault: frontMatterFault(cause, 1) };
  }
  const refuse = (): never => {
    throw new Error(words.yamlOnly);
  };
  const engine = { parse: refuse, stringify: refuse };
  try {
    // gray-matter would run `---js` and read `---json`; both engines are replaced by a refusal.
    const { data, content } = matter(text, {
      language: "yaml",
      engines: { js: engine, javascript: engine, json: engine, coffee: engine, toml: engine },
    });
    if (isObject(data)) return { data, body: content, fault: null };
    return { data: {}, body: content, fault: frontMatterFault(words.noList, 1) };
  } catch (error) {
    const { reason, message, mark } = error as {
      reason?: string;
      message?: string;
      mark?: { line?: number };
    };
    const body = text.replace(/^\uFEFF?---[^\n]*\n[\s\S]*?\n---[^\n]*(\n|$)/, "");
    return {
      data: {},
      body,
      fault: frontMatterFault((reason ?? message ?? words.unreadable).split("\n")[0]!, (mark?.line ?? 0) + 1),
    };
  }
}

function frontMatterFault(cause: string, line: number): ReadmeFault {
  return {
    code: "readme-front-matter",
    args: { cause, cure: words.writeYaml },
    line,
  };
}

function readScreenshots(
  value: unknown,
  files: readonly string[] | null,
  complain: (key: string, cause: string, cure: string) => void,
): Screenshot[] {
  const list = Array.isArray(value) ? value : [value];
  if (list.length > mostScreenshots)
    complain(
      "screenshots",
      words.tooManyPictures({ number: list.length, limit: mostScreenshots }),
      words.keepBest,
    );
  return list.slice(0, mostScreenshots).flatMap((item: unknown): Screenshot[] => {
    const { file, alt = "" } =
      typeof item === "string" ? { file: item } : ((item ?? {}) as { file?: unknown; alt?: unknown });
    if (typeof file !== "string" || typeof alt !== "string") {
      complain("screenshots", words.noFile(shown(item)), words.writeNames);
      return [];
    }
    if (!/^[^/\\]+\.(png|jpe?g|webp|gif)$/i.test(file) || (files && !files.includes(file))) {
      complain(
        "screenshots",
        /[/\\:]/.test(file) ? words.notBare(quote(file)) : words.noPicture(quote(file)),
        words.putPicture,
      );
      return [];
    }
    return [{ file, alt }];
  });
}

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

/**
 * The body of a README as HTML that is safe on our origin: known tags and attributes only, no style, no class, no id, links to http, https
 * and mailto, pictures of the folder itself. Headings begin at h3, below the page's own.
 */
export function renderReadme(body: string, pictureOf: PictureOf): string {
  return sanitizeHtml(toHtml(body), {
    allowedTags: [
      "h3",
      "h4",
      "h5",
      "h6",
      "p",
      "ul",
      "ol",
      "li",
      "blockquote",
      "pre",
      "code",
      "em",
      "strong",
      "del",
      "ins",
      "sub",
      "sup",
      "kbd",
      "samp",
      "var",
      "a",
      "img",
      "br",
      "hr",
      "table",
      "thead",
      "tbody",
      "tfoot",
      "tr",
      "th",
      "td",
      "dl",
      "dt",
      "dd",
      "details",
      "summary",
      "abbr",
    ],
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
    nonTextTags: [
      "script",
      "style",
      "textarea",
      "option",
      "noscript",
      "title",
      "template",
      "xmp",
      "iframe",
      "object",
      "svg",
      "math",
    ],
    nestingLimit: 60,
    transformTags: {
      h1: "h3",
      h2: "h3",
      h3: "h4",
      h4: "h5",
      h5: "h6",
      // Blocks that may scroll sideways must be reachable by keyboard.
      pre: reachable,
      table: reachable,
      a: (tagName, { href }) => {
        const address = href === undefined ? null : safeAddress(href, true);
        return { tagName, attribs: address ? { href: address, rel: "external nofollow noopener" } : {} };
      },
      img: (tagName, { src = "", alt = "" }) => {
        const picture = pictureOf(decodeName(src));
        if (!picture) return { tagName: "em", text: alt, attribs: {} };
        return {
          tagName,
          attribs: {
            src: picture.src,
            alt,
            width: String(picture.width),
            height: String(picture.height),
            loading: "lazy",
          },
        };
      },
    },
  });
}

const reachable = (tagName: string): sanitizeHtml.Tag => ({ tagName, attribs: { tabindex: "0" } });

/** Pictures of the folder that the body shows, in order, each once. */
export function picturesIn(body: string): string[] {
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
