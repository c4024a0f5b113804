import { expect, test } from "vitest";
import { values } from "../../strings/check.ts";
import { problems } from "../../strings/problems.ts";
import { abridge, describe, messageOf, quote, visible, withoutLogins, wordingOf } from "./text.ts";

test("words a problem in one line, and shows the beginning and the end of a value over 300 characters", () => {
  const key = "x".repeat(300);
  const why = "y".repeat(301);
  const message = messageOf({ code: "missing-key", args: { key, why, cure: " a \n\u001b b " } });
  expect(message).toBe(
    problems["missing-key"]
      .message({ key, why: abridge(why, 300), cure: "a \\u001b b" })
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
  ["\u3164\u034f", "\\u3164\\u034f"],
  ["❤\ufe0f", "❤\ufe0f"],
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

test("no invisible character of any script stays as it is", () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    const char = String.fromCodePoint(code);
    if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{DI}]/u.test(char) && char !== "\ufe0f")
      expect(visible(char), `U+${code.toString(16)}`).toMatch(/^(?:\\u[0-9a-f]{4})+$/);
  }
});

test.each([
  ["##[command]rm", "##\\u005bcommand]rm"],
  ["a ##[error]b ##[group]", "a ##\\u005berror]b ##\\u005bgroup]"],
  ["::add-mask::x", "\\u003a:add-mask::x"],
  ["a::b", "a::b"],
  ["#[x] [y]", "#[x] [y]"],
])("%j begins no command in a log of GitHub", (text, expected) => expect(visible(text)).toBe(expected));

test.each([
  ["a".repeat(100), "a".repeat(100)],
  [`${"a".repeat(75)}b${"c".repeat(25)}`, `${"a".repeat(75)} … 1 characters left out … ${"c".repeat(25)}`],
  [
    `${"a".repeat(100)}${"b".repeat(1000)}`,
    `${"a".repeat(75)} … 1000 characters left out … ${"b".repeat(25)}`,
  ],
])("abridges a text to 100 characters: its beginning, the number left out, its end", (text, expected) =>
  expect(abridge(text, 100)).toBe(expected),
);

test.each([
  ["https://me:pw@a.example/b and ssh://git@a.example", "https://…@a.example/b and ssh://…@a.example"],
  ["https://me:p/w@a.example/", "https://…@a.example/"],
  ["https://me:p w x@a.example/ https://b.example", "https://…@a.example/ https://b.example"],
  ["https://a.example:80 and me@b.example", "https://a.example:80 and me@b.example"],
  ["https://a.example: me@b.example", "https://a.example: me@b.example"],
  ["https://a.example:80/@me", "https://a.example:80/@me"],
  ["me:pw@a.example/b:1", "…@a.example/b:1"],
  ['name is "me:p w x@a.example/b:1"', 'name is "…@a.example/b:1"'],
  ['write "app:1 or" to "me@a.example"', 'write "app:1 or" to "me@a.example"'],
  ["app:1 and mail me@a.example", "app:1 and mail me@a.example"],
  ['icon was "me:pw@a.example/b", which is left out', 'icon was "…@a.example/b", which is left out'],
  ["--x=me:pw@a.example (me:pw@a.example)", "--x=…@a.example (…@a.example)"],
  [
    'write to "mailto:me@a.example" or me@a.example: at once',
    'write to "mailto:me@a.example" or me@a.example: at once',
  ],
  [`the image app:1@sha256:${"a".repeat(64)} here`, `the image app:1@sha256:${"a".repeat(64)} here`],
])("leaves logins out of %j", (text, shown) => expect(withoutLogins(text)).toBe(shown));
