import { readFileSync, statSync } from "node:fs";
import { parseImage } from "../../src/registry/model/image-reference.ts";
import { properExtension, readImage, shownTypes } from "../../src/icons/inspect/format.ts";
import { compareVersions, likelyVersion, newestKasm } from "../../src/registry/model/kasm-versions.ts";
import { architectureFor } from "../../src/registry/check/schema.ts";
import type { Question } from "./ask.ts";
import { UsageError } from "./cli.ts";

/** What a new workspace is asked for, and how each answer is understood. */

export function imageQuestion(): Question<string> {
  const read = (text: string): string => {
    const parsed = parseImage(text);
    if ("cause" in parsed)
      throw new UsageError(`"${text}" is no docker image reference: ${parsed.cause}. ${parsed.cure}`);
    return text;
  };
  return { option: "image", text: "Docker image, with its tag", fallback: null, read };
}

export function nameQuestion(suggestion: string): Question<string> {
  const read = (text: string): string => {
    if (text === "") throw new UsageError("A workspace needs a name.");
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) || text.length > 200)
      throw new UsageError("A name is one line of at most 200 characters.");
    return text;
  };
  return { option: "name", text: "Name", fallback: suggestion || null, read };
}

export function descriptionQuestion(name: string): Question<string> {
  return {
    option: "description",
    text: "Description, a sentence or two",
    fallback: `${name}, in the browser.`,
    read: (text) => text,
  };
}

export function categoryQuestion(): Question<string[]> {
  return {
    option: "category",
    text: "Categories, at most three, separated by commas",
    fallback: "",
    read: listOf,
  };
}

export function architectureQuestion(suggestion: readonly string[]): Question<string[]> {
  const read = (text: string): string[] => {
    const names = listOf(text).map((typed) => {
      const name = architectureFor(typed);
      if (name === null)
        throw new UsageError(`"${typed}" is no architecture that Kasm knows. Use amd64, arm64, or both.`);
      return name;
    });
    if (names.length === 0) throw new UsageError("Name amd64, arm64, or both.");
    return [...new Set(names)];
  };
  return { option: "arch", text: "Architectures", fallback: suggestion.join(",") || "amd64", read };
}

export function versionQuestion(): Question<string[]> {
  const read = (text: string): string[] => {
    const versions = listOf(text).map((typed) => {
      const version = likelyVersion(typed);
      if (version === null)
        throw new UsageError(`"${typed}" is no Kasm version. Write it like ${newestKasm}.`);
      return version;
    });
    if (versions.length === 0) throw new UsageError(`Name at least one Kasm version, like ${newestKasm}.`);
    return [...new Set(versions)].sort(compareVersions);
  };
  return {
    option: "compat",
    text: "Kasm versions it works with, separated by commas",
    fallback: newestKasm,
    read,
  };
}

export function sizeQuestion(): Question<number> {
  const read = (text: string): number => {
    if (!/^\d{1,9}$/.test(text)) throw new UsageError(`"${text}" is no whole number of megabytes.`);
    return Number(text);
  };
  return { option: "size", text: "Size of the pulled image in MB", fallback: "0", read };
}

/** A picture for the icon; `extension` is that of its content, whatever the file is named. */
export interface IconFile {
  bytes: Uint8Array;
  extension: string;
}

/** `open` turns what was typed into a path. */
export function iconQuestion(open: (typed: string) => string): Question<IconFile | null> {
  const read = (text: string): IconFile | null => {
    if (text === "") return null;
    const path = open(text);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile()) throw new UsageError(`There is no file ${text}.`);
    if (stats.size > 10 * 1024 * 1024) throw new UsageError(`${text} is larger than 10 MB.`);
    const bytes = readFileSync(path);
    const picture = readImage(bytes);
    if (!picture || !shownTypes.has(picture.format))
      throw new UsageError(
        `${text} is no picture that a browser shows. Use png, svg, webp, jpg, gif or ico.`,
      );
    return { bytes, extension: properExtension(picture.format) };
  };
  return { option: "icon", text: "Icon file (none: its initials are drawn)", fallback: "", read };
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
}
