import { expect, test } from "vitest";
import { directionOf, languageTag, likelyLanguageTag } from "./language.ts";

test.each([
  ["de-at", "de-AT"],
  ["zh-hant-tw", "zh-Hant-TW"],
  ["ger", "de"],
  ["qq", null],
  ["german", null],
  ["de_AT", null],
  ["", null],
  [1, null],
])("the tag of %j is %j", (value, tag) => expect(languageTag(value)).toBe(tag));

test.each([
  ["ar-EG", "rtl"],
  ["he", "rtl"],
  ["fa", "rtl"],
  ["ur", "rtl"],
  ["az-Arab", "rtl"],
  ["az", "ltr"],
  ["zh-Hans", "ltr"],
  ["en-XA", "ltr"],
])("%s is written %s", (tag, direction) => expect(directionOf(tag)).toBe(direction));

test.each([
  [" de_DE ", "de-DE"],
  ["pt BR", "pt-BR"],
  ["de_DE.UTF-8", "de-DE"],
  ["de_DE.utf8", "de-DE"],
  ["German", "de"],
  ["DEUTSCH", "de"],
  ["Germann", "de"],
  ["français", "fr"],
  ["nothing like it", null],
  ["", null],
])("%j probably means %j", (written, tag) => expect(likelyLanguageTag(written)).toBe(tag));
