import { trimEnd } from "../../registry/model/trim.ts";
import { isLocalHost, mendScheme, siteRoot } from "../../registry/model/address.ts";
import { details } from "../../strings/doctor.ts";
import type { Diagnosis } from "./faults.ts";
import { printable, quoted } from "./printable.ts";

/** An address as typed into Kasm's box, and the one that was probably intended. */
export interface TypedAddress {
  /** As Kasm would use it; null where no request can be made of it. */
  asTyped: string | null;
  /** The root of the registry that was probably intended, with a slash at its end; null where nothing can be guessed. */
  suggested: string | null;
  /** Mistakes in the form; they hold whatever the server says. */
  form: Diagnosis[];
  /** Mistakes in the path; they are dropped where a registry answers at `asTyped` after all. */
  path: Diagnosis[];
}

/** Reads an address as a person typed it. Never throws; asks no server. */
export function readTyped(typed: string): TypedAddress {
  const form: Diagnosis[] = [];
  const path: Diagnosis[] = [];
  const add = (code: Diagnosis["code"], args: Diagnosis["args"]): number => form.push({ code, args });
  let text = withoutWrapping(typed);
  if (text === "") return unusable({ code: "typed-empty", args: {} });
  const wrapped = text !== typed;
  const spaced = /\s/.test(text);
  text = text.replaceAll(/\s/g, "");

  // A path of Windows begins with one, or with a drive.
  const hasBackslash = text.includes("\\") && !/^(?:[a-z]:)?\\/i.test(text);
  if (hasBackslash) text = text.replaceAll("\\", "/");
  const scheme = mendScheme(text);
  text = scheme.text;
  const host = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? "";
  const hasComma = host.includes(",");
  if (hasComma) text = text.replace(host, () => host.replaceAll(",", "."));

  const url = URL.parse(text);
  const refuse = (cause: string): TypedAddress =>
    unusable({ code: "typed-not-an-address", args: { typed: quoted(typed), cause } });
  if (url === null) return refuse(details.notReadable);
  const cause = hostFault(url);
  if (cause !== null) return refuse(cause);

  const credentials = url.username !== "" || url.password !== "";
  [url.username, url.password] = ["", ""];
  const query = url.search !== "" || url.hash !== "";
  const queryText = printable(url.search + url.hash, 40);
  const queried = url.href;
  [url.search, url.hash] = ["", ""];

  const better = mendPath(url, path).href;
  if (wrapped || spaced)
    add("typed-wrapped", { what: wrapped && !spaced ? details.wrappedIn : details.wrappedInSpaces, better });
  if (scheme.fault === "none") add("typed-no-scheme", { better });
  if (scheme.fault === "odd") add("typed-scheme", { scheme: quoted(scheme.found), better });
  if (hasBackslash) add("typed-backslash", { better });
  // Letters of East Asian width look alike; the parser of addresses takes them for the plain ones.
  if (/[\uff01-\uff5e\u3002\uff61]/.test(host)) add("typed-wide", { host: quoted(host), better });
  if (hasComma) add("typed-comma", { host: quoted(host), better });
  if (credentials) add("typed-credentials", {});
  if (query) add("typed-query", { what: quoted(queryText), better });
  if (url.protocol === "http:" && !isLocalHost(url.hostname))
    add("typed-http", { better: better.replace("http:", "https:") });
  if (isLocalHost(url.hostname)) add("typed-local", { host: printable(url.hostname) });
  if (path.length === 0 && !url.pathname.endsWith("/")) add("typed-no-slash", { better });
  const isMended = scheme.fault !== null || hasComma || hasBackslash;
  return { asTyped: isMended ? null : query ? queried : url.href, suggested: better, form, path };
}

/** Without the quotation marks and brackets that are copied along from a text; those of an IPv6 address stay. */
function withoutWrapping(typed: string): string {
  let text = typed.trim();
  while (/^[<"'`“”‘’(]|^\[(?![0-9a-f:.]{2,45}\])/i.test(text)) text = text.slice(1);
  const inner = trimEnd(text, ">\"'`“”‘’)],;");
  const isCut = /\[[0-9a-f:.]{2,45}$/i.test(inner) && text[inner.length] === "]";
  return (isCut ? `${inner}]` : inner).trim();
}

/** Why no web server has this address, as half a sentence; null where one can. */
function hostFault({ protocol, hostname }: URL): string | null {
  if (!/^https?:/.test(protocol)) return details.notWeb(printable(protocol));
  return isHost(hostname) ? null : details.notHostName(quoted(hostname));
}

const unusable = (fault: Diagnosis): TypedAddress => ({
  asTyped: null,
  suggested: null,
  form: [fault],
  path: [],
});

/** A dotted name, an IPv4 or IPv6 address, or localhost: the URL parser accepts more, but that is a typing error. */
function isHost(host: string): boolean {
  return (
    host.startsWith("[") ||
    /^(?=.{1,253}\.?$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*\.?$/i.test(
      host,
    )
  );
}

/** Takes off the address what does not belong to the root of a site, corrects its host, and reports both. */
function mendPath(given: URL, path: Diagnosis[]): URL {
  const { root, extra, rest: found } = siteRoot(given);
  const url = new URL(root);
  const better = url.href;
  const rest = found
    .split("/")
    .map((part) => printable(part, 40))
    .join("/");
  if (extra === "repository")
    path.push({ code: "typed-repository", args: { host: printable(given.hostname), better } });
  else if (extra === "host")
    path.push({ code: "typed-host", args: { host: printable(given.hostname), better } });
  else if (extra === "file") path.push({ code: "typed-file", args: { file: rest, better } });
  else if (extra === "schema")
    path.push({ code: "typed-schema-folder", args: { folder: `${rest}/`, better } });
  else if (extra === "page") path.push({ code: "typed-page", args: { page: rest, better } });
  return url;
}
