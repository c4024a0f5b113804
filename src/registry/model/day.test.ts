import { expect, test } from "vitest";
import { dayOf, isDay } from "./day.ts";

test.each([
  ["2026-11-29", true],
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["9999-12-31", false],
  ["0000-01-01", false],
  ["2026-1-1", false],
  ["2026-11-29T00:00", false],
  ["", false],
])("%j is a day: %j", (text, expected) => expect(isDay(text)).toBe(expected));

test("the day of a time is that of UTC", () =>
  expect(dayOf(Date.UTC(2026, 10, 29, 23, 59))).toBe("2026-11-29"));
