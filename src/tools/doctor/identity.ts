import { trimEnd } from "../../registry/model/trim.ts";
import { textBefore } from "../../registry/model/text.ts";
import { isLocal, isLocalHost, isPageAboutFile, siteRoot } from "../../registry/model/address.ts";
import type { JsonValue } from "../../registry/model/json.ts";
import { details } from "../../strings/doctor.ts";
import { readImage } from "../../icons/inspect/format.ts";
import type { Get } from "./fetch.ts";
import { isFirstParty } from "./first-party.ts";
import { wordDiagnosis, type Diagnosis } from "./faults.ts";
import { quoted } from "./printable.ts";
import type { SiteReader } from "./site-reader.ts";

/** A list's values about the registry itself, to be compared with its real address. */
export interface IdentityOptions {
  /** Address of the list, for messages. */
  url: string;
  data: { [key: string]: JsonValue };
  /** Root of the registry with a slash at its end; null for a folder, whose later address is not known. */
  root: string | null;
  reader: SiteReader;
  /** For an icon elsewhere; null where nothing outside may be asked (a folder). */
  get: Get | null;
}

/** Faults of list_url and of the registry's icon. */
export async function examineIdentity(options: IdentityOptions): Promise<Diagnosis[]> {
  const { url, data, root } = options;
  const faults: Diagnosis[] = [];
  const listUrl = typeof data["list_url"] === "string" ? data["list_url"] : null;
  const address = root ?? details.registryAddress;
  const defect = listUrl === null ? null : defectOf(listUrl);
  if (listUrl !== null && defect !== null)
    faults.push({ code: "list-url-invalid", args: { url, found: quoted(listUrl), cause: defect, address } });
  const rehearsal = root !== null && isLocalHost(new URL(root).hostname);
  const site = listUrl !== null && defect === null ? new URL(listUrl).href : null;
  if (root === null && site !== null && isLocal(site))
    faults.push({ code: "list-url-local", args: { url, found: quoted(listUrl) } });
  const here = root !== null && site !== null && sameAddress(site, root);
  if (root !== null && site !== null && !here)
    faults.push({ code: "list-url", args: { url, found: quoted(listUrl), address: root } });

  const icon = data["icon"];
  if (typeof icon !== "string") return faults;
  const parsed = /^https?:\/\//i.test(icon) ? URL.parse(icon) : null;
  if (parsed === null) {
    if (!isFirstParty(root)) faults.push({ code: "list-icon-relative", args: { url, found: quoted(icon) } });
    return faults;
  }
  const inside =
    site !== null && (root === null || here || rehearsal) && parsed.href.startsWith(site)
      ? parsed.href.slice(site.length).replace(/[?#].*/, "")
      : null;
  const limits = { limit: 64 * 1024, cut: true };
  const result =
    inside !== null
      ? await options.reader.get(inside, limits)
      : options.get !== null
        ? await options.get(parsed.href, limits)
        : null;
  if (result === null) return faults;
  const missing = (cause: string): Diagnosis[] => [
    ...faults,
    { code: "list-icon-missing", args: { url, icon: quoted(icon), cause } },
  ];
  if (!result.ok) return missing(details.notLoaded(textBefore(wordDiagnosis(result.fault), ". ")));
  if (result.status !== 200) return missing(details.answers(result.status));
  if (readImage(result.body) === null)
    return missing(isPageAboutFile(icon) ? details.pageAboutPicture : details.notPicture);
  return faults;
}

/** The same root, a missing slash and http or https aside. */
function sameAddress(a: string, b: string): boolean {
  const plain = (text: string): string => trimEnd(new URL(text).href.replace(/^https?:/, ""), "/");
  return plain(a) === plain(b);
}

function defectOf(listUrl: string): string | null {
  if (!/^https?:\/\//i.test(listUrl)) return details.withoutScheme;
  const url = URL.parse(listUrl);
  if (url === null) return details.notAddress;
  if (url.hostname.includes(",")) return details.commaInHost;
  const { extra } = siteRoot(url);
  // A folder of the site may be called like a page; elsewhere the address differs from that of the registry.
  return extra === null || extra === "page" ? null : details.notRoot[extra];
}
