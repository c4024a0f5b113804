import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "scslre";
import ts from "typescript";
import { expect, test } from "vitest";
import { projectRoot } from "../support/run.ts";

/** Expressions that take more than linear time, and what bounds the text that they see. */
const bounded: Record<string, string> = {
  [String.raw`src/site/card-texts.ts /\s+\S*$|[\uD800-\uDBFF]$/`]: "140 characters",
  "src/site/search/match.ts /:[^/]*$/": "an image has 600 characters at most",
  [String.raw`src/registry/read/odd-names.ts /^w\w*k\w*[ps]\w*\b.*\.?json/i`]:
    "a file name has 255 bytes at most",
  [String.raw`src/docker/values/amounts.ts /([\d.]+)(ns|us|µs|ms|s|m|h)/g`]:
    "only texts that the expression before it takes, where a unit follows each number",
};

/** The text of a module; of an Astro component what stands before its template. */
function codeOf(file: string): string {
  const text = readFileSync(join(projectRoot, file), "utf8");
  return file.endsWith(".astro") ? (/^---\n(.*?)\n---/s.exec(text)?.[1] ?? "") : text;
}

function expressionsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, codeOf(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  return found;
}

function isLinear(expression: string): boolean {
  const [, source = "", flags = ""] = /^\/(.*)\/(\w*)$/s.exec(expression) ?? [];
  return analyse({ source, flags }).reports.length === 0;
}

test("no expression takes more than linear time on a text of any length", () => {
  const files = globSync("{src,scripts}/**/*.{ts,astro,mjs}", { cwd: projectRoot })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !/\.(?:test|fixture)\./.test(file));
  const all = files.flatMap((file) => expressionsIn(file).map((expression) => [file, expression] as const));
  expect(all.length).toBeGreaterThan(500);
  const slow = all.filter(([, expression]) => !isLinear(expression)).map((pair) => pair.join(" "));
  expect(slow.sort()).toEqual(Object.keys(bounded).sort());
});

test.each([String.raw`/\/+$/`, String.raw`/^(?:a+)+$/`, String.raw`/^\d*\.?\d+$/`, String.raw`/\?.*$/`])(
  "%s is found",
  (expression) => expect(isLinear(expression)).toBe(false),
);
