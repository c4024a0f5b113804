import assert from "node:assert/strict";
import fc from "fast-check";
import { expect, test } from "vitest";
import { reviewWorkspace } from "../review/index.ts";
import { convertDocker } from "./index.ts";
import { options, shortOptions } from "./options.ts";
import { serviceKeys } from "./compose/keys.ts";

const values = [
  "",
  "a",
  "a=b",
  "=",
  "1",
  "-1",
  "1:2",
  "::",
  "80:80",
  "[::1]:1:1",
  "/a:/b:ro",
  "host",
  "all",
  "512m",
  "on-failure:3",
  "__proto__=x",
  "constructor",
  "type=bind,src=/a,dst=/b",
  '"',
  "'a b'",
  "$A",
  "${A:-b}",
  "$(a",
  "\\",
];
const option = fc.oneof(
  fc.constantFrom(...options.keys()).map((name) => `--${name}`),
  fc.constantFrom(...shortOptions.keys()).map((letter) => `-${letter}`),
  fc.string({ maxLength: 5 }),
);
const pair = fc
  .tuple(
    option,
    fc.constantFrom(" ", "=", ""),
    fc.oneof(fc.constantFrom(...values), fc.string({ maxLength: 8 })),
  )
  .map((parts) => parts.join(""));
const command = fc.array(pair, { maxLength: 6 }).map((pairs) => `docker run ${pairs.join(" ")} me/image:1`);

const scalar = fc.oneof(fc.constantFrom(...values), fc.integer(), fc.boolean(), fc.constant(null));
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom("source", "target", "type", "limits", "__proto__", "a"), scalar),
  fc.array(fc.dictionary(fc.constantFrom("source", "target", "count", "path"), scalar), { maxLength: 2 }),
);
const service = fc
  .dictionary(
    fc.constantFrom(...Object.keys(serviceKeys).filter((key) => key !== "image"), "x-a", "b"),
    value,
  )
  .map((keys) => JSON.stringify({ ...keys, image: "me/image:1" }));

const volumeNamedConstructor = JSON.stringify({
  volumes: [{ source: "constructor", target: false }],
  image: "me/image:1",
});

/** Bad input comes back as a fault with a place; whatever is read has names and types that docker-py takes. */
async function holds(text: string): Promise<void> {
  const result = await convertDocker(text);
  if (!result.ok) {
    expect(result.message).toMatch(/\S/);
    expect(result.line).toBeGreaterThan(0);
    expect(result.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
    return;
  }
  const refused = reviewWorkspace(result.workspace)
    .map(({ rule }) => rule)
    .filter((rule) => /^(?:unknown-property|type-mismatch|value-refused)$/.test(rule));
  // A variable that is kept is for the reader to fill in.
  if (!/[$%]/.test(JSON.stringify(result.workspace))) expect(refused).toStrictEqual([]);
  // Not toStrictEqual: it tells types apart by `.constructor`, which a volume of that name has as its own property.
  assert.deepStrictEqual(JSON.parse(JSON.stringify(result.workspace)), result.workspace);
}

test("any text", () => fc.assert(fc.asyncProperty(fc.string({ unit: "binary" }), holds), { numRuns: 300 }));
test("any options with any values", () => fc.assert(fc.asyncProperty(command, holds), { numRuns: 1500 }));
test("any keys with any values", () =>
  fc.assert(fc.asyncProperty(service, holds), { numRuns: 1500, examples: [[volumeNamedConstructor]] }));
