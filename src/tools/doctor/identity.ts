import type { JsonValue } from "../../registry/model/json.ts";
import { readImage } from "../../icons/inspect/format.ts";
import type { Get } from "./fetch.ts";
import { wordFault, type Fault } from "./faults.ts";
import { printable, quoted } from "./printable.ts";
import type { Source } from "./source.ts";
import { isLocal } from "./typed-url.ts";

/** What a list says about the registry itself, held against where the registry really is. */
export interface IdentityQuestion {
  /** Address of the list, for messages. */
  url: string;
  data: { [key: string]: JsonValue };
  /** Root of the registry with a slash at its end; null for a folder, whose later address is not known. */
  root: string | null;
  source: Source;
  /** For an icon elsewhere; null where nothing outside may be asked (a folder). */
  get: Get | null;
}

/** Faults of list_url and of the registry's icon. */
export async function examineIdentity(question: IdentityQuestion): Promise<Fault[]> {
  const { url, data, root } = question;
  const faults: Fault[] = [];
  const listUrl = typeof data["list_url"] === "string" ? data["list_url"] : null;
  const address = root ?? "the address of the registry";
  const trouble = listUrl === null ? null : troubleWith(listUrl);
  if (listUrl !== null && trouble !== null)
    faults.push({ code: "list-url-invalid", args: { url, found: quoted(listUrl), cause: trouble, address } });
  const rehearsal = root !== null && isLocal(new URL(root).hostname);
  const here = root !== null && listUrl !== null && trouble === null && sameAddress(listUrl, root);
  if (root !== null && listUrl !== null && trouble === null && !here)
    faults.push({ code: "list-url", args: { url, found: quoted(listUrl), address: root } });

  const icon = data["icon"];
  if (typeof icon !== "string") return faults;
  const parsed = /^https?:\/\//i.test(icon) ? URL.parse(icon) : null;
  if (parsed === null) return [...faults, { code: "list-icon-relative", args: { url, found: quoted(icon) } }];
  const inside =
    listUrl !== null &&
    trouble === null &&
    (root === null || here || rehearsal) &&
    parsed.href.startsWith(new URL(listUrl).href)
      ? parsed.href.slice(new URL(listUrl).href.length).replace(/[?#].*$/, "")
      : null;
  const limits = { limit: 64 * 1024, cut: true };
  const outcome =
    inside !== null
      ? await question.source.get(inside, limits)
      : question.get !== null
        ? await question.get(parsed.href, limits)
        : null;
  if (outcome === null) return faults;
  const missing = (cause: string): Fault[] => [
    ...faults,
    { code: "list-icon-missing", args: { url, icon: quoted(icon), cause } },
  ];
  if (!outcome.ok) return missing(`cannot be loaded: ${wordFault(outcome.fault).split(". ")[0]}`);
  if (outcome.status !== 200) return missing(`answers ${outcome.status}`);
  if (readImage(outcome.body) === null)
    return missing(
      /github\.com\/.+\/blob\//.test(icon)
        ? "is a page of GitHub about the picture, not the picture (use the raw address)"
        : "is no picture",
    );
  return faults;
}

/** The same root, a missing slash and http or https aside. */
function sameAddress(a: string, b: string): boolean {
  const plain = (text: string): string => new URL(text).href.replace(/^https?:/, "").replace(/\/+$/, "");
  return plain(a) === plain(b);
}

function troubleWith(listUrl: string): string | null {
  if (!/^https?:\/\//i.test(listUrl)) return "which has no https:// in front";
  const url = URL.parse(listUrl);
  if (url === null) return "which is no address";
  if (url.hostname.includes(",")) return "with a comma in the host name";
  if (/\/1\.[01]\/?$/.test(url.pathname)) return "the folder of one schema";
  if (/\/list\.json$/.test(url.pathname)) return "a file";
  return printable(listUrl) === "" ? "which is empty" : null;
}
