/**
 * The accent colour of registry.json, made fit for both themes: hue and chroma stay, lightness moves until text in the accent
 * has a contrast of at least 4.5 on the page (WCAG 2.2, 1.4.3). Pure.
 */

type Rgb = readonly [red: number, green: number, blue: number];
type Oklch = { lightness: number; chroma: number; hue: number };

/** The surfaces behind accent-coloured text; the same values as in styles/tokens.css (a test compares them). */
export const surfaces = { light: "#f1f2ef", dark: "#232827" } as const;

/** WCAG's contrast for text of normal size, and a little more, because the result is rounded to whole RGB steps. */
const target = 4.6;

const toLinear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const toGamma = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

function parseHex(hex: string): Rgb {
  const number = Number.parseInt(hex.slice(1), 16);
  return [((number >> 16) & 255) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255];
}

function formatHex(rgb: Rgb): string {
  return (
    "#" +
    rgb
      .map((value) =>
        Math.round(Math.min(1, Math.max(0, value)) * 255)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")
  );
}

function luminance(hex: string): number {
  const [red, green, blue] = parseHex(hex).map(toLinear) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG contrast ratio of two #rrggbb colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Björn Ottosson's OKLab, in polar form: https://bottosson.github.io/posts/oklab/ */
function toOklch(hex: string): Oklch {
  const [r, g, b] = parseHex(hex).map(toLinear) as unknown as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const greenRed = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const blueYellow = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(greenRed, blueYellow),
    hue: Math.atan2(blueYellow, greenRed),
  };
}

function toRgb({ lightness, chroma, hue }: Oklch): Rgb {
  const greenRed = chroma * Math.cos(hue);
  const blueYellow = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow) ** 3;
  const m = (lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow) ** 3;
  const s = (lightness - 0.0894841775 * greenRed - 1.291485548 * blueYellow) ** 3;
  return [
    toGamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toGamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toGamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** The colour as #rrggbb; chroma shrinks until sRGB can show it. */
function toHex(color: Oklch): string {
  for (let chroma = color.chroma; chroma > 0.001; chroma *= 0.94) {
    const rgb = toRgb({ ...color, chroma });
    if (rgb.every((value) => value >= -0.001 && value <= 1.001)) return formatHex(rgb);
  }
  return formatHex(toRgb({ ...color, chroma: 0 }));
}

/** The nearest lightness, from the authored one towards `end`, whose contrast on the surface is enough. */
function readable(accent: Oklch, surface: string, end: 0 | 1): string {
  for (let step = 0; step <= 100; step += 1) {
    const hex = toHex({ ...accent, lightness: accent.lightness + ((end - accent.lightness) * step) / 100 });
    if (contrast(hex, surface) >= target) return hex;
  }
  return end === 0 ? "#000000" : "#ffffff";
}

/** An accent for one theme: the colour itself, and the colour of text on top of it. */
export interface Accent {
  accent: string;
  onAccent: string;
}

/** Accents for the light and the dark theme out of one #rrggbb. */
export function deriveAccents(hex: string): { light: Accent; dark: Accent } {
  const color = toOklch(hex);
  const light = readable(color, surfaces.light, 0);
  const dark = readable(color, surfaces.dark, 1);
  const on = (background: string): string =>
    contrast("#ffffff", background) >= contrast("#101413", background) ? "#ffffff" : "#101413";
  return { light: { accent: light, onAccent: on(light) }, dark: { accent: dark, onAccent: on(dark) } };
}

/** The style sheet that puts these accents in place of the default ones of styles/tokens.css. */
export function accentCss(hex: string): string {
  const { light, dark } = deriveAccents(hex);
  const rule = ({ accent, onAccent }: Accent): string =>
    `html:root{--accent:${accent};--on-accent:${onAccent}}`;
  return `${rule(light)}@media (prefers-color-scheme:dark){${rule(dark)}}`;
}
