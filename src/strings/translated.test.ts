import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, afterAll, expect, test } from "vitest";
import { textsOf } from "../publish/astro/one-language.ts";
import { setLanguage, translated, untranslated } from "./translated.ts";
import { foldersOf, useLanguage } from "./use-language.ts";

const en = {
  site: { skip: "Skip", copy: "Copy", steps: ["One", "Two"], areas: { account: ["User", "regular"] } },
  count: { files: (number: number) => `${number} files` },
};
const folder = mkdtempSync(join(tmpdir(), "strings-test-"));
const write = (lang: string, text: string): void => {
  mkdirSync(join(folder, lang), { recursive: true });
  writeFileSync(join(folder, lang, "site.ts"), text);
};

beforeAll(() => {
  write("de", 'export const site = { skip: "Zum Inhalt", copy: "Kopieren", areas: {} };');
  write("de-AT", 'export const site = { copy: "Abschreiben", steps: ["Eins"] as string[] };');
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => setLanguage({ tag: "en", tables: {} }));

test("texts that were imported before the language is known are read in it; each missing one is English", () => {
  const { site, count } = translated("site", en);
  expect(site.skip).toBe("Skip");
  expect(useLanguage("de-AT", folder)).toBe(true);
  expect(useLanguage("de-AT", folder)).toBe(false);
  expect([site.skip, site.copy, site.steps]).toEqual(["Zum Inhalt", "Abschreiben", ["Eins"]]);
  expect(site.areas.account).toEqual(["User", "regular"]);
  expect(count.files(2)).toBe("2 files");
  expect(Object.entries(site).map(([name]) => name)).toEqual(Object.keys(en.site));
  expect(translated("builder", en).site.skip).toBe("Skip");
  useLanguage("de", folder);
  expect(site.copy).toBe("Kopieren");
  useLanguage("pt-BR", folder);
  expect(site.copy).toBe("Copy");
});

test("each text without a translation is marked as English on a page of another language", () => {
  const { site, count } = translated("site", en);
  const english = { lang: "en", dir: "ltr" };
  useLanguage("de", folder);
  expect([untranslated(site.skip), untranslated(site.steps[0]!)]).toEqual([{}, english]);
  expect(untranslated(site.areas.account[1]!)).toEqual(english);
  expect(untranslated(count.files(2))).toEqual(english);
  expect(untranslated("A text of an author")).toEqual({});
  useLanguage("de-AT", folder);
  expect(untranslated(site.steps[0]!)).toEqual({});
  setLanguage({ tag: "en-GB", tables: {} });
  expect([untranslated(site.skip), untranslated(count.files(2))]).toEqual([{}, {}]);
});

test.each([
  ["de-AT", ["de-AT", "de"]],
  ["de", ["de"]],
  ["es-MX", ["es"]],
  ["ar-EG", ["ar"]],
  ["pt", ["pt-BR"]],
  ["pt-PT", ["pt-BR"]],
  ["zh", ["zh-Hans"]],
  ["zh-CN", ["zh-Hans"]],
  ["zh-SG", ["zh-Hans"]],
  ["zh-Hant", []],
  ["zh-TW", []],
  ["zh-HK", []],
  ["sr-Latn", []],
  ["en-GB", []],
  ["en-XA", ["en-XA"]],
  ["nl", []],
])("%s is served by %j", (tag, folders) =>
  expect(foldersOf(tag, ["ar", "de", "de-AT", "en-XA", "es", "no tag", "pt-BR", "sr", "zh-Hans"])).toEqual(
    folders,
  ),
);

test("the browser's bundle holds English alone, or English below the translation of the page", () => {
  write("en", 'export const site = { skip: "Skip", copy: "Copy" }; export const other = { a: "A" };');
  expect(textsOf("site", `${folder}/`)).toBe('export * from "./en/site.ts";');
  useLanguage("de-AT", folder);
  const lines = textsOf("site", `${folder}/`).split("\n");
  expect(lines).toContain("export const site = /*#__PURE__*/ withTables(en.site, () => [t0.site, t1.site]);");
  expect(lines).toContain("export const other = en.other;");
  // Every text of the group has a translation.
  useLanguage("de", folder);
  expect(textsOf("site", `${folder}/`).split("\n")).toContain("export const site = t0.site;");
});
