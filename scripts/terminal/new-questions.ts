import { controlCharacter } from "../../src/registry/model/folder-name.ts";
import { questions as words } from "../../src/strings/commands.ts";
import { schemaChoice } from "../../src/strings/schema.ts";
import { defaultSchema } from "../../src/registry/model/releases.ts";
import type { SchemaVersion } from "../../src/registry/model/types.ts";
import { readFileSync, statSync } from "node:fs";
import { parseImage } from "../../src/registry/model/image-reference.ts";
import { properExtension, readImage, shownTypes } from "../../src/icons/inspect/format.ts";
import { compareVersions, likelyVersion, newestKasm } from "../../src/registry/model/kasm-versions.ts";
import { architectureFor } from "../../src/registry/check/architecture.ts";
import type { Question } from "./ask.ts";
import { UsageError } from "./cli.ts";

/** The questions about a new workspace, and how each answer is read. */

/** The same question as in the builder, with the same answers in the same order. */
export function schemaQuestion(): Question<SchemaVersion> {
  const { question, answers } = schemaChoice;
  const versions = Object.keys(answers) as SchemaVersion[];
  const read = (text: string): SchemaVersion => {
    const version = versions.find((known) => known === text);
    if (version === undefined) throw new UsageError(words.badSchema(text, versions));
    return version;
  };
  const lines = versions.map((version) => `  ${version}  ${answers[version].join(". ")}`);
  return {
    option: "schema",
    text: [question, ...lines, words.schema].join("\n"),
    fallback: defaultSchema,
    read,
  };
}

export function imageQuestion(): Question<string> {
  const read = (text: string): string => {
    const parsed = parseImage(text);
    if ("cause" in parsed) throw new UsageError(words.badImage(text, parsed.cause, parsed.cure));
    return text;
  };
  return { option: "image", text: words.image, fallback: null, read };
}

export function nameQuestion(suggestion: string): Question<string> {
  const read = (text: string): string => {
    if (text === "") throw new UsageError(words.noName);
    if (controlCharacter.test(text) || text.length > 200) throw new UsageError(words.badName);
    return text;
  };
  return { option: "name", text: words.name, fallback: suggestion || null, read };
}

export function descriptionQuestion(name: string): Question<string> {
  return {
    option: "description",
    text: words.description,
    fallback: words.defaultDescription(name),
    read: (text) => text,
  };
}

export function categoryQuestion(): Question<string[]> {
  return {
    option: "category",
    text: words.categories,
    fallback: "",
    read: listOf,
  };
}

export function architectureQuestion(suggestion: string): Question<string[]> {
  const read = (text: string): string[] => {
    const names = listOf(text).map((typed) => {
      const name = architectureFor(typed);
      if (name === null) throw new UsageError(words.badArchitecture(typed));
      return name;
    });
    if (names.length === 0) throw new UsageError(words.noArchitecture);
    return [...new Set(names)];
  };
  return { option: "arch", text: words.architectures, fallback: suggestion || "amd64", read };
}

export function versionQuestion(suggestion: string): Question<string[]> {
  const read = (text: string): string[] => {
    const versions = listOf(text).map((typed) => {
      const version = likelyVersion(typed);
      if (version === null) throw new UsageError(words.badVersion(typed, newestKasm));
      return version;
    });
    if (versions.length === 0) throw new UsageError(words.noVersion(newestKasm));
    return [...new Set(versions)].sort(compareVersions);
  };
  return {
    option: "compat",
    text: words.versions,
    fallback: suggestion || newestKasm,
    read,
  };
}

export function sizeQuestion(): Question<number> {
  const read = (text: string): number => {
    if (!/^\d{1,9}$/.test(text)) throw new UsageError(words.badSize(text));
    return Number(text);
  };
  return { option: "size", text: words.size, fallback: "0", read };
}

/** A picture for the icon; `extension` is that of its content, whatever the file is named. */
export interface IconAnswer {
  bytes: Uint8Array;
  extension: string;
}

/** `open` turns what was typed into a path. */
export function iconQuestion(open: (typed: string) => string): Question<IconAnswer | null> {
  const read = (text: string): IconAnswer | null => {
    if (text === "") return null;
    const path = open(text);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile()) throw new UsageError(words.noFile(text));
    if (stats.size > 10 * 1024 * 1024) throw new UsageError(words.largeFile(text));
    const bytes = readFileSync(path);
    const picture = readImage(bytes);
    if (!picture || !shownTypes.has(picture.format)) throw new UsageError(words.notPicture(text));
    return { bytes, extension: properExtension(picture.format) };
  };
  return { option: "icon", text: words.icon, fallback: "", read };
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
}
