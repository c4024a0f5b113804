import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { contentPolicy } from "./policy.ts";

const plain = [
  "default-src 'none'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
];
const withChange = (from: string, to: string): string => plain.join("; ").replace(from, to);

test("a page loads the site's own files only", () => {
  expect(contentPolicy({})).toBe(plain.join("; "));
  expect(contentPolicy({ style: null })).toBe(plain.join("; "));
});

test("pictures of the browser's memory are shown when the page has such", () => {
  expect(contentPolicy({ blobPictures: true })).toBe(withChange("img-src 'self'", "img-src 'self' blob:"));
});

test("a style sheet in the page is named by its hash", () => {
  const hash = createHash("sha256").update("a{}").digest("base64");
  expect(contentPolicy({ style: "a{}" })).toBe(
    withChange("style-src 'self'", `style-src 'self' 'sha256-${hash}'`),
  );
});
