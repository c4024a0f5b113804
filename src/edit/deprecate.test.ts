import { expect, test } from "vitest";
import { parseReadme } from "../registry/check/readme.ts";
import { deprecate } from "./deprecate.ts";

const retirement = { since: "2026-11-29", because: 'Its "end": # here', replacedBy: "Firefox ESR" };

test("writes a new README", () => {
  const text = deprecate("", retirement)!;
  expect(text).toBe(
    '---\ndeprecated:\n  since: 2026-11-29\n  because: "Its \\"end\\": # here"\n  replaced_by: "Firefox ESR"\n---\n',
  );
  expect(parseReadme(text, null)).toMatchObject({ facts: { deprecated: retirement }, faults: [] });
  expect(deprecate("", { since: "", because: "", replacedBy: "" })).toBe("---\ndeprecated: true\n---\n");
});

test("keeps what is there, with its line ends", () => {
  expect(deprecate("---\r\nlicense: MIT\r\n---\r\nText\r\n", { ...retirement, because: "" })).toBe(
    '---\r\ndeprecated:\r\n  since: 2026-11-29\r\n  replaced_by: "Firefox ESR"\r\nlicense: MIT\r\n---\r\nText\r\n',
  );
  expect(deprecate("# Title\n", { ...retirement, because: "", replacedBy: "" })).toBe(
    "---\ndeprecated:\n  since: 2026-11-29\n---\n\n# Title\n",
  );
});

test("refuses one that is deprecated already, or whose front matter cannot be read", () => {
  expect(deprecate("---\ndeprecated: true\n---\n", retirement)).toBeNull();
  expect(deprecate("---\nlicense: [\n---\n", retirement)).toBeNull();
  expect(deprecate("---\nlicense: MIT\n", retirement)).toBeNull();
});
