import { expect, test } from "vitest";
import { parseReadme } from "./readme.ts";

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
