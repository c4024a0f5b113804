import { expect, test } from "vitest";
import { endsOf } from "./releases.ts";

test.each([
  [["1.15.x"], ["1.15", "1.15"]],
  [
    ["1.16.0", "1.16.1", "1.17.0"],
    ["1.16", "1.17"],
  ],
  [
    ["1.16.1", "1.17.0"],
    ["1.16.1", "1.17"],
  ],
  [
    ["1.17.0", "1.18.0"],
    ["1.17", "1.18.0"],
  ],
  [["1.99.3"], ["1.99.3", "1.99.3"]],
  [["1.99.x"], ["1.99", "1.99"]],
])("the ends of %j are %j", (releases, ends) => expect(endsOf(releases)).toEqual(ends));
