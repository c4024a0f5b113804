import { textBefore } from "../../registry/model/text.ts";
import { describeFormat, expectedFormat, extensionOf, mediaTypes } from "../../icons/inspect/format.ts";
import { details } from "../../strings/doctor.ts";
import type { ImageFormat } from "../../registry/model/types.ts";
import { printable } from "./printable.ts";

/** Whether a file is a web page. */
export function isHtml(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 4096)).replace(/^\ufeff/, "");
  return /^<(?:!doctype\s+html|html|head|body)\b/i.test(afterComments(text));
}

/** The text without the comments at its beginning; a loop, because a pattern for them takes exponential time. */
function afterComments(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith("<!--")) {
    const end = rest.indexOf("-->", 4);
    if (end < 0) return "";
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

/** The media type of a Content-Type header, without its parameters. */
export const mediaTypeIn = (header: string | undefined): string =>
  textBefore(header ?? "", ";")
    .trim()
    .toLowerCase();

/** Says how the Content-Type or the name of a picture contradicts its bytes; null where both agree. */
export function wrongClaim(format: ImageFormat, contentType: string, name: string): string | null {
  const type = mediaTypeIn(contentType);
  if (type !== "" && !mediaTypes[format]?.includes(type)) return details.typeClaim(printable(type, 40));
  const expected = expectedFormat(name);
  if (expected === format) return null;
  return expected === null
    ? extensionOf(name) === ""
      ? details.noExtension
      : details.extensionClaim(printable(extensionOf(name), 20))
    : details.formatClaim(describeFormat(expected));
}
