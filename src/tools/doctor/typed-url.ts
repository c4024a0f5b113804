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

const fileNames = /^(?:list\.json|versions\.txt|versions\.json|index\.html?|workspaces\.json)$/i;
const storeFrontPages = /^(?:workspaces|new|flags|icons|schema|404\.html)$/i;

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

  const scheme = mendScheme(text);
  text = scheme.text;
  const host = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? "";
  const hasComma = host.includes(",");
  if (hasComma) text = text.replace(host, () => host.replaceAll(",", "."));

  const url = URL.parse(text);
  const cause = url === null ? details.notReadable : hostFault(url);
  if (url === null || cause !== null)
    return unusable({ code: "typed-not-an-address", args: { typed: quoted(typed), cause: cause! } });

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
  if (hasComma) add("typed-comma", { host: quoted(host), better });
  if (credentials) add("typed-credentials", {});
  if (query) add("typed-query", { what: quoted(queryText), better });
  if (url.protocol === "http:" && !isLocalHost(url.hostname))
    add("typed-http", { better: better.replace("http:", "https:") });
  if (isLocalHost(url.hostname)) add("typed-local", { host: printable(url.hostname) });
  if (path.length === 0 && !url.pathname.endsWith("/")) add("typed-no-slash", { better });
  const isMended = scheme.fault !== null || hasComma;
  return { asTyped: isMended ? null : query ? queried : url.href, suggested: better, form, path };
}

/** Without the quotation marks and brackets that are copied along from a text. */
const withoutWrapping = (typed: string): string =>
  typed
    .trim()
    .replace(/^[<"'`“”‘’(\[]+|[>"'`“”‘’)\],;]+$/g, "")
    .trim();

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

/** Loopback, private and link-local addresses, and names that only a local network knows. */
export function isLocalHost(host: string): boolean {
  const name = host.toLowerCase().replace(/[[\]]/g, "");
  return (
    /\.(?:localhost|local|internal|lan|home\.arpa)$/.test(name) ||
    /^(?:127|10|0)\./.test(name) ||
    /^192\.168\./.test(name) ||
    /^169\.254\./.test(name) ||
    /^172\.(?:1[6-9]|2\d|3[01])\./.test(name) ||
    name === "::1" ||
    /^f[cd][0-9a-f]{2}:|^fe80:/.test(name) ||
    (!name.includes(".") && !name.includes(":"))
  );
}

/** A dotted name, an IPv4 or IPv6 address, or localhost: the URL parser accepts more, but that is a typing error. */
function isHost(host: string): boolean {
  return (
    host.startsWith("[") ||
    /^(?=.{1,253}\.?$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*\.?$/i.test(
      host,
    )
  );
}

/** "htps://", "https//", "https:/" and a missing scheme; `fault` says which. */
function mendScheme(text: string): { text: string; fault: null | "none" | "odd"; found?: string } {
  if (/^https?:\/\/(?!\/)/i.test(text) && !/^https?:\/\/https?:?\/\//i.test(text))
    return { text, fault: null };
  const doubled = /^https?:\/\/(https?:?\/\/)/i.exec(text);
  if (doubled) return { text: "https://" + text.slice(doubled[0].length), fault: "odd", found: doubled[0] };
  const odd = /^(?:h?t{1,3}|hxx|hht)ps{0,2}[:;.,]?\/{0,3}(?=[a-z0-9[])/i.exec(text);
  if (odd && /[:;/]/.test(odd[0]))
    return {
      text: (/ps/i.test(odd[0]) ? "https://" : "http://") + text.slice(odd[0].length),
      fault: "odd",
      found: odd[0],
    };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^(?:mailto|data|javascript|file|blob):/i.test(text))
    return { text, fault: null };
  return { text: "https://" + text.replace(/^\/+/, ""), fault: "none" };
}

/** Takes schema folders, file names, store-front pages and repository pages off the address and reports them. */
function mendPath(given: URL, path: Diagnosis[]): URL {
  const url = new URL(given);
  const repository = repositorySite(url);
  if (repository) {
    path.push({ code: "typed-repository", args: { host: printable(url.hostname), better: repository } });
    return new URL(repository);
  }
  const parts = url.pathname.split("/").filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  const root = (keep: number): URL =>
    new URL(
      "/" +
        parts
          .slice(0, keep)
          .map((part) => part + "/")
          .join(""),
      url,
    );
  const schema = parts.findIndex((part) => /^1\.[01]$/.test(part));
  const page = parts.findIndex((part) => storeFrontPages.test(part));
  const keep = [schema, page]
    .filter((at) => at !== -1)
    .reduce((a, b) => Math.min(a, b), fileNames.test(last) ? parts.length - 1 : parts.length);
  const target = root(keep);
  if (keep === parts.length) return target;
  const rest = parts
    .slice(keep)
    .map((part) => printable(part, 40))
    .join("/");
  if (fileNames.test(last)) path.push({ code: "typed-file", args: { file: rest, better: target.href } });
  else if (keep === schema && parts.length === keep + 1)
    path.push({ code: "typed-schema-folder", args: { folder: rest + "/", better: target.href } });
  else path.push({ code: "typed-page", args: { page: rest, better: target.href } });
  return target;
}

/** The Pages address of a repository's web page on GitHub or GitLab; null for any other address. */
function repositorySite(url: URL): string | null {
  const host = url.hostname.toLowerCase();
  const pages =
    host === "github.com" || host === "www.github.com" || host === "raw.githubusercontent.com"
      ? "github.io"
      : host === "gitlab.com"
        ? "gitlab.io"
        : null;
  const [owner = "", name] = url.pathname.split("/").filter((part) => part !== "");
  if (pages === null || name === undefined) return null;
  const site = `${owner.toLowerCase()}.${pages}`;
  const repository = name.replace(/\.git$/, "");
  return repository.toLowerCase() === site ? `https://${site}/` : `https://${site}/${repository}/`;
}
