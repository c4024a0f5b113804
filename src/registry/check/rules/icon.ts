import { deviceName } from "../../model/folder-name.ts";
import {
  describeFormat,
  expectedFormat,
  extensionOf,
  largestIconSide,
  mostPixels,
  publishedSide,
  properExtension,
  shownTypes,
} from "../../../icons/inspect/format.ts";
import { quote, firstNames } from "../../model/text.ts";
import type { ImageInfo, SourceFile } from "../../model/types.ts";
import { icons as words } from "../../../strings/check.ts";
import type { ParsedWorkspace, Report, WorkspaceRule } from "./rule.ts";
import { isReadme } from "../../model/readme-file.ts";

/** Kasm's documentation asks for 50 × 50 pixels at least. */
const smallestSide = 50;
/** Pixels; a drawing that says less is not drawn. */
const smallestDrawing = 0.1;

/** Everything that can be wrong with the icon beside workspace.json, but for what a neighbour folder says about it. */
export const icon: WorkspaceRule = { name: "icon", check: checkIcon };

export function checkIcon({ data, files }: Pick<ParsedWorkspace, "data" | "files">, report: Report): void {
  const name = data["image_src"];
  if (typeof name !== "string" || name === "") return;
  if (reportBadName(name, report) || files === null) return;
  const file = files.find((candidate) => candidate.name === name);
  if (!file || file.kind === "directory") return reportMissing(name, files, report);
  if (file.kind !== "file" || file.sha1 === "") return;
  reportContent(file, report);
}

/** A name that is an address, a path, or no file name everywhere; true when one of them was reported. */
function reportBadName(name: string, report: Report): boolean {
  const found = quote(name);
  if (/^blob:/i.test(name)) report("icon-blob", "/image_src", { found });
  else if (/^(https?:)?\/\/|^data:|^[a-z][a-z0-9+.-]+:\/\//i.test(name))
    report("icon-url", "/image_src", { found });
  else {
    const cause = pathFault(name);
    if (!cause) return false;
    const bare = name.split(/[/\\]/).at(-1) ?? "";
    const cure = bare !== name && pathFault(bare) === null ? words.moveAndWrite(quote(bare)) : words.rename;
    report("icon-path", "/image_src", { found, cause, cure });
  }
  return true;
}

/** Whether an image_src may name it. */
export const isIconFile = ({ image, name }: SourceFile): boolean =>
  image !== null && pathFault(name) === null;

/** Why this is no bare file name that every system and every web server takes, as half a sentence; null when it is one. */
export function pathFault(name: string): string | null {
  if (/[\p{Cc}\p{Cf}]/u.test(name)) return words.invisible;
  if (name === "." || name === ".." || /[/\\]/.test(name)) return words.path;
  if (/%[0-9a-f]{2}/i.test(name)) return words.encoded;
  if (/[<>:"|?*#%]/.test(name)) return words.character;
  if (/^\s|[\s.]$/.test(name)) return words.edge;
  if (deviceName.test(name)) return words.device;
  if (new TextEncoder().encode(name).length > 200) return words.long;
  return null;
}

function reportMissing(name: string, files: readonly SourceFile[], report: Report): void {
  const others = files.filter(
    ({ kind, name: other }) => kind === "file" && other !== "workspace.json" && !isReadme(other),
  );
  const otherCase = others.find(
    (file) => file.name.normalize("NFC").toLowerCase() === name.normalize("NFC").toLowerCase(),
  );
  if (otherCase)
    return report("icon-case", "/image_src", { found: quote(name), file: quote(otherCase.name) });
  const [only, another] = others.filter(isIconFile);
  const args = {
    found: quote(name),
    files: others.length === 0 ? words.noPicture : firstNames(others.map((file) => file.name)),
    cure: only && !another ? words.setTo(quote(only.name)) : words.add,
  };
  report("icon-missing", "/image_src", args);
}

function reportContent(file: SourceFile, report: Report): void {
  const name = quote(file.name);
  const at = "/image_src";
  if (!file.image) return report("icon-type", at, { name, found: words.noFormat });
  const { format, width, height, fault, frames = 1, lost = [] } = file.image;
  const found = describeFormat(format);
  if (!shownTypes.has(format)) return report("icon-type", at, { name, found });
  if (fault) return report("icon-broken", at, { name, cause: fault });
  const extension = extensionOf(file.name);
  const stem = extension ? file.name.slice(0, -extension.length) : `${file.name}.`;
  const suggestion = quote(`${stem}${properExtension(format)}`);
  const announced = words.announced(extension);
  if (expectedFormat(file.name) === null) report("icon-extension", at, { name, suggestion });
  else if (expectedFormat(file.name) !== format)
    report("icon-content-type", at, { name, found, announced, suggestion });
  if (file.image.isBlank) report("icon-blank", at, { name });
  if (lost.length > 0) report("icon-stripped", at, { name, parts: firstNames(lost) });
  if (width === null || height === null) {
    if (format === "svg") report("icon-unsized", at, { name });
    return;
  }
  const size = `${width} × ${height}`;
  const tooLarge = words.tooLarge({ size, limit: largestIconSide });
  if (Math.max(width, height) > largestIconSide)
    return report("icon-too-large", at, { name, cause: tooLarge });
  if (Math.max(width, height) > publishedSide && frames * width * height > mostPixels)
    return report("icon-too-large", at, { name, cause: words.tooManyFrames({ size, frames }) });
  if (isInvisible(file.image)) return report("icon-broken", at, { name, cause: words.size(size) });
  if (Math.abs(width - height) > Math.max(1, Math.max(width, height) * 0.02))
    report("icon-not-square", at, { name, size });
  if (Math.min(width, height) < smallestSide && format !== "svg") report("icon-small", at, { name, size });
}

/** Whether nothing of the picture is left at the size of an icon. A drawing is made smaller as a whole, and a side of less than a pixel shows nothing. */
function isInvisible({ format, width, height }: ImageInfo): boolean {
  const [small = 0, large = 0] = [width ?? 0, height ?? 0].toSorted((a, b) => a - b);
  return small <= 0 || (format === "svg" && (small < smallestDrawing || large > 100 * small));
}
