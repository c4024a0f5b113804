/** Texts in the language of the registry. A text that src/strings/<lang>/ does not have is taken from src/strings/en/, key by key. */

/** Any subset of a file of en/, at any depth; a list is replaced as a whole. */
export type Translation<En> = En extends string
  ? string
  : En extends (...args: infer Args) => unknown
    ? (...args: Args) => string
    : En extends readonly unknown[]
      ? { readonly [Place in keyof En]: Translation<En[Place]> }
      : { readonly [Key in keyof En]?: Translation<En[Key]> };

/** The tables of a language, the best first (`de-AT` before `de`), by file: "site", "problems". None for English. */
export interface Language {
  tag: string;
  tables: Readonly<Record<string, readonly object[]>>;
  /** English texts that stood in for missing ones of another language. */
  english?: Set<string>;
}

// Shared by all copies of this module: Astro bundles pages with one of their own, in the process of the command.
const key = Symbol.for("kasm-workspace-registry language");
const shared = globalThis as { [key]?: Language };
const english: Language = { tag: "en", tables: {} };

export function currentLanguage(): Language {
  return shared[key] ?? english;
}

export function setLanguage({ tag, tables }: Language): void {
  shared[key] = { tag, tables, ...(/^en\b/i.test(tag) ? {} : { english: new Set() }) };
}

/** `en` with each text looked up when it is read: modules may be loaded before the language is known. */
export function translated<En extends object>(part: string, en: En): En {
  return withTables(en, () => currentLanguage().tables[part] ?? [], noteEnglish);
}

/** `en` with the texts of the first table that has them in their place; `missing` gets each text that no table has. */
export function withTables<En extends object>(
  en: En,
  tables: () => readonly object[],
  missing = (text: unknown): unknown => text,
): En {
  const groups = new Map<PropertyKey, object>();
  return new Proxy(en, {
    get(target, name) {
      const text: unknown = Reflect.get(target, name);
      if (isGroup(text)) {
        const group =
          groups.get(name) ??
          withTables(text, () => valuesOf(tables(), name).filter((value) => isGroup(value)), missing);
        groups.set(name, group);
        return group;
      }
      return valuesOf(tables(), name)[0] ?? missing(text);
    },
  });
}

/** Attributes for a text that is English on a page of another language, for want of a translation. */
export function untranslated(text: string): { lang: "en"; dir: "ltr" } | Record<string, never> {
  return currentLanguage().english?.has(text) ? { lang: "en", dir: "ltr" } : {};
}

/** Remembers an English text, each of a list and each that a function makes. */
function noteEnglish(text: unknown): unknown {
  const { english } = currentLanguage();
  if (!english) return text;
  if (typeof text === "function")
    return (...args: unknown[]) => noteEnglish((text as (...args: unknown[]) => unknown)(...args));
  if (typeof text === "string") english.add(text);
  else if (typeof text === "object" && text !== null) Object.values(text).forEach(noteEnglish);
  return text;
}

function valuesOf(tables: readonly object[], name: PropertyKey): unknown[] {
  return tables.flatMap((table) => (Object.hasOwn(table, name) ? [Reflect.get(table, name) as unknown] : []));
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
