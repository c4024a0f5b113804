import type { SaxesTagNS } from "saxes";
import { own } from "../../registry/model/json.ts";
import type { ImageInfo } from "../../registry/model/types.ts";

/** Pixels in each unit of a length; the letters of a drawing that stands alone are of 16. */
const units: Record<string, number> = {
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
  pt: 96 / 72,
  pc: 16,
  em: 16,
  rem: 16,
};

/** Both sides in pixels; both null where the drawing does not say them. */
export function sizeOf(tag: SaxesTagNS): Pick<ImageInfo, "width" | "height"> {
  const pixels = (name: string): number | null => {
    const [, number, unit = "px"] =
      /^((?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?)\s*([a-z]+)?$/i.exec(
        (tag.attributes[name]?.value ?? "").trim(),
      ) ?? [];
    const factor = own(units, unit.toLowerCase());
    return number !== undefined && factor !== undefined ? Number(number) * factor : null;
  };
  const box = (tag.attributes["viewBox"]?.value ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth, boxHeight] = box.length === 4 && box.every(Number.isFinite) ? box : [];
  const width = pixels("width");
  const height = pixels("height");
  if (width !== null && height !== null) return { width, height };
  return { width: boxWidth ?? null, height: boxHeight ?? null };
}
