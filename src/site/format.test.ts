import { expect, test } from "vitest";
import { formatDate, formatSize, formatVersions } from "./format.ts";

test("sizes", () => {
  expect([0, 850, 1000, 4612, 12_000].map((size) => formatSize(size, "en"))).toEqual([
    "",
    "850 MB",
    "1 GB",
    "4.6 GB",
    "12 GB",
  ]);
  expect(formatSize(4612, "de").replace(/\s/, " ")).toBe("4,6 GB");
});

test("a language that is none is English", () => {
  expect(formatSize(4612, "english please")).toBe("4.6 GB");
});

test("dates do not depend on the time zone", () => {
  expect(formatDate(Date.UTC(2026, 0, 31, 23, 59), "en-GB")).toBe("31 January 2026");
});

test.each([
  [["1.17.x"], "1.17"],
  [["1.14.x", "1.15.x", "1.16.x"], "1.14–1.16"],
  [["1.20.x", "1.9.x", "1.10.x", "1.20.x"], "1.9–1.10, 1.20"],
  [["1.16.0", "1.17.x"], "1.16.0, 1.17"],
  [["1.17.0", "1.17.x", "1.16.x", "1.18.x"], "1.16–1.17, 1.17.0, 1.18"],
  [[], ""],
])("versions %j", (versions, text) => {
  expect(formatVersions(versions)).toBe(text);
});
