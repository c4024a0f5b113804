import fc from "fast-check";
import { expect, test } from "vitest";
import { fixWorkspace } from "./index.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const source = `{
  // a comment
  "freindly_name": "One", "name": "a:1", "gpu_count": "1", /* x */
  "architecture": ["x86_64", "amd64",],
  "compatibility": ["1.13", 1.14, "1.14.x"], "catagories": "A",
}`;

/** The source with some of its characters changed, twice or taken out. */
const mutated = fc
  .array(
    fc.tuple(fc.nat(source.length), fc.constantFrom("", ",", '"', "/", "{", "]", "\n", "x", "//", "/*")),
    { maxLength: 4 },
  )
  .map((changes) =>
    changes.reduce(
      (text, [at, piece]) =>
        piece === "" ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + piece + text.slice(at),
      source,
    ),
  );

test("repairing twice is repairing once; without a repair nothing changes", () => {
  fc.assert(
    fc.property(fc.oneof(mutated, fc.json(), fc.string()), (text) => {
      const once = fixWorkspace(utf8(text), []);
      const twice = fixWorkspace(utf8(once.after!), []);
      expect(twice.after).toBe(once.after);
      expect(twice.repairs).toStrictEqual([]);
      if (once.repairs.length === 0) expect(once.after).toBe(new TextDecoder().decode(utf8(text)));
    }),
    { numRuns: 3000 },
  );
});
