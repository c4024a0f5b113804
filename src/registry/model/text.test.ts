import { expect, test } from "vitest";
import { values } from "../../strings/check.ts";
import { problems } from "../../strings/problems.ts";
import { describe, messageOf, quote, visible, wordingOf } from "./text.ts";

test("words a problem in one line, with values of 300 characters at most", () => {
  const key = "x".repeat(300);
  const why = "y".repeat(301);
  const message = messageOf({ code: "missing-key", args: { key, why, cure: " a \n\u001b b " } });
  expect(message).toBe(
    problems["missing-key"]
      .message({ key, why: `${"y".repeat(300)}…`, cure: "a \\u001b b" })
      .replace(/\s+/g, " ")
      .trim(),
  );
  expect(wordingOf("missing-key")).toBe(problems["missing-key"]);
});

test.each([
  ["a é 中 😀", "a é 中 😀"],
  ["\0\u001b\u007f\u0085", "\\u0000\\u001b\\u007f\\u0085"],
  ["\u200b\u202e\ufeff", "\\u200b\\u202e\\ufeff"],
  ["\u2028\u2029", "\\u2028\\u2029"],
  ["\ud800", "\\ud800"],
  ["\u{e0001}", "\\udb40\\udc01"],
])("makes %j visible as %j", (text, expected) => expect(visible(text)).toBe(expected));

test.each([
  ["a", '"a"'],
  [1.5, "1.5"],
  [["a", 1], '["a",1]'],
  [undefined, values.nothing],
  [Symbol.for("a"), "Symbol(a)"],
  ["x".repeat(58), `"${"x".repeat(58)}"`],
  ["x".repeat(59), `"${"x".repeat(58)}…`],
  ["\u202e", '"\\u202e"'],
])("quotes %j as %s", (value, expected) => expect(quote(value)).toBe(expected));

test.each([
  [null, "null"],
  [[], values.emptyList],
  [[1], values.list],
  ["a", values.text('"a"')],
  [1, values.number(1)],
  [true, "true"],
  [undefined, values.nothing],
  [{}, values.object],
])("describes %j as %s", (value, expected) => expect(describe(value)).toBe(expected));
