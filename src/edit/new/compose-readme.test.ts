import { expect, test } from "vitest";
import { parseReadme } from "../../registry/check/readme.ts";
import { composeReadme, type ReadmeAnswers } from "./compose-readme.ts";

const nothing: ReadmeAnswers = {
  homepage: "",
  source: "",
  license: "",
  maintainer: "",
  support: "",
  screenshots: [],
  deprecated: null,
  text: "",
};

test("what is answered is read again, whatever it holds", () => {
  const answers: ReadmeAnswers = {
    homepage: "https://example.org/",
    source: "https://example.org/?a=b#c: d",
    license: 'MIT: "or later" # x',
    maintainer: "- Example 'Lab' {}",
    support: "mailto:help@example.org",
    screenshots: ["my window.png", 'a: "b".webp'],
    deprecated: { since: "2026-11-29", because: "Its: end", replacedBy: "Studio" },
    text: "  # Sound\n\n---\nText.\n\n",
  };
  const { facts, body, faults } = parseReadme(composeReadme(answers), answers.screenshots);
  expect(faults).toEqual([]);
  const { text: _, screenshots, source, ...rest } = answers;
  expect(facts).toEqual({
    ...rest,
    source: new URL(source).href,
    screenshots: screenshots.map((file) => ({ file, alt: "" })),
  });
  expect(body.trim()).toBe("# Sound\n\n---\nText.");
});

test.each([
  [{}, ""],
  [{ text: " \n" }, ""],
  [{ text: "Only text." }, "Only text.\n"],
  [{ license: "MIT" }, '---\nlicense: "MIT"\n---\n'],
  [{ deprecated: { since: "", because: "", replacedBy: "" } }, "---\ndeprecated: true\n---\n"],
])("%j becomes %j", (answers, text) => expect(composeReadme({ ...nothing, ...answers })).toBe(text));
