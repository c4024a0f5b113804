import { trimBoth, trimEnd } from "../../registry/model/trim.ts";
import { folderNameFault } from "../../registry/model/folder-name.ts";
import { cutBytes, slugOf } from "../../registry/model/slug.ts";

/**
 * A folder name for a workspace, as close to its name as every operating system allows: "C/C++: Tools" → "C C++ Tools". At most 80 bytes;
 * never empty.
 */
export function folderFromName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*\\/\ufffd]+/gu, " ")
    .replace(/\s+/g, " ");
  const folder = trimEnd(cutBytes(trimBoth(plain, " ."), 80), " .");
  return folder === "" || folderNameFault(folder) !== null ? slugOf(name) : folder;
}
