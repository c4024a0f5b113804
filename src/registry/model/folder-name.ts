import { names as words } from "../../strings/names.ts";

/** Names that Windows gives to devices, whatever follows the first dot; it passes over spaces before that, and reads small raised digits as digits. */
export const deviceName =
  /^(con|prn|aux|nul|com[\d\u00b9\u00b2\u00b3]|lpt[\d\u00b9\u00b2\u00b3]|conin\$|conout\$) *(\.|$)/i;

/** A control character, or one that ends a line. */
export const controlCharacter = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** Why a folder name cannot be used, as half a sentence; null for names that are fine: spaces, capitals and any script are. */
export function folderNameFault(name: string): string | null {
  if (/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/.test(name)) return words.direction;
  if (controlCharacter.test(name)) return words.control;
  if (name.includes("\ufffd")) return words.notUtf8;
  if (/[<>:"|?*\\]/.test(name)) return words.windowsCharacter;
  if (/^\s|[\s.]$/.test(name)) return words.edge;
  if (deviceName.test(name)) return words.device;
  return null;
}
