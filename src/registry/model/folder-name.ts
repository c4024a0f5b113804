/** Names that Windows gives to devices, whatever follows the first dot; it passes over spaces before that, and reads small raised digits as digits. */
export const deviceName =
  /^(con|prn|aux|nul|com[\d\u00b9\u00b2\u00b3]|lpt[\d\u00b9\u00b2\u00b3]|conin\$|conout\$) *(\.|$)/i;

/** Why a folder name cannot be used, as half a sentence; null for names that are fine: spaces, capitals and any script are. */
export function folderNameFault(name: string): string | null {
  if (/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/.test(name))
    return "holds a mark that turns the direction of text";
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)) return "holds a control character, such as a line break";
  if (name.includes("\ufffd")) return "is not valid UTF-8";
  if (/[<>:"|?*\\]/.test(name)) return "holds a character that Windows does not allow";
  if (/^\s|[\s.]$/.test(name)) return "begins or ends with a space, or ends with a dot";
  if (deviceName.test(name)) return "is the name of a device on Windows";
  return null;
}
