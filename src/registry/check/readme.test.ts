import { expect, test } from "vitest";
import { readme as words, schema } from "../../strings/check.ts";
import { longestBody, mostScreenshots, parseReadme, safeAddress } from "./readme.ts";

const files = ["workspace.json", "shot.png", "two words.jpg"];

test("facts come from the front matter, the rest is the body", () => {
  const { facts, body, faults } = parseReadme(
    "---\nhomepage: https://example.org\nsource: https://example.org/src\nlicense: MIT\nmaintainer: Ann\nsupport: mailto:ann@example.org\nscreenshots:\n  - shot.png\n  - file: two words.jpg\n    alt: Two words\n---\n# Hello\n",
    files,
  );
  expect(facts).toEqual({
    homepage: "https://example.org/",
    source: "https://example.org/src",
    license: "MIT",
    maintainer: "Ann",
    support: "mailto:ann@example.org",
    deprecated: null,
    screenshots: [
      { file: "shot.png", alt: "" },
      { file: "two words.jpg", alt: "Two words" },
    ],
  });
  expect(body.trim()).toBe("# Hello");
  expect(faults).toEqual([]);
});

test("a README without front matter is all body", () => {
  expect(parseReadme("Just text\n\n---\n\nmore", files)).toMatchObject({
    body: "Just text\n\n---\n\nmore",
    faults: [],
  });
});

test.each([
  [
    "JavaScript",
    "---js\n{ homepage: (globalThis.ran = true, 'https://example.org') }\n---\nbody",
    "readme-front-matter",
    1,
  ],
  ["JavaScript by its long name", "---javascript\n{}\n---\nbody", "readme-front-matter", 1],
  ["JSON", "---json\n{}\n---\nbody", "readme-front-matter", 1],
  ["an unknown language", "---lua\nreturn {}\n---\nbody", "readme-front-matter", 1],
  ["broken YAML", "---\nhomepage: [\n---\nbody", "readme-front-matter", 3],
  ["a YAML list", "---\n- a\n---\nbody", "readme-front-matter", 1],
  [
    "a YAML tag that makes functions",
    "---\nlicense: !!js/function 'function(){}'\n---\nbody",
    "readme-front-matter",
    2,
  ],
  ["an unknown key", "---\nlicense: MIT\nhompage: https://example.org\n---\nbody", "readme-key", 3],
  ["a script address", "---\nhomepage: javascript:alert(1)\n---\nbody", "readme-key", 2],
  ["an address with a password", "---\nsource: https://a:b@example.org\n---\nbody", "readme-key", 2],
  ["a number for a text", "---\nlicense: 3\n---\nbody", "readme-key", 2],
  ["a screenshot that is not there", "---\nscreenshots: [none.png]\n---\nbody", "readme-key", 2],
  [
    "a screenshot from elsewhere",
    "---\nscreenshots: [https://example.org/a.png]\n---\nbody",
    "readme-key",
    2,
  ],
  ["a homepage by mail", "---\nhomepage: mailto:a@example.org\n---\nbody", "readme-key", 2],
  ["a screenshot outside the folder", "---\nscreenshots: [../other/shot.png]\n---\nbody", "readme-key", 2],
  ["a screenshot that is no picture", "---\nscreenshots: [workspace.json]\n---\nbody", "readme-key", 2],
])("%s is left out and named", (_, text, code, line) => {
  const { facts, body, faults } = parseReadme(text, files);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ code, line });
  expect(facts.homepage ?? facts.source).toBeNull();
  expect(facts.screenshots).toEqual([]);
  expect(body.trim()).toBe("body");
  expect(globalThis).not.toHaveProperty("ran");
});

test("a misspelt key comes with the right one", () => {
  expect(parseReadme("---\nhompage: https://example.org\n---\n", files).faults[0]!.args["cure"]).toBe(
    'Did you mean "homepage"?',
  );
});

const front = (...lines: string[]): string => `---\n${lines.join("\n")}\n---\nbody`;

test.each([
  ["homepage: ' http://example.org '", "http://example.org/"],
  ["homepage: ftp://example.org", null],
  ["homepage: https://me@example.org", null],
  ["homepage: https://:secret@example.org", null],
  ["homepage:", null],
  ["homepage: ''", null],
])("the homepage of %j is %j", (line, address) =>
  expect(parseReadme(front(line), files).facts.homepage).toBe(address),
);

test.each([
  ["https://example.org", true, "https://example.org/"],
  ["mailto:a@example.org", true, "mailto:a@example.org"],
  ["mailto:a@example.org", false, null],
  ["tel:1", true, null],
  ["example.org", true, null],
])("the address of %j, with mail %j, is %j", (text, mail, address) =>
  expect(safeAddress(text, mail)).toBe(address),
);

test("texts lose the spaces around them", () => {
  expect(parseReadme(front("license: ' MIT '", "maintainer: ' Ann '"), files).facts).toMatchObject({
    license: "MIT",
    maintainer: "Ann",
  });
});

test.each([
  [["deprecated: true"], { since: "", because: "", replacedBy: "" }],
  [["deprecated: false"], null],
  [["deprecated:"], null],
  [
    ["deprecated:", "  since: 2026-11-29", "  because: ' Old '", "  replaced_by: Beta"],
    { since: "2026-11-29", because: "Old", replacedBy: "beta" },
  ],
  [["deprecated: {since: '2026-11-29'}"], { since: "2026-11-29", because: "", replacedBy: "" }],
])("reads %j", (lines, deprecated) => {
  const { facts, faults } = parseReadme(front(...lines), files, (text) => text.toLowerCase());
  expect([facts.deprecated, faults]).toEqual([deprecated, []]);
});

test("names the line of a replacement that nobody has", () => {
  const { facts, faults } = parseReadme(
    front("license: MIT", "deprecated:", "  replaced_by: Gone"),
    files,
    () => null,
  );
  expect(facts.deprecated).toEqual({ since: "", because: "", replacedBy: "" });
  expect(faults).toEqual([
    { code: "replaced-by-unknown", args: { key: "replaced_by", found: '"Gone"' }, line: 4 },
  ]);
});

test("an empty key is no fault", () => {
  expect(parseReadme(front("homepage:", "license: ''", "screenshots:"), files).faults).toEqual([]);
});

test.each([
  ["license: 3", words.notText("3"), words.putInQuotes, 2],
  ["maintainer: [Ann]", words.notText("a list"), words.putInQuotes, 2],
  ["homepage: x", words.noAddress('"x"'), words.fullAddress, 2],
  ["support: x", words.noAddress('"x"'), words.fullAddressOrMail, 2],
  ["hompage: x", words.unknownKey, schema.didYouMean("homepage"), 2],
  [
    "colour: x",
    words.unknownKey,
    words.keys(["homepage", "source", "license", "maintainer", "support", "screenshots", "deprecated"]),
    2,
  ],
  [
    '"colour": x',
    words.unknownKey,
    words.keys(["homepage", "source", "license", "maintainer", "support", "screenshots", "deprecated"]),
    2,
  ],
  ["  homepage: x", words.noAddress('"x"'), words.fullAddress, 2],
  ["screenshots: [3]", words.noFile("3"), words.writeNames, 2],
  ["screenshots: [{alt: A}]", words.noFile("an object"), words.writeNames, 2],
  ["screenshots: [{file: shot.png, alt: 3}]", words.noFile("an object"), words.writeNames, 2],
  ["screenshots: a/shot.png", words.notBare('"a/shot.png"'), words.putPicture, 2],
  ["screenshots: a\\shot.png", words.notBare('"a\\\\shot.png"'), words.putPicture, 2],
  ["screenshots: none.png", words.noPicture('"none.png"'), words.putPicture, 2],
  ["deprecated: soon", words.notDeprecated('"soon"'), words.writeDeprecated, 2],
  ["'deprecated': 2026-01-01", words.notDeprecated("an object"), words.writeDeprecated, 2],
  ["deprecated: [a]", words.notDeprecated("a list"), words.writeDeprecated, 2],
  ["deprecated: {since: soon}", words.noDay('since: "soon"'), words.writeDay, 2],
  ["deprecated: {since: 2026-02-31}", words.noDay("deprecated: {since: 2026-02-31}"), words.writeDay, 2],
  ["deprecated: {because: 3}", words.noText("because: 3"), words.putInQuotes, 2],
  ["deprecated: {sinse: 2026-11-29}", words.unknownDeprecatedKey('"sinse"'), schema.didYouMean("since"), 2],
  [
    "deprecated: {colour: 3}",
    words.unknownDeprecatedKey('"colour"'),
    words.keys(["since", "because", "replaced_by"]),
    2,
  ],
])("says of %j what is wrong and what to do", (line, cause, cure, place) =>
  expect(parseReadme(front(line), files).faults).toMatchObject([{ args: { cause, cure }, line: place }]),
);

test.each(["a.png", "a.jpg", "a.JPEG", "a.webp", "a.gif"])("%s is a screenshot", (name) => {
  expect(parseReadme(front(`screenshots: ${name}`), [name]).facts.screenshots).toEqual([
    { file: name, alt: "" },
  ]);
  expect(parseReadme(front(`screenshots: ${name}`), null).facts.screenshots).toHaveLength(1);
  expect(parseReadme(front(`screenshots: ${name}.zip`), [`${name}.zip`]).facts.screenshots).toEqual([]);
});

test("shows 12 screenshots and reports one more", () => {
  const shots = (count: number) =>
    parseReadme(front("screenshots:", ...Array(count).fill("  - shot.png")), files);
  expect(shots(mostScreenshots)).toMatchObject({ facts: { screenshots: { length: 12 } }, faults: [] });
  expect(shots(mostScreenshots + 1)).toMatchObject({
    facts: { screenshots: { length: 12 } },
    faults: [{ args: { cause: words.tooManyPictures({ number: 13, limit: 12 }), cure: words.keepBest } }],
  });
});

test("reads front matter of 20,000 characters and refuses one more", () => {
  const ofLength = (length: number) =>
    parseReadme(`---\nlicense: ${"x".repeat(length - 13)}\n---\nbody`, files);
  expect(ofLength(20_000).faults).toEqual([]);
  expect(ofLength(20_001)).toMatchObject({
    body: "\nbody",
    faults: [{ args: { cause: words.tooLong(20_000), cure: words.writeYaml }, line: 1 }],
  });
});

test("names front matter that has no end, and shows none of it", () => {
  expect(parseReadme("---\nlicense: MIT\n", files)).toMatchObject({
    facts: { license: null },
    body: "",
    faults: [{ args: { cause: words.noEnd } }],
  });
});

test("reads front matter behind a byte-order mark", () => {
  expect(parseReadme("\uFEFF---\nlicense: MIT\n---\nbody", files)).toMatchObject({
    facts: { license: "MIT" },
    body: "body",
  });
  expect(parseReadme("\uFEFF---\nlicense: [\n---\nbody", files).body.trim()).toBe("body");
});

test("reads no more than 120,000 characters", () => {
  expect(parseReadme("x".repeat(20_000 + longestBody + 1), files).body).toHaveLength(120_000);
});

test("says of front matter that is no list of keys what to write", () => {
  expect(parseReadme("---\n- a\n---\nbody", files).faults).toMatchObject([
    { args: { cause: words.noList, cure: words.writeYaml }, line: 1 },
  ]);
  expect(parseReadme("---json\n{}\n---\nbody", files).faults[0]!.args["cause"]).toBe(words.yamlOnly);
});

test.each([
  ["? {a: b}\n: c", words.oddKey],
  ["? [a, b]\n: c", words.oddKey],
  ["2026-01-01: c", words.oddKey],
  ["{x: 1, homepage: https://a.example/}", '"x"'],
  ["'x y': 1", '"x y"'],
  ["x : 1", '"x"'],
  ["1: x", '"1"'],
])("names the key of %j", (yaml, key) =>
  expect(parseReadme(`---\n${yaml}\n---\n`, []).faults.map(({ args }) => args["key"])).toEqual([key]),
);
