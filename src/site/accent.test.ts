import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accentCss, contrast, deriveAccents, surfaces } from "./accent.ts";

const tokens = readFileSync(new URL("../styles/tokens.css", import.meta.url), "utf8");
const [light, dark] = tokens.split("prefers-color-scheme: dark") as [string, string];
const token = (css: string, name: string): string =>
  new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`).exec(css)?.[1] ?? "";

test("contrast is WCAG's: 21 for black on white, 1 for equal colours", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrast("#abcdef", "#abcdef")).toBe(1);
});

test("whatever the accent, text in it and on it is readable in both themes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const accents = deriveAccents("#" + number.toString(16).padStart(6, "0"));
      for (const theme of ["light", "dark"] as const) {
        expect(contrast(accents[theme].accent, surfaces[theme])).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accents[theme].accent, accents[theme].onAccent)).toBeGreaterThanOrEqual(4.5);
      }
    }),
    { numRuns: 500 },
  );
});

test("an accent that is readable already stays as it is", () => {
  expect(deriveAccents("#0f6b75").light.accent).toBe("#0f6b75");
});

test("the surfaces are those of tokens.css, and its own accents keep the contrast", () => {
  for (const [css, theme] of [
    [light, "light"],
    [dark, "dark"],
  ] as const) {
    expect(token(css, "inset")).toBe(surfaces[theme]);
    expect(contrast(token(css, "accent"), token(css, "inset"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token(css, "accent"), token(css, "on-accent"))).toBeGreaterThanOrEqual(4.5);
  }
});

test("every text colour of tokens.css is readable on every surface, in both themes", () => {
  const texts = ["ink", "muted", "flag", "critical", "high", "medium", "low", "info", "clean", "accent"];
  for (const css of [light, dark]) {
    for (const text of texts) {
      for (const surface of ["paper", "card", "inset"]) {
        expect(
          contrast(token(css, text), token(css, surface)),
          `${text} on ${surface}`,
        ).toBeGreaterThanOrEqual(4.5);
      }
    }
  }
});

test("the style sheet sets both themes", () => {
  expect(accentCss("#0f6b75")).toMatch(
    /^html:root\{--accent:#0f6b75;--on-accent:#ffffff\}@media \(prefers-color-scheme:dark\)\{html:root/,
  );
});

// Accents as derived today: a change of them repaints every registry.
test.each([
  ["#ff0000", "#da0503", "#ffffff", "#fb5847", "#101413"],
  ["#00aa44", "#0a7d32", "#ffffff", "#00aa44", "#101413"],
  ["#3355ff", "#3355ff", "#ffffff", "#6389fb", "#101413"],
  ["#ffee00", "#746c0d", "#ffffff", "#ffee00", "#101413"],
  ["#808080", "#6d6d6d", "#ffffff", "#909090", "#101413"],
  ["#000000", "#000000", "#ffffff", "#8f8f8f", "#101413"],
  ["#ffffff", "#6c6c6c", "#ffffff", "#ffffff", "#101413"],
  ["#7b2d8e", "#7b2d8e", "#ffffff", "#c070d5", "#101413"],
  ["#0a84a0", "#037791", "#ffffff", "#329bb7", "#101413"],
  ["#ffb6c1", "#9a5965", "#ffffff", "#ffb6c1", "#101413"],
])(
  "%s keeps its hue: %s with %s in the light theme, %s with %s in the dark one",
  (hex, light, onLight, dark, onDark) => {
    expect(deriveAccents(hex)).toEqual({
      light: { accent: light, onAccent: onLight },
      dark: { accent: dark, onAccent: onDark },
    });
    expect(accentCss(hex)).toBe(
      `html:root{--accent:${light};--on-accent:${onLight}}@media (prefers-color-scheme:dark){html:root{--accent:${dark};--on-accent:${onDark}}}`,
    );
  },
);
