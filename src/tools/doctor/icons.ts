import type { JsonValue } from "../../registry/model/json.ts";
import pLimit from "p-limit";
import { describeFormat, readImage, shownTypes } from "../../icons/inspect/format.ts";
import type { Outcome } from "./fetch.ts";
import { wordFault, type Fault } from "./faults.ts";
import { isHtml, wrongClaim } from "./content-type.ts";
import { printable, quoted, size, some } from "./printable.ts";
import type { Source } from "./source.ts";

/** An icon that workspaces of one list share. */
export interface IconUse {
  /** "1.0" or "1.1". */
  schema: string;
  image_src: JsonValue | undefined;
  /** friendly_names. */
  workspaces: string[];
}

/** Enough to tell the format; the rest of an icon is not loaded unless it is small. */
const enough = 64 * 1024;
const largeIcon = 1_000_000;
const mostIcons = 2000;
/** After so many in a row without an answer the server is not asked further. */
const mostSilent = 16;

/** Asks for every icon and says which would be broken pictures. Bounded: 2,000 icons, and it stops where the server went silent. */
export async function examineIcons(source: Source, uses: IconUse[]): Promise<Fault[]> {
  const queue = pLimit(8);
  let silent = 0;
  let unchecked = Math.max(0, uses.length - mostIcons);
  let cause = `there are more than ${mostIcons}`;
  const examine = async (use: IconUse): Promise<Fault[]> => {
    const workspace = some(use.workspaces.map((name) => quoted(name, 60)));
    const name = use.image_src;
    if (typeof name !== "string") return []; // the list's shape says so already
    if (name === "" || /[/\\\0]/.test(name) || /^\.{1,2}$/.test(name))
      return [{ code: "icon-name", args: { found: quoted(name, 80), workspace } }];
    if (silent >= mostSilent) {
      unchecked++;
      cause = "the server stopped answering";
      return [];
    }
    const outcome = await source.get(`${use.schema}/icons/${encodeURIComponent(name)}`, {
      limit: enough,
      cut: true,
    });
    silent = !outcome.ok && outcome.fault.code === "timed-out" ? silent + 1 : 0;
    return iconFaults(outcome, name, workspace);
  };
  const faults = (await Promise.all(uses.slice(0, mostIcons).map((use) => queue(examine, use)))).flat();
  if (unchecked > 0) faults.push({ code: "icons-unchecked", args: { count: String(unchecked), cause } });
  return faults;
}

/** What is wrong with one answer to the question for an icon. */
export function iconFaults(outcome: Outcome, name: string, workspace: string): Fault[] {
  const url = printable(outcome.url);
  if (!outcome.ok)
    return [
      {
        code: "icon-missing",
        args: { url, cause: `cannot be loaded: ${wordFault(outcome.fault).split(". ")[0]}`, workspace },
      },
    ];
  if (outcome.status !== 200)
    return [{ code: "icon-missing", args: { url, cause: `answers ${outcome.status}`, workspace } }];
  const faults: Fault[] = [];
  const policy = (outcome.headers["cross-origin-resource-policy"] ?? "").trim().toLowerCase();
  if (policy === "same-origin" || policy === "same-site")
    faults.push({ code: "icon-blocked", args: { url, found: policy } });
  const image = readImage(outcome.body);
  const broken = (found: string): Fault[] => [
    ...faults,
    { code: "icon-not-image", args: { url, found, workspace } },
  ];
  if (image === null)
    return broken(
      outcome.body.length === 0 ? "empty" : isHtml(outcome.body) ? "a web page" : "something else",
    );
  if (!shownTypes.has(image.format))
    return broken(`${describeFormat(image.format)}, which not every browser shows`);
  if (image.fault && !outcome.cut) return broken(`a damaged file (${printable(image.fault)})`);
  const claim = wrongClaim(image.format, outcome.headers["content-type"] ?? "", name);
  if (claim !== null)
    faults.push({ code: "icon-type", args: { url, format: describeFormat(image.format), claim, workspace } });
  const length = Number(outcome.headers["content-length"] ?? 0);
  if (outcome.cut && length > largeIcon && outcome.headers["content-encoding"] === undefined)
    faults.push({ code: "icon-large", args: { url, size: size(length), workspace } });
  return faults;
}
