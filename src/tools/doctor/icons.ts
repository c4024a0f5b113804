import { textBefore } from "../../registry/model/text.ts";
import type { JsonValue } from "../../registry/model/json.ts";
import pLimit from "p-limit";
import { details } from "../../strings/doctor.ts";
import { describeFormat, readImage, shownTypes } from "../../icons/inspect/format.ts";
import type { FetchResult } from "./request.ts";
import { wordDiagnosis, type Diagnosis } from "./faults.ts";
import { isHtml, wrongClaim } from "./content-type.ts";
import { printable, quoted, size, some } from "./printable.ts";
import type { SiteReader } from "./site-reader.ts";

/** An icon that workspaces of one list share. */
export interface IconUse {
  /** "1.0" or "1.1". */
  schema: string;
  image_src: JsonValue | undefined;
  /** friendly_names. */
  workspaces: string[];
}

/** The first bytes tell the format; the rest of a larger icon is not loaded. */
const maxIconBytes = 64 * 1024;
const largeIcon = 1_000_000;
const maxIcons = 2000;
/** After so many timeouts in a row the server is not asked again. */
const maxTimeouts = 16;

/** Asks for every icon and reports those that would be broken pictures. Bounded: 2,000 icons, and it stops where the server went silent. */
export async function examineIcons(reader: SiteReader, uses: IconUse[]): Promise<Diagnosis[]> {
  const queue = pLimit(8);
  let timeouts = 0;
  let unchecked = Math.max(0, uses.length - maxIcons);
  let cause = details.tooManyIcons(maxIcons);
  const examine = async (use: IconUse): Promise<Diagnosis[]> => {
    const workspace = some(use.workspaces.map((name) => quoted(name, 60)));
    const name = use.image_src;
    if (typeof name !== "string") return []; // the check of the list against its schema says so already
    if (name === "" || /[/\\\0]/.test(name) || /^\.{1,2}$/.test(name))
      return [{ code: "icon-name", args: { found: quoted(name, 80), workspace } }];
    if (timeouts >= maxTimeouts) {
      unchecked++;
      cause = details.serverSilent;
      return [];
    }
    const result = await reader.get(`${use.schema}/icons/${encodeURIComponent(name)}`, {
      limit: maxIconBytes,
      cut: true,
    });
    timeouts = !result.ok && result.fault.code === "timed-out" ? timeouts + 1 : 0;
    return iconFaults(result, name, workspace);
  };
  const faults = (await Promise.all(uses.slice(0, maxIcons).map((use) => queue(examine, use)))).flat();
  if (unchecked > 0) faults.push({ code: "icons-unchecked", args: { count: String(unchecked), cause } });
  return faults;
}

/** Faults of one icon. */
export function iconFaults(result: FetchResult, name: string, workspace: string): Diagnosis[] {
  const url = printable(result.url);
  if (!result.ok)
    return [
      {
        code: "icon-missing",
        args: { url, cause: details.notLoaded(textBefore(wordDiagnosis(result.fault), ". ")), workspace },
      },
    ];
  if (result.status !== 200)
    return [{ code: "icon-missing", args: { url, cause: details.answers(result.status), workspace } }];
  const faults: Diagnosis[] = [];
  const policy = (result.headers["cross-origin-resource-policy"] ?? "").trim().toLowerCase();
  if (policy === "same-origin" || policy === "same-site")
    faults.push({ code: "icon-blocked", args: { url, found: policy } });
  const image = readImage(result.body);
  const broken = (found: string): Diagnosis[] => [
    ...faults,
    { code: "icon-not-image", args: { url, found, workspace } },
  ];
  if (image === null)
    return broken(
      result.body.length === 0
        ? details.emptyFile
        : isHtml(result.body)
          ? details.webPage
          : details.otherContent,
    );
  if (!shownTypes.has(image.format)) return broken(details.rareFormat(describeFormat(image.format)));
  if (image.fault && !result.cut) return broken(details.damagedFile(printable(image.fault)));
  const claim = wrongClaim(image.format, result.headers["content-type"] ?? "", name);
  if (claim !== null)
    faults.push({ code: "icon-type", args: { url, format: describeFormat(image.format), claim, workspace } });
  const length = Number(result.headers["content-length"] ?? 0);
  if (result.cut && length > largeIcon && result.headers["content-encoding"] === undefined)
    faults.push({ code: "icon-large", args: { url, size: size(length), workspace } });
  return faults;
}
