import { expect, test } from "vitest";
import { checksumLine, parseChecksumLine } from "./checksum-line.ts";

const sum = "0".repeat(64);

test.each(["plain", "a/b c.txt", "a\nb", "a\rb", "a\\b", "a\\nb", "中文/é.svg", "a\u2028b"])(
  "reads the line of %j back",
  (path) => expect(parseChecksumLine(checksumLine(path, sum).slice(0, -1))).toEqual({ path, sum }),
);

test.each([
  "",
  "a",
  `${sum}  `,
  `${sum} a`,
  `${"0".repeat(63)}  a`,
  `${sum}  ../a`,
  `${sum}  a//b`,
  `${sum}  /a`,
  `${sum}  ./a`,
])("%j is no line of a file in the folder", (line) => expect(parseChecksumLine(line)).toBe(null));
