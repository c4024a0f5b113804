import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { ruleWords, flagIdWords, topicWords } from "./en/findings.ts";
import { setLanguage, translated } from "./translated.ts";
import { useLanguage } from "./use-language.ts";

// Every translation, text by text, against the English that it stands for.

const languages = readdirSync(import.meta.dirname, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && entry.name !== "en" ? entry.name : [],
);
const files = languages.flatMap((language) =>
  readdirSync(join(import.meta.dirname, language)).map((file) => [language, file] as const),
);

afterEach(() => setLanguage({ tag: "en", tables: {} }));

type Module = Record<string, unknown>;
type Text = (...args: unknown[]) => unknown;
const load = async (...path: string[]): Promise<Module> =>
  (await import(pathToFileURL(join(import.meta.dirname, ...path)).href)) as Module;

/** Texts that are the same in many languages: names, and words that German and others took over. */
const sameEverywhere =
  /^(Docker Hub|docker run|Kasm [\d.]+|Atom feed|JSON feed|Seccomp, AppArmor, SELinux|Namespaces, sysctls)$/;

test.each(languages)("the folder %s has a language as its name", (language) => {
  expect(Intl.getCanonicalLocales(language)).toEqual([language]);
});

test.each(files)(
  "%s/%s translates texts that exist, whole and with what stands in them",
  async (language, file) => {
    // Helpers of the language's own.
    if (!existsSync(join(import.meta.dirname, file))) return expect(file).toBe("count.ts");
    expect(faultsOf(await load(language, file), await load("en", file), file)).toEqual([]);
  },
);

test.each(files)("%s/%s has types, so that a misspelt name does not compile", (language, file) => {
  if (file === "count.ts") return;
  const source = readFileSync(join(import.meta.dirname, language, file), "utf8");
  const [exports, types] = [/^export const \w+/gm, /Translation</g].map((part) => source.match(part)?.length);
  expect(types, "Write export const x: Translation<typeof en.x> = {…}").toBe(exports);
});

/** A page marks the names of findings in English by one of them. */
test.each(files.filter(([, file]) => file === "findings.ts"))(
  "%s names all findings, flags and chapters",
  (language) => {
    useLanguage(language);
    for (const [name, en] of Object.entries({ ruleWords, flagIdWords, topicWords })) {
      const words = translated("findings", { [name]: en })[name] as Record<
        string,
        { title: string; short?: string }
      >;
      const english = Object.entries(en as typeof words).filter(([id, { title, short }]) =>
        [
          words[id]!.title === title && / /.test(title),
          short !== undefined && words[id]!.short === short,
        ].includes(true),
      );
      expect(
        english.map(([id]) => id),
        name,
      ).toEqual([]);
    }
  },
);

function faultsOf(text: unknown, en: unknown, path: string): string[] {
  if (en === undefined)
    return /\.short$/.test(path) && typeof text === "string" ? [] : [`${path}: not in English`];
  if (Array.isArray(text) !== Array.isArray(en) || typeof text !== typeof en)
    return [`${path}: another type`];
  if (typeof text === "string") return textFaults(text, String(en)).map((fault) => `${path}: ${fault}`);
  if (typeof text === "function")
    return functionFaults(text as Text, en as Text).map((fault) => `${path}: ${fault}`);
  if (Array.isArray(text) && text.length !== (en as unknown[]).length) return [`${path}: another length`];
  return Object.entries(text as Module).flatMap(([name, value]) => {
    const own = Object.hasOwn(en as Module, name) ? (en as Module)[name] : undefined;
    return faultsOf(value, own, `${path} ${name}`.replace(" short", ".short"));
  });
}

/** Code, and names with an underscore, which nobody translates. */
const codeOf = (text: string): string[] => [...new Set(text.match(/`[^`]+`|\w+_\w+/g))].sort();

function textFaults(text: string, en: string): string[] {
  return [
    text.trim() === "" && en.trim() !== "" && "empty",
    // French has a narrow space before the colon that the page adds.
    /^\s|[^\S\u202f]$/.test(text) && "space around it",
    /undefined|NaN|\[object/.test(text) && "a value is missing",
    codeOf(text).join() !== codeOf(en).join() &&
      `code ${codeOf(text).join()} instead of ${codeOf(en).join()}`,
    text === en &&
      /[a-z].* .*[a-z]/i.test(en.replace(/⟨\w*⟩/g, "")) &&
      !sameEverywhere.test(en) &&
      `English: ${en}`,
  ].filter((fault) => fault !== false);
}

/** What each argument of a text may be, by its name; text otherwise. A list of one name is written like that name. */
function samplesOf(name: string, place: number): unknown[] {
  if (/^(number|total|line|page|last|more|shown)$/.test(name)) return [1, 2, 3, 11, 37 + place];
  if (/^is[A-Z]/.test(name)) return [true, false];
  if (name === "names") return [["⟨names⟩"]];
  return [
    name.startsWith("{")
      ? { since: "2026-11-29", because: "⟨because⟩.", replacement: "⟨replacement⟩" }
      : `⟨${name}⟩`,
  ];
}

function functionFaults(text: Text, en: Text): string[] {
  if (text.length > en.length) return [`${text.length} arguments instead of ${en.length}`];
  return combinations(parametersOf(en).map(samplesOf)).flatMap((args) => {
    const [made, english] = [text(...args), en(...args)].map(String) as [string, string];
    // A language may have words for one, two or few; a larger number is written.
    const values = english.match(/⟨\w+⟩|37|38|39/g) ?? [];
    const missing = values.filter((value) => !digitsOf(made).includes(value));
    return [...textFaults(made, english), ...missing.map((value) => `lacks ${value}`)].map(
      (fault) => `(${args.map(String).join(", ")}) ${fault}`,
    );
  });
}

/** The text with the digits of any script as 0 to 9. */
const digitsOf = (text: string): string =>
  text.replace(/[٠-٩]/g, (digit) => String(digit.codePointAt(0)! - "٠".codePointAt(0)!));

function parametersOf(text: Text): string[] {
  const [, list] = /^\(?((?:\{[^}]*\}|[^)={])*)/.exec(text.toString())!;
  return list!
    .replace(/\{[^}]*\}/g, "{")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

const combinations = (lists: unknown[][]): unknown[][] =>
  lists.reduce<unknown[][]>(
    (all, list) => all.flatMap((args) => list.map((value) => [...args, value])),
    [[]],
  );
