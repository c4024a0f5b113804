import { trimBoth } from "./trim.ts";
import { deviceName } from "./folder-name.ts";

/**
 * The folder's part of an address: small letters and digits of any script, joined by dashes. Accents of Latin letters are dropped;
 * "Visual Studio Code" → "visual-studio-code". At most 100 bytes. Never empty.
 */
export function slugOf(folder: string): string {
  const plain = folder
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/\+/g, "-plus-")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-");
  const cut = trimBoth(cutBytes(plain, 100), "-");
  if (cut === "") return "workspace";
  return deviceName.test(cut) ? `${cut}-workspace` : cut;
}

/** A slug for each folder, in order; the second of two equal ones gets "-2". */
export function uniqueSlugs(folders: readonly string[]): string[] {
  const taken = new Set<string>();
  return folders.map((folder) => {
    const base = slugOf(folder);
    let slug = base;
    for (let n = 2; taken.has(slug); n++) slug = `${base}-${n}`;
    taken.add(slug);
    return slug;
  });
}

/** The characters from the beginning that fit into so many bytes of UTF-8. */
export function cutBytes(text: string, maxBytes: number): string {
  let size = 0;
  let out = "";
  for (const char of text) {
    size += new TextEncoder().encode(char).length;
    if (size > maxBytes) break;
    out += char;
  }
  return out;
}
