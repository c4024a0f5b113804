import { monogramOf, tints } from "../../registry/model/monogram.ts";

/** An icon for a workspace that has none yet: the letter that the store-front's cards show, as an SVG of 256 × 256 pixels. The same name gives the same picture. */
export function drawMonogram(name: string): string {
  const { letter, tint } = monogramOf(name);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="256" height="256">
  <rect width="256" height="256" rx="56" fill="${tints[tint]}"/>
  <text x="128" y="128" dy=".35em" text-anchor="middle" font-family="system-ui, sans-serif" font-size="117" font-weight="650" fill="#fff">${letter}</text>
</svg>
`;
}
