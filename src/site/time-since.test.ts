import { expect, test } from "vitest";
import { timeSince } from "./time-since.ts";

const at = (text: string): number => Date.parse(text);
const now = at("2026-11-28T00:30:00Z");

test.each([
  ["2026-11-28T00:00:00Z", "today"],
  ["2026-11-27T23:59:59Z", "yesterday"],
  ["2026-11-23T12:00:00Z", "5 days ago"],
  ["2026-10-30T00:00:00Z", "29 days ago"],
  ["2026-10-29T00:00:00Z", "last month"],
  ["2025-11-29T00:00:00Z", "12 months ago"],
  ["2025-11-28T00:00:00Z", "last year"],
  ["2024-11-20T00:00:00Z", "2 years ago"],
  ["2027-01-01T00:00:00Z", "today"],
])("of %s says %s", (then, text) => expect(timeSince(at(then), now, "en")).toBe(text));

test("speaks the language of the page", () =>
  expect(timeSince(at("2026-11-26T00:00:00Z"), now, "de")).toBe("vorgestern"));
