import { expect, test } from "vitest";
import { isHtml } from "./content-type.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ["<!DOCTYPE html><title>x</title>", true],
  ["\ufeff \n<!-- one --><!---->\n<html>", true],
  ["<!-- never closed <html>", false],
  ["<!-- one -->[]", false],
  ["<htmlish>", false],
  ['{"workspaces": []}', false],
])("whether %j is a web page: %j", (text, expected) => {
  expect(isHtml(encode(text))).toBe(expected);
});

test("thousands of comments take no more than linear time", () => {
  expect(isHtml(encode("<!---->".repeat(10_000)))).toBe(false);
  expect(isHtml(encode(`${"<!---->".repeat(500)}<html>`))).toBe(true);
});
