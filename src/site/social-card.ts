import sharp, { type OverlayOptions } from "sharp";
import type { Registry } from "../registry/types.ts";
import { home } from "../strings.ts";
import { deriveAccents } from "./accent.ts";
import { catalogueOf } from "./catalogue.ts";
import { readChecked } from "./checked-file.ts";
import { drawIcon } from "./draw-icon.ts";
import { formatVersions } from "./format.ts";
import { drawPictures } from "./pictures.ts";

/** Pixels, as the sites that show it ask for. */
const width = 1200;
const height = 630;
const margin = 80;
const ink = "#1b1e1d";
const muted = "#5a605d";
const mostIcons = 9;

/** The picture that a shared link to the registry shows: its icon, name and description, and a row of its workspaces. PNG. */
export async function drawSocialCard(registry: Registry, brand: Buffer | null): Promise<Buffer> {
  const { identity, workspaces } = registry;
  const { cards, versions } = catalogueOf(registry);
  const accent = identity.accent ? deriveAccents(identity.accent).light.accent : "#0f6b75";
  const facts = [home.facts.workspaces(cards.length), versions.length > 0 ? home.facts.kasm(formatVersions(versions.map(({ name }) => name))) : "", new URL(identity.url).host]
    .filter(Boolean).join("  ·  ");
  const left = margin + 176;
  const layers = await Promise.all([
    place(await drawIcon(brand, identity.name, 140), margin, margin),
    write(identity.name, { left, top: margin - 6, width: width - left - margin, height: 84, color: ink, weight: "bold" }),
    write(identity.description, { left, top: margin + 96, width: width - left - margin, height: 110, color: muted, size: 32 }),
    write(facts, { left: margin, top: height - margin - 28, width: width - 2 * margin, height: 40, color: muted, size: 26 }),
    ...pick(workspaces, mostIcons).map(async ({ icon }, number) => {
      const bytes = readChecked(icon.file);
      try {
        const [, picture] = await drawPictures({ kind: "icon", bytes, image: icon.file.image!, mode: "original", sides: [96] });
        return await place(Buffer.from(picture!), margin + number * 118, 350);
      } catch {
        return null;
      }
    }),
  ]);
  const stripe = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="14"><rect width="100%" height="100%" fill="${accent}"/></svg>`);
  return sharp({ create: { width, height, channels: 3, background: "#fafaf8" } })
    .composite([{ input: stripe, top: height - 14, left: 0 }, ...layers.filter((layer) => layer !== null)])
    .png({ compressionLevel: 9, palette: true, colours: 128 })
    .toBuffer();
}

/** Some of them, spread evenly over all. */
function pick<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, number) => items[Math.floor((number * items.length) / most)]!);
}

async function place(input: Buffer, left: number, top: number): Promise<OverlayOptions> {
  return { input, left, top };
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

/** A text in a box. Long ones are cut, because Pango has no ellipsis for boxes here. */
async function write(text: string, { left, top, width, height, color, weight = "normal", size }: Text): Promise<OverlayOptions | null> {
  const fontSize = size ?? Math.max(30, Math.min(64, Math.floor(width / (Math.max(8, text.length) * 0.56))));
  const most = Math.floor((width / (fontSize * 0.52)) * Math.max(1, Math.floor(height / (fontSize * 1.2))));
  const letters = [...text.replace(/\s+/g, " ").trim()];
  const shown = letters.slice(0, most);
  if (shown.length === 0) return null;
  const markup = `<span foreground="${color}" font_weight="${weight}">${escapeMarkup(shown.join("") + (shown.length < letters.length ? "…" : ""))}</span>`;
  const rendered = sharp({ text: { text: markup, font: `sans-serif ${fontSize}`, dpi: 72, width, rgba: true, wrap: "word-char" } });
  const { data, info } = await rendered.png().toBuffer({ resolveWithObject: true });
  const input = info.height <= height && info.width <= width ? data : await sharp(data).resize({ width, height, fit: "inside", withoutEnlargement: true }).toBuffer();
  return { input, left, top };
}

function escapeMarkup(text: string): string {
  return text.replace(/[^\t\n\x20-\uFFFD\u{10000}-\u{10FFFF}]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
