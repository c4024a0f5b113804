import { expect, test } from "vitest";
import { printable, quoted, size } from "./printable.ts";

test.each([
  ["x".repeat(120), undefined, "x".repeat(120)],
  ["x".repeat(121), undefined, `${"x".repeat(120)}…`],
  ["abc", 3, "abc"],
  ["abcd", 3, "abc…"],
  ["no address: ftp://me:secret@a.example/", undefined, "no address: ftp://…@a.example/"],
  [{ a: 1 }, undefined, '{"a":1}'],
  [undefined, undefined, "undefined"],
  [null, undefined, "null"],
])("prints %j within %j characters as %j", (value, length, text) =>
  expect(printable(value, length)).toBe(text),
);

test("prints one line without characters that a terminal obeys", () => {
  expect(printable("a\u001b[31m\nb\u202e")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  // Invisible characters do not count, but text behind twice the limit is cut all the same.
  expect(printable("\u200b".repeat(6) + "a", 3).endsWith("…")).toBe(true);
});

test.each([
  ["a", '"a"'],
  [1, '"1"'],
  [{ a: 1 }, '"{"a":1}"'],
])("quotes %j as %s", (value, text) => expect(quoted(value)).toBe(text));

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1000, "1.0 kB"],
  [9_949, "9.9 kB"],
  [10_000, "10 kB"],
  [999_999, "1000 kB"],
  [1_000_000, "1.0 MB"],
  [9_949_999, "9.9 MB"],
  [10_000_000, "10 MB"],
])("%i bytes are %s", (bytes, text) => expect(size(bytes)).toBe(text));
