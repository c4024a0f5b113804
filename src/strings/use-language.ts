import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { currentLanguage, setLanguage } from "./translated.ts";

/** Makes this the language of all texts; true when it was another one before. `de-AT` takes texts from de-AT/, then de/, then en/. */
export function useLanguage(tag: string, folder = stringsFolder()): boolean {
  if (currentLanguage().tag === tag) return false;
  const tables: Record<string, object[]> = {};
  for (const file of translationsOf(tag, folder)) (tables[file.part] ??= []).push(load(file.path));
  setLanguage({ tag, tables });
  return true;
}

/** The files of a language, those of the best folder first. */
export function translationsOf(tag: string, folder = stringsFolder()): { part: string; path: string }[] {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && entry.name !== "en" ? entry.name : [],
  );
  return foldersOf(tag, names)
    .flatMap((name) => readdirSync(join(folder, name)).map((file) => join(name, file)))
    .filter((file) => file.endsWith(".ts") && !/\.(test|d)\.ts$/.test(file))
    .map((file) => ({ part: basename(file, ".ts"), path: join(folder, file) }));
}

/**
 * The names that serve a tag, the best first: "de-AT", then "de"; without those one of the same language and script, so "pt-BR" for "pt" and
 * "zh-Hans" for "zh-CN", but not for "zh-TW".
 */
export function foldersOf(tag: string, names: readonly string[]): string[] {
  const same = names.filter((name) => scriptOf(name) === scriptOf(tag));
  const exact = same.filter((name) => `${tag}-`.toLowerCase().startsWith(`${name}-`.toLowerCase()));
  // English of any country is better served by the texts that are always there.
  return exact.length > 0 || /^en\b/i.test(tag) ? exact.sort((a, b) => b.length - a.length) : same;
}

/** "zh-Hans" for "zh", "zh-CN" and "zh-SG"; "" for what is no tag. */
function scriptOf(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return "";
  }
}

/** Beside this file, or below the project's root where a bundler has moved this code elsewhere. */
function stringsFolder(): string {
  return existsSync(join(import.meta.dirname, "en"))
    ? import.meta.dirname
    : join(process.cwd(), "src/strings");
}

function load(path: string): object {
  // Not import(), which would make every reader of a registry asynchronous.
  return createRequire(path)(path) as object;
}
