import { strToU8, zipSync } from "fflate";

/** A zip with these files by path; texts become UTF-8. */
export function makeZip(files: Record<string, string | Uint8Array<ArrayBuffer>>): Uint8Array<ArrayBuffer> {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === "string" ? strToU8(content) : content,
      ]),
    ),
  ) as Uint8Array<ArrayBuffer>;
}
