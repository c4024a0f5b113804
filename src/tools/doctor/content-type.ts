import { describeFormat, expectedFormat, extensionOf } from "../../icons/inspect/format.ts";
import type { ImageFormat } from "../../registry/model/types.ts";
import { printable } from "./printable.ts";

/** A web page where another file was expected. */
export function isHtml(bytes: Uint8Array): boolean {
  return /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
    new TextDecoder().decode(bytes.subarray(0, 4096)).replace(/^\ufeff/, ""),
  );
}

const typesOf: Partial<Record<ImageFormat, readonly string[]>> = {
  png: ["image/png"],
  jpeg: ["image/jpeg", "image/jpg"],
  gif: ["image/gif"],
  webp: ["image/webp"],
  svg: ["image/svg+xml"],
  ico: ["image/x-icon", "image/vnd.microsoft.icon"],
};

/** How a picture is announced wrongly: by its Content-Type, or by its name; null where both agree with the bytes. */
export function wrongClaim(format: ImageFormat, contentType: string, name: string): string | null {
  const type = contentType.split(";")[0]!.trim().toLowerCase();
  if (type !== "" && !(typesOf[format] ?? []).includes(type)) return `comes as ${printable(type, 40)}`;
  const expected = expectedFormat(name);
  if (expected === format) return null;
  return expected === null
    ? extensionOf(name) === ""
      ? "its name has no extension"
      : `is named .${printable(extensionOf(name), 20)}`
    : `is named like ${describeFormat(expected)}`;
}
