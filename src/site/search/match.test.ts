import { expect, test } from "vitest";
import { card } from "./cards.fixture.ts";
import { createMatcher, distance, fold } from "./match.ts";

const cards = [
  card("Firefox", {
    images: ["kasmweb/firefox:1.17.0"],
    categories: ["Browser"],
    description: "A web browser that respects your privacy.",
  }),
  card("Visual Studio Code", {
    images: ["kasmweb/vs-code:1.17.0"],
    categories: ["Development"],
    description: "A code editor.",
  }),
  card("LibreOffice", { images: ["kasmweb/libre-office:1.16.0"], categories: ["Office"] }),
  card("Tor Browser", { images: ["kasmweb/tor-browser:1.17.0"], categories: ["Browser"] }),
  card("中文桌面", { images: ["ghcr.io/example/desktop-zh:1"], description: "简体中文桌面环境" }),
  card("مُتَصَفِّح الإنترنت", { images: ["ghcr.io/example/app-ar:1"] }),
  card("Éditeur de schémas", { images: ["ghcr.io/example/schema:1"] }),
  card("Go", { images: ["ghcr.io/example/go:1"] }),
];
const match = createMatcher(cards);
const find = (query: string): string[] =>
  [...match(query)].sort(([a, x], [b, y]) => y - x || a - b).map(([number]) => cards[number]!.name);

test.each([
  ["the beginning of a name", "fire", ["Firefox"]],
  ["any case", "FIREFOX", ["Firefox"]],
  ["the image, without its hyphen", "vscode", ["Visual Studio Code"]],
  ["the image, with its hyphen", "vs-code", ["Visual Studio Code"]],
  ["a name written apart", "libre office", ["LibreOffice"]],
  ["an abbreviation written apart", "vs code", ["Visual Studio Code"]],
  ["a letter left out", "firfox", ["Firefox"]],
  ["two letters swapped", "fierfox", ["Firefox"]],
  ["a wrong letter", "firefix", ["Firefox"]],
  ["a mistake while still typing", "visul", ["Visual Studio Code"]],
  ["two mistakes in a long word", "libroffise", ["LibreOffice"]],
  ["a word of the description", "privacy", ["Firefox"]],
  ["words in any order", "browser tor", ["Tor Browser"]],
  ["Chinese inside a run", "桌面", ["中文桌面"]],
  ["one Chinese character", "文", ["中文桌面"]],
  ["Arabic without vowel marks and hamza", "متصفح الانترنت", ["مُتَصَفِّح الإنترنت"]],
  ["accented letters typed plainly", "editeur", ["Éditeur de schémas"]],
  ["accented letters typed as such", "schémas", ["Éditeur de schémas"]],
  ["nothing that is there", "zzzz", []],
  ["only punctuation", "--", []],
  ["one word that is there and one that is not", "firefox zzzz", []],
])("finds %s: %s", (_, query, names) => {
  expect(find(query)).toEqual(names);
});

test("a match in the name comes before one in category or description", () => {
  expect(find("browser")).toEqual(["Tor Browser", "Firefox"]);
});

test.each([
  ["no typing error in three letters", "fax", "fix", false],
  ["one typing error in four letters", "mail", "mall", true],
  ["one typing error in seven letters", "desxtop", "desktop", true],
  ["no second typing error in seven letters", "dexxtop", "desktop", false],
  ["two typing errors in eight letters", "texxinal", "terminal", true],
  ["no third typing error in eight letters", "texxxnal", "terminal", false],
])("forgives %s", (_, query, name, isFound) => {
  expect(createMatcher([card(name)])(query).size).toBe(isFound ? 1 : 0);
});

test("distance counts to the nearest beginning of the word, up to its limit", () => {
  expect(distance("fire", "firefox", 1)).toBe(0);
  expect(distance("frie", "firefox", 1)).toBe(1);
  expect(distance("kitten", "sitting", 2)).toBe(2);
  expect(distance("abc", "xyz", 1)).toBe(2);
});

test("folding keeps letters of every script", () => {
  expect(fold("Ünïcode 中文 Ω")).toBe("unicode 中文 ω");
});

test("odd text neither breaks nor slows it", () => {
  const odd = createMatcher([
    card("\ud800", { description: "a".repeat(100_000) }),
    card("__proto__"),
    card("constructor"),
  ]);
  expect(odd("constructor").size).toBe(1);
  expect(odd("__proto__").size).toBe(1);
  expect(odd("a".repeat(200)).size).toBe(1);
});

test("ranks an exact word above a misspelt one", () => {
  const match = createMatcher([card("Tor Browsre"), card("Tor Browser"), card("Tor")]);
  const scores = match("tor browser");
  expect([...scores.keys()]).toEqual([1]);
  const misspelt = createMatcher([card("Reader", { description: "Pdf" }), card("Reader")]);
  const [exact] = [...misspelt("reader").values()];
  const [wrong] = [...misspelt("raeder").values()];
  expect(wrong! / exact!).toBeLessThanOrEqual(0.4);
});
