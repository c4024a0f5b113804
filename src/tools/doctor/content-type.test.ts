import { expect, test } from "vitest";
import { isHtml, mediaTypeIn, wrongClaim } from "./content-type.ts";
import { details } from "../../strings/doctor.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ["<!DOCTYPE html><title>x</title>", true],
  ["\ufeff \n<!-- one --><!---->\n<html>", true],
  ["<!-- never closed <html>", false],
  ["<!-- one -->[]", false],
  ["<htmlish>", false],
  ["<HTML>", true],
  ["<head>", true],
  ["<body class=x>", true],
  ["x<html>", false],
  ["<!doctype\nhtml>", true],
  ["<!doctypehtml>", false],
  ["<!doctype svg>", false],
  ["<!--><html>", false],
  ["<!-->--><html>", true],
  [" ".repeat(4090) + "<html>", true],
  [" ".repeat(4092) + "<html>", false],
  ['{"workspaces": []}', false],
])("whether %j is a web page: %j", (text, expected) => {
  expect(isHtml(encode(text))).toBe(expected);
});

test("thousands of comments take no more than linear time", () => {
  expect(isHtml(encode("<!---->".repeat(10_000)))).toBe(false);
  expect(isHtml(encode(`${"<!---->".repeat(500)}<html>`))).toBe(true);
});

test.each([
  [undefined, ""],
  ["text/plain", "text/plain"],
  [" Text/Plain ; charset=utf-8; x", "text/plain"],
])("the media type of %j is %j", (header, type) => expect(mediaTypeIn(header)).toBe(type));

test.each([
  ["", "a.png", null],
  ["image/png", "a.PNG", null],
  ["image/png; x", "a.png", null],
  ["image/gif", "a.png", details.typeClaim("image/gif")],
  ["x".repeat(41), "a.png", details.typeClaim(`${"x".repeat(40)}…`)],
  ["", "a", details.noExtension],
  ["", "a.txt", details.extensionClaim("txt")],
  ["", `a.${"x".repeat(21)}`, details.extensionClaim(`${"x".repeat(20)}…`)],
  ["", "a.gif", details.formatClaim("a GIF picture")],
])("a PNG with the content-type %j and the name %s: %j", (type, name, claim) =>
  expect(wrongClaim("png", type, name)).toBe(claim),
);
