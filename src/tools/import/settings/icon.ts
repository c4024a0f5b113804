import { posix } from "node:path";
import { importIcon as words, importSettings as settingsWords } from "../../../strings/tools.ts";
import { isNamedAsPage } from "../../../registry/model/address.ts";
import { mendAddress } from "./mend-address.ts";
import { isInside, template, type Correct, type SettingsClues } from "./clues.ts";

/** The icon for registry.json, and the picture to copy for it. */
export interface ImportedIcon {
  icon: string | null;
  /** Path in the repository, and file name in public/. */
  picture: { from: string; to: string } | null;
}

/** Takes the registry's icon over: as an address, or as a copy of a file of the old site. */
export function importIcon(
  { config, publicFiles, otherFiles = [] }: SettingsClues,
  oldSite: string | null,
  correct: Correct,
): ImportedIcon {
  const { reasons } = words;
  const from = config.icon?.trim() ?? "";
  const leaveOut = (reason: string): ImportedIcon => {
    correct(words.leftOut({ from: JSON.stringify(config.icon ?? ""), reason }));
    return { icon: null, picture: null };
  };
  const copy = (file: string, reason: string): ImportedIcon => {
    if (otherFiles.includes(file)) return leaveOut(reasons.noPicture);
    const to = posix.basename(file);
    correct(words.copied({ from: JSON.stringify(from), reason, to }));
    return { icon: to, picture: { from: `site/public/${file}`, to } };
  };
  if (config.icon === undefined) return { icon: null, picture: null };
  if (from === "") return leaveOut(reasons.empty);
  if (from === template.icon) return leaveOut(reasons.template);
  if (/^(?:data|blob|file):/i.test(from)) return leaveOut(reasons.noWebAddress);
  if (!/^https?:\/\//i.test(from) && !/^[\w-]+(?:\.[\w-]+)+\//.test(from)) {
    const file = from.replace(/^\.?\//, "").replace(/^.*?1\.\d+\//, "");
    return publicFiles.includes(file) ? copy(file, reasons.relative) : leaveOut(reasons.relativeAndMissing);
  }
  const mended = mendAddress(from);
  if (mended === null) return leaveOut(reasons.noAddress);
  const page = githubPage(mended.url);
  if (page?.publicFile && publicFiles.includes(page.publicFile))
    return copy(page.publicFile, reasons.githubPage);
  if (!page && oldSite !== null && isInside(mended.url, oldSite)) {
    const inside = fileBelow(mended.url, oldSite);
    if (publicFiles.includes(decoded(inside))) return copy(decoded(inside), reasons.oldSite);
    return leaveOut(`/${inside}` === template.icon ? reasons.templateLogo : reasons.missingOnOldSite);
  }
  if (isNamedAsPage(mended.url)) return leaveOut(reasons.noPicture);
  return { icon: addressOf(mended, page?.raw ?? null, from, correct), picture: null };
}

/** The address that is written: that of the picture itself where `raw` is one of GitHub, else the mended one. */
function addressOf(
  { url, reasons }: { url: string; reasons: string[] },
  raw: string | null,
  written: string,
  correct: Correct,
): string {
  const from = JSON.stringify(written);
  if (raw !== null) correct(words.rawAddress({ from, raw }));
  else if (reasons.length > 0) correct(settingsWords.mended({ key: "icon", from, to: url, reasons }));
  return raw ?? url;
}

/** A page of GitHub about a picture: the address of the picture itself, and its path below site/public/. */
function githubPage(url: string): { raw: string; publicFile: string | null } | null {
  const match = /^https:\/\/github\.com\/([^/]+)\/([^/]+)\/(?:blob|raw)\/([^/]+)\/([^?\n]+)(?:\?.*)?$/.exec(
    url,
  );
  if (!match) return null;
  const [, owner, repository, ref, path] = match as unknown as [string, string, string, string, string];
  return {
    raw: `https://raw.githubusercontent.com/${owner}/${repository}/${ref}/${path}`,
    publicFile: path.startsWith("site/public/") ? decoded(path.slice("site/public/".length)) : null,
  };
}

/** The path of a file of the old site, without the folder of its schema. */
const fileBelow = (url: string, site: string): string =>
  new URL(url).pathname.slice(new URL(site).pathname.length).replace(/^1\.\d+\//, "");

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
