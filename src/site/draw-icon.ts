import { monogramOf } from "../registry/model/monogram.ts";
import { drawPicture } from "./pictures.ts";

/** The registry's icon as a square PNG; a letter on a tile where there is no picture, or none that can be read. */
export async function drawIcon(source: Uint8Array | null, name: string, side: number): Promise<Uint8Array> {
  const draw = (bytes: Uint8Array): Promise<Uint8Array> => drawPicture({ kind: "square", bytes, side });
  try {
    if (source) return await draw(source);
  } catch {
    // The letter below is better than no build.
  }
  return draw(Buffer.from(letterTile(name)));
}

function letterTile(name: string): string {
  const { letter } = monogramOf(name);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><rect x="3" y="3" width="90" height="90" rx="21" fill="#0f6b75"/><text x="48" y="65" font-family="sans-serif" font-size="48" font-weight="700" fill="#fff" text-anchor="middle">${letter}</text></svg>`;
}
