import sharp, { type OverlayOptions } from "sharp";

/** Parts of the picture that a shared link shows. Only plain data: it is drawn in another process. */
export interface SocialCard {
  name: string;
  description: string;
  /** One line of small print. */
  facts: string;
  /** #rrggbb */
  accent: string;
  /** A picture of 140 pixels, and up to nine of 96 pixels. */
  brand: Uint8Array;
  icons: readonly Uint8Array[];
}

/** Pixels, as the sites that show it ask for. */
const width = 1200;
const height = 630;
const margin = 80;
const ink = "#1b1e1d";
const muted = "#5a605d";

/** Draws the card. PNG. */
export async function drawSocialCard({
  name,
  description,
  facts,
  accent,
  brand,
  icons,
}: SocialCard): Promise<Uint8Array> {
  const texts = await Promise.all([
    write(name, boxes.name),
    write(description, boxes.description),
    write(facts, boxes.facts),
  ]);
  const stripe = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="14"><rect width="100%" height="100%" fill="${accent}"/></svg>`,
  );
  const layers: OverlayOptions[] = [
    { input: stripe, top: height - 14, left: 0 },
    { input: Buffer.from(brand), left: margin, top: margin },
    ...texts.filter((layer) => layer !== null),
    ...icons.map((icon, number) => ({ input: Buffer.from(icon), left: margin + number * 118, top: 350 })),
  ];
  return sharp({ create: { width, height, channels: 3, background: "#fafaf8" } })
    .composite(layers)
    .png({ compressionLevel: 9, palette: true, colours: 128 })
    .toBuffer();
}

interface Text {
  left: number;
  top: number;
  width: number;
  height: number;
  color: string;
  weight?: string;
  /** Pixels; as large as fits when left out. */
  size?: number;
}

const left = margin + 176;
const boxes = {
  name: { left, top: margin - 6, width: width - left - margin, height: 84, color: ink, weight: "bold" },
  description: {
    left,
    top: margin + 96,
    width: width - left - margin,
    height: 110,
    color: muted,
    size: 32,
  },
  facts: {
    left: margin,
    top: height - margin - 28,
    width: width - 2 * margin,
    height: 40,
    color: muted,
    size: 26,
  },
} satisfies Record<string, Text>;

/** A text in a box. Long ones are cut, because Pango has no ellipsis for boxes here. */
async function write(
  text: string,
  { left, top, width, height, color, weight = "normal", size }: Text,
): Promise<OverlayOptions | null> {
  const fontSize = size ?? Math.max(30, Math.min(64, Math.floor(width / (Math.max(8, text.length) * 0.56))));
  const most = Math.floor((width / (fontSize * 0.52)) * Math.max(1, Math.floor(height / (fontSize * 1.2))));
  const letters = [...text.replace(/\s+/g, " ").trim()];
  const shown = letters.slice(0, most);
  if (shown.length === 0) return null;
  const markup = `<span foreground="${color}" font_weight="${weight}">${escapeMarkup(shown.join("") + (shown.length < letters.length ? "…" : ""))}</span>`;
  const rendered = sharp({
    text: { text: markup, font: `sans-serif ${fontSize}`, dpi: 72, width, rgba: true, wrap: "word-char" },
  });
  const { data, info } = await rendered.png().toBuffer({ resolveWithObject: true });
  const input =
    info.height <= height && info.width <= width
      ? data
      : await sharp(data).resize({ width, height, fit: "inside", withoutEnlargement: true }).toBuffer();
  return { input, left, top };
}

function escapeMarkup(text: string): string {
  return text
    .replace(/[^\t\n\x20-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}
