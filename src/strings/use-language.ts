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

/** The files of a language, those of the most exact tag first. */
export function translationsOf(tag: string, folder = stringsFolder()): { part: string; path: string }[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return tagsOf(tag).flatMap((wanted) =>
    folders
      .filter(({ name }) => name.toLowerCase() === wanted.toLowerCase())
      .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => join(name, file)))
      .filter((file) => file.endsWith(".ts") && !/\.(test|d)\.ts$/.test(file))
      .map((file) => ({ part: basename(file, ".ts"), path: join(folder, file) })),
  );
}

/** "de-Latn-AT" → itself, "de-Latn", "de"; nothing for "en", whose texts are always there. */
function tagsOf(tag: string): string[] {
  const subtags = tag.split("-");
  return subtags
    .map((_, i) => subtags.slice(0, subtags.length - i).join("-"))
    .filter((part) => part !== "en");
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
