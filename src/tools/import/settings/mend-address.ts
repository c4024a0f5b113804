import { importSettings as words } from "../../../strings/tools.ts";

/** An absolute http(s) address out of one with known typing mistakes, and how it was mended; null where none can be made. */
export function mendAddress(text: string): { url: string; reasons: string[] } | null {
  const reasons: string[] = [];
  let rest = text.trim();
  if (/\s/.test(rest)) {
    rest = rest.replace(/\s+/g, "");
    reasons.push(words.reasons.spaces);
  }
  if (!/^https?:\/\//i.test(rest)) {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(rest) && !/^h\w{2,5}:\/\//i.test(rest)) return null;
    rest = "https://" + rest.replace(/^h?t{1,3}ps?s?:?\/{0,3}/i, "").replace(/^\/+/, "");
    reasons.push(words.reasons.scheme);
  }
  const host = /^https?:\/\/([^/?#]*)/i.exec(rest)?.[1] ?? "";
  if (host.includes(",")) {
    rest = rest.replace(host, host.replaceAll(",", "."));
    reasons.push(words.reasons.comma);
  }
  const url = URL.parse(rest);
  // A name before the host is half a mail address, or a secret that nobody should publish.
  if (!url || url.username !== "") return null;
  if (!/^(?:[\w-]+\.)+[a-z][\w-]*$|^localhost$|^[\d.]+$|^\[/i.test(url.hostname)) return null;
  // The host is written in small letters wherever it is published; that is no correction worth a line.
  return { url: url.href, reasons };
}
