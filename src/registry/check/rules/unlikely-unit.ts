import { imageKey, measuredSize } from "../../model/image-lock.ts";
import { isObject, type JsonObject, type JsonValue } from "../../model/json.ts";
import { entriesOf, isLink } from "../../model/releases.ts";
import { quote } from "../../model/text.ts";
import { units as words } from "../../../strings/check.ts";
import type { Report, WorkspaceRule } from "./rule.ts";

/** Numbers that no session has in the unit of their field, and have in another: least and most, and the factor between the two units. */
const ranges = {
  memory: { least: 64, most: 10_000_000, larger: 1000, smaller: 1e6 },
  uncompressed_size_mb: { least: 20, most: 1_000_000, larger: 1000, smaller: 1000 },
  cores: { least: 0, most: 1000, larger: 1, smaller: 1000 },
} as const;
type Key = keyof typeof ranges;
const size = "uncompressed_size_mb";
const isSize = (value: number): boolean => Number.isInteger(value) && value <= 100_000_000;

/** The number in the unit of its field, which leads to no other warning; the same one where it is likely, and for other fields. */
export function likelyNumber(key: string, value: number): number {
  // A number that JSON readers take for infinity is reported when it is read.
  if (!Object.hasOwn(ranges, key) || !Number.isFinite(value)) return value;
  const { least, most, larger, smaller } = ranges[key as Key];
  if (value < least) return Math.max(least, Math.round(value * larger));
  return value < most ? value : likelyNumber(key, Math.max(1, Math.round(value / smaller)));
}

/** Gigabytes or bytes in a field of megabytes, and thousandths of a core. */
export const unlikelyUnit: WorkspaceRule = {
  name: "unlikely-unit",
  check({ data, images }, report) {
    const look = (key: Key, value: unknown, pointer: string): void => {
      // Other numbers are the schema's to report.
      if (typeof value !== "number" || value <= 0 || (key === size && !isSize(value))) return;
      const likely = likelyNumber(key, value);
      if (likely === value) return;
      const unit = words[key][value < ranges[key].least ? "larger" : "smaller"];
      const args = { key, found: String(value), counted: words[key].counted, unit };
      report("unlikely-unit", pointer, { ...args, likely: String(likely) });
    };
    look("memory", data["memory"], "/memory");
    look("cores", data["cores"], "/cores");
    lookAtShm(data["run_config"], report);
    if (isLink(data)) return;
    const lookAtSize = (holder: JsonObject, image: JsonValue | undefined, pointer: string): void => {
      // What was measured is not guessed at.
      if (!images || measuredSize(images, imageKey(String(image))) === null)
        look(size, holder[size], pointer);
    };
    lookAtSize(data, data["name"], `/${size}`);
    for (const { entry, index } of entriesOf(data))
      lookAtSize(entry, entry["image"], `/compatibility/${index}/${size}`);
  },
};

/** Docker counts a size without a unit in bytes; people mean the megabytes of `--shm-size 512m`. */
function lookAtShm(config: unknown, report: Report): void {
  const written = isObject(config) ? config["shm_size"] : null;
  const bytes = /^(?:number|string)$/.test(typeof written) ? Number(written) : 0;
  if (!(bytes > 0 && bytes < 65_536)) return;
  const [key, likely] = ["run_config.shm_size", quote(`${Math.ceil(bytes)}m`)];
  report("unlikely-unit", "/run_config/shm_size", { key, found: quote(written), ...words.shm_size, likely });
}
