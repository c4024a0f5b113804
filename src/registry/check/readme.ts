import { isObject } from "../model/json.ts";
import matter from "gray-matter";
import { closest } from "../model/closest.ts";
import { readme as words, schema } from "../../strings/check.ts";
import { describe, quote, textBefore } from "../model/text.ts";
import { dayOf, isDay } from "../model/day.ts";
import type { FindWorkspace, Retirement } from "../model/retirement.ts";
import { screenshotName } from "../model/screenshot-name.ts";

/** README.md of a workspace: YAML front matter for the facts, Markdown for the page. Nothing in it is trusted. */

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
  deprecated: Retirement | null;
}

/** A mistake in README.md, worded by problems.ts; lines count from 1. */
export interface ReadmeFault {
  code: "readme-front-matter" | "readme-key" | "replaced-by-unknown";
  args: Record<string, string>;
  line: number;
}

export interface ReadmeParts {
  facts: ReadmeFacts;
  /** The Markdown after the front matter. */
  body: string;
  faults: ReadmeFault[];
}

const keys = [
  "homepage",
  "source",
  "license",
  "maintainer",
  "support",
  "screenshots",
  "deprecated",
] as const satisfies (keyof ReadmeFacts)[];
const retirementKeys = ["since", "because", "replaced_by"] as const;
/** Of one workspace, also of those that the body shows. */
export const mostScreenshots = 12;
/** UTF-16 code units. */
const longestFrontMatter = 20_000;
/** UTF-16 code units of Markdown that are shown; the rest of a longer README is left out. */
export const longestBody = 100_000;

/**
 * Takes a README apart. Never throws: what cannot be used is left out and named in `faults`.
 * @param files names of the files beside it, for the screenshots; null where there is no folder
 * @param find looks up the workspace that replaces a deprecated one; without it, the text stays as written
 */
export function parseReadme(
  text: string,
  files: readonly string[] | null,
  find: FindWorkspace = (text) => text,
): ReadmeParts {
  const facts: ReadmeFacts = {
    homepage: null,
    source: null,
    license: null,
    maintainer: null,
    support: null,
    screenshots: [],
    deprecated: null,
  };
  const faults: ReadmeFault[] = [];
  const { data, body, fault } = splitFrontMatter(text);
  if (fault) faults.push(fault);
  const lines = text.slice(0, longestFrontMatter).split(/\r\n?|\n/);
  const lineOf = (key: string): number =>
    Math.max(1, lines.map((line) => line.trimStart()).findIndex((line) => isLineOf(line, key)) + 1);
  const complain: Complain = (key, cause, cure) => {
    // Lists, mappings and dates can be keys in YAML, and come as texts that nobody wrote.
    const isWritten = lines.some((line) => line.includes(key));
    const args = { key: isWritten ? quote(key) : words.oddKey, cause, cure };
    faults.push({ code: "readme-key", args, line: lineOf(key) });
  };
  for (const [key, value] of Object.entries(data))
    if (value !== null && value !== "") readFact(facts, key, value, files, complain);
  const { deprecated } = facts;
  if (!deprecated) return { facts, body, faults };
  // YAML makes another day of one that no calendar has.
  if (deprecated.since !== "" && !text.includes(deprecated.since)) {
    complain(
      "deprecated",
      words.noDay(lines.find((line) => line.includes("since"))?.trim() ?? ""),
      words.writeDay,
    );
    deprecated.since = "";
  }
  if (deprecated.replacedBy !== "") {
    const slug = find(deprecated.replacedBy);
    const args = { key: "replaced_by", found: quote(deprecated.replacedBy) };
    const line = Math.max(lineOf("deprecated"), lineOf("replaced_by"));
    if (slug === null) faults.push({ code: "replaced-by-unknown", args, line });
    deprecated.replacedBy = slug ?? "";
  }
  return { facts, body, faults };
}

const isLineOf = (line: string, key: string): boolean =>
  line.startsWith(`${key}:`) || line.startsWith(`"${key}"`) || line.startsWith(`'${key}'`);

type Complain = (key: string, cause: string, cure: string) => void;

function readFact(
  facts: ReadmeFacts,
  key: string,
  value: unknown,
  files: readonly string[] | null,
  complain: Complain,
): void {
  if (key === "screenshots") {
    facts.screenshots = readScreenshots(value, files, complain);
  } else if (key === "deprecated") {
    facts.deprecated = readDeprecated(value, complain);
  } else if (key === "license" || key === "maintainer") {
    if (typeof value === "string") facts[key] = value.trim();
    else complain(key, words.notText(shown(value)), words.putInQuotes);
  } else if (key === "homepage" || key === "source" || key === "support") {
    const isMail = key === "support";
    facts[key] = typeof value === "string" ? safeAddress(value, isMail) : null;
    if (facts[key] === null)
      complain(key, words.noAddress(shown(value)), isMail ? words.fullAddressOrMail : words.fullAddress);
  } else {
    const near = closest(key, keys);
    complain(key, words.unknownKey, near ? schema.didYouMean(near) : words.keys(keys));
  }
}

/** `true`, or an object of since, because and replaced_by. */
function readDeprecated(value: unknown, complain: Complain): Retirement | null {
  if (value === false) return null;
  const retirement: Retirement = { since: "", because: "", replacedBy: "" };
  if (value === true) return retirement;
  if (!isObject(value) || (value as object) instanceof Date) {
    complain("deprecated", words.notDeprecated(shown(value)), words.writeDeprecated);
    return null;
  }
  for (const [key, said] of Object.entries(value as Record<string, unknown>)) {
    const text = said instanceof Date ? dayOf(said.getTime()) : said;
    if (text === null || text === "") continue;
    if (!retirementKeys.some((known) => known === key)) {
      const near = closest(key, retirementKeys);
      const cure = near ? schema.didYouMean(near) : words.keys(retirementKeys);
      complain("deprecated", words.unknownDeprecatedKey(quote(key)), cure);
    } else if (key === "since") {
      if (typeof text === "string" && isDay(text)) retirement.since = text;
      else complain("deprecated", words.noDay(`since: ${shown(text)}`), words.writeDay);
    } else if (typeof text !== "string") {
      complain("deprecated", words.noText(`${key}: ${shown(text)}`), words.putInQuotes);
    } else retirement[key === "because" ? "because" : "replacedBy"] = text.trim();
  }
  return retirement;
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

const refuse = (): never => {
  throw new Error(words.yamlOnly);
};
const engine = { parse: refuse, stringify: refuse };
/** gray-matter would run `---js` and read `---json`; all engines but that of YAML are replaced by a refusal. */
const engines = { js: engine, javascript: engine, json: engine, coffee: engine, toml: engine };

/** The text up to what is read of it: libraries take minutes over megabytes that look like front matter. */
function splitFrontMatter(whole: string): { data: object; body: string; fault: ReadmeFault | null } {
  const text = whole.slice(0, longestFrontMatter + longestBody);
  const opening = /^\uFEFF?---/.test(text);
  const closing = opening ? text.indexOf("\n---", 3) : -1;
  if (opening && (closing < 0 || closing > longestFrontMatter)) {
    const cause = closing < 0 ? words.noEnd : words.tooLong(longestFrontMatter);
    return { data: {}, body: closing < 0 ? "" : text.slice(closing + 4), fault: frontMatterFault(cause, 1) };
  }
  try {
    const { data, content } = matter(text, { language: "yaml", engines });
    if (isObject(data)) return { data, body: content, fault: null };
    return { data: {}, body: content, fault: frontMatterFault(words.noList, 1) };
  } catch (error) {
    const { reason, message, mark } = error as YamlError;
    const body = text.replace(/^\uFEFF?---[^\n]*\n[\s\S]*?\n---[^\n]*(\n|$)/, "");
    const cause = textBefore(reason ?? message ?? words.unreadable, "\n");
    return { data: {}, body, fault: frontMatterFault(cause, (mark?.line ?? 0) + 1) };
  }
}

/** The error that js-yaml throws. */
type YamlError = { reason?: string; message?: string; mark?: { line?: number } };

function frontMatterFault(cause: string, line: number): ReadmeFault {
  return { code: "readme-front-matter", args: { cause, cure: words.writeYaml }, line };
}

function readScreenshots(value: unknown, files: readonly string[] | null, complain: Complain): Screenshot[] {
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
    if (!screenshotName.test(file) || (files && !files.includes(file))) {
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
