/** Backgrounds on which white letters have a contrast of at least 4.5 (WCAG 2.2, 1.4.3); a test works it out. */
export const backgrounds = ["#1d5fa8", "#0f6e5c", "#7a4a9e", "#a3412a", "#57606b", "#8a5a00"] as const;

/** The first letters of the first two words: "Visual Studio Code" → "VS", "firefox" → "F". A name without letters gives "?". */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? ["?"];
  return words
    .slice(0, 2)
    .map((word) => [...word][0]!.toUpperCase())
    .join("");
}

/** An icon for a workspace that has none yet: its initials on one of six colours, as an SVG of 256 × 256 pixels. The same name gives the same picture. */
export function drawMonogram(name: string): string {
  const initials = initialsOf(name);
  const sum = [...name].reduce((total, char) => (total * 31 + char.codePointAt(0)!) % 9973, 7);
  const size = [...initials].length > 1 ? 112 : 144;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="256" height="256">
  <rect x="8" y="8" width="240" height="240" rx="56" fill="${backgrounds[sum % backgrounds.length]}"/>
  <text x="128" y="128" dy=".35em" text-anchor="middle" font-family="system-ui, sans-serif" font-size="${size}" font-weight="600" fill="#fff">${initials}</text>
</svg>
`;
}
