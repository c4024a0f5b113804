import { expect, test } from "vitest";
import { csvFields } from "./csv.ts";

test.each([
  ["", [""]],
  ["a", ["a"]],
  ["a,b=c", ["a", "b=c"]],
  ['"a,b",c', ["a,b", "c"]],
  ['"a""b"', ['a"b']],
  ["a,", ["a", ""]],
  // A comma first once stopped the search from getting on, until all memory was full.
  [",", ["", ""]],
  [",a", ["", "a"]],
  [",,", ["", "", ""]],
  ['"a"b,c', ["a"]],
])("splits the fields of %j", (line, fields) => expect(csvFields(line)).toEqual(fields));
