import { isObject, toPointer, type JsonObject } from "../model/json.ts";
import { drawnIcon, iconNames } from "../model/brand-files.ts";
import { limitFaults } from "./limit-faults.ts";
import {
  detectAddress,
  detectSource,
  isLocal,
  isNamedAsPage,
  isPageAboutFile,
  mendScheme,
  normalizeAddress,
  siteRoot,
  type AddressClues,
} from "../model/address.ts";
import { faultAt, type Fault } from "../json/parse.ts";
import { readObject, type ParsedObject } from "../json/read-object.ts";
import { registry as words } from "../../strings/check.ts";
import { isDay } from "../model/day.ts";
import { directionOf, languageTag, likelyLanguageTag } from "../model/language.ts";
import type { FindWorkspace, FormerNames } from "../model/retirement.ts";
import { folderNameFault } from "../model/folder-name.ts";
import { slugOf } from "../model/slug.ts";
import { quote } from "../model/text.ts";
import * as schemas from "../model/schemas.ts";
import { checkSchema } from "./schema.ts";
import type { RegistryJson } from "../model/schema-types.ts";
import type { Identity } from "../model/types.ts";
import { validateRegistry } from "./validators.ts";

/** The world around the content folder that the identity is derived from. */
export interface Surroundings extends Omit<AddressClues, "url"> {
  /** Names of the files in public/, with forward slashes. */
  publicFiles: readonly string[];
}

/** The workspaces of the content folder, for names of them in registry.json. */
export interface PresentWorkspaces {
  find: FindWorkspace;
  /** Folders by slug. */
  folders: ReadonlyMap<string, string>;
}

const nobody: PresentWorkspaces = { find: () => null, folders: new Map() };

/** Parses and checks registry.json; an absent file is an empty one. `data` holds only values that passed. */
export function validateIdentity(
  bytes: Uint8Array | null,
  publicFiles: readonly string[],
  present: PresentWorkspaces = nobody,
): { data: RegistryJson; faults: Fault[] } {
  const { data, faults } = checkIdentity(bytes, publicFiles, present);
  return { data, faults: limitFaults(faults) };
}

function checkIdentity(
  bytes: Uint8Array | null,
  publicFiles: readonly string[],
  present: PresentWorkspaces,
): { data: JsonObject; faults: Fault[] } {
  if (bytes === null) return { data: {}, faults: [] };
  const { parsed, faults } = readObject(bytes, "registry.json");
  if (!parsed) return { data: {}, faults };
  const differences = checkSchema(parsed, validateRegistry, schemas.registry);
  faults.push(
    ...differences.map(asSetting),
    ...valueFaults(parsed, publicFiles),
    ...formerFaults(parsed, present),
  );
  // An address that is probably wrong is published all the same.
  const bad = new Set(
    faults.filter(({ severity }) => severity !== "warning").map(({ pointer }) => pointer.split("/")[1]),
  );
  return { data: Object.fromEntries(Object.entries(parsed.value).filter(([key]) => !bad.has(key))), faults };
}

/** Unlike a workspace, registry.json passes no unknown key on to Kasm, and no server reads it. */
function asSetting(fault: Fault): Fault {
  if (fault.code === "wrong-type") return { ...fault, args: { ...fault.args, why: words.otherType } };
  return fault.code === "unknown-key" ? { ...fault, code: "unknown-setting" } : fault;
}

/** Authored values over derived ones; nothing is left open. */
export function completeIdentity(data: RegistryJson, { publicFiles, ...clues }: Surroundings): Identity {
  // An empty text says nothing, like an absent one.
  const url = detectAddress({ ...clues, url: data.url || undefined });
  const source = data.source || detectSource(clues);
  const owner = source ? ownerOf(source) : null;
  const lang = languageTag(data.lang) ?? "en";
  const icon = data.icon || iconNames.find((file) => publicFiles.includes(file)) || drawnIcon;
  return {
    name: data.name || (owner ? words.nameOf(owner) : words.name),
    description: data.description || (owner ? words.descriptionOf(owner) : words.description),
    icon: isAbsolute(icon) ? icon : new URL(escapePath(icon.replace(/^\.?\//, "")), url).href,
    contactUrl: data.contact_url || (source ? `${source}/issues` : url),
    url,
    source,
    defaultChannel: data.default_channel || null,
    flagsInList: data.flags_in_list !== false,
    icons: data.icons ?? "fit",
    failOn: data.fail_on ?? null,
    accent: data.accent || null,
    lang,
    dir: data.dir ?? directionOf(lang),
  };
}

/** The workspaces that registry.json says were withdrawn or renamed. */
export function formerNames(
  { withdrawn = {}, renamed = {} }: RegistryJson,
  find: FindWorkspace,
): FormerNames {
  const said = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
  return {
    withdrawn: new Map(
      Object.entries(withdrawn).map(([name, value]) => {
        const { since, because, replaced_by: replacement } = isObject(value) ? value : {};
        const replacedBy = find(said(replacement)) ?? "";
        return [slugOf(name), { name, since: said(since), because: said(because), replacedBy }];
      }),
    ),
    renamed: new Map(
      Object.entries(renamed).flatMap(([name, value]) => {
        const slug = find(said(value));
        return slug === null ? [] : [[slugOf(name), slug]];
      }),
    ),
  };
}

/** Addresses in `withdrawn` and `renamed` that a workspace has, and replacements that are no workspaces. */
function formerFaults(parsed: ParsedObject, { find, folders }: PresentWorkspaces): Fault[] {
  const faults: Fault[] = [];
  const report = (pointer: string, ...problem: [Fault["code"], Fault["args"], "key"?]): void => {
    faults.push(faultAt(parsed, pointer, ...problem));
  };
  const keys = new Map<string, string>();
  for (const list of ["withdrawn", "renamed"]) {
    const members = parsed.value[list];
    if (!isObject(members)) continue;
    for (const [key, value] of Object.entries(members)) {
      const pointer = toPointer([list, key]);
      const slug = slugOf(key);
      const other = keys.get(slug);
      keys.set(slug, `${quote(key)} in ${list}`);
      const isName = /[\p{L}\p{N}]/u.test(key) && !key.includes("/") && folderNameFault(key) === null;
      if (!isName || other !== undefined) {
        const reason = isName ? words.sameAddress(other!) : words.noFolder;
        report(pointer, "former-address", { list, key: quote(key), ...reason }, "key");
        continue;
      }
      const folder = folders.get(slug);
      if (folder !== undefined)
        report(pointer, "withdrawn-still-here", { list, key: quote(key), folder: quote(folder) }, "key");
      const [name, replacement, at] =
        list === "renamed"
          ? [quote(key), value, pointer]
          : ["replaced_by", isObject(value) && value["replaced_by"], `${pointer}/replaced_by`];
      if (typeof replacement === "string" && replacement !== "" && find(replacement) === null)
        report(at, "replaced-by-unknown", { key: name, found: quote(replacement) });
      const since = isObject(value) && value["since"];
      if (typeof since === "string" && /^\d{4}-\d{2}-\d{2}$/.test(since) && !isDay(since))
        report(`${pointer}/since`, "wrong-pattern", {
          key: "since",
          found: quote(since),
          example: '"2026-11-29"',
        });
    }
  }
  return faults;
}

function escapePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** The first part of a repository's path, as people write it. */
function ownerOf(source: string): string | null {
  const part = URL.parse(source)?.pathname.split("/")[1] ?? "";
  try {
    return decodeURIComponent(part) || null;
  } catch {
    return part;
  }
}

function valueFaults(parsed: ParsedObject, publicFiles: readonly string[]): Fault[] {
  const data = parsed.value;
  const faults: Fault[] = [];
  const report = (key: string, code: Fault["code"], args: Record<string, string>): void => {
    faults.push(faultAt(parsed, `/${key}`, code, args));
  };
  for (const key of ["url", "source", "contact_url"]) {
    const value = data[key];
    if (typeof value !== "string" || (value === "" && key === "contact_url")) continue;
    if (key === "contact_url" && /^mailto:[^\s@]+@\S+$/i.test(value)) continue;
    const cause = addressFault(value, key);
    if (cause) report(key, "registry-address", { key, found: quote(value), ...cause });
    else if (key === "url" && value !== "") faults.push(...siteFault(parsed, value));
  }
  const { lang, icon } = data;
  if (typeof lang === "string" && languageTag(lang) === null) {
    const likely = likelyLanguageTag(lang);
    const cure = likely ? words.didYouMean(quote(likely)) : words.language;
    report("lang", "unknown-language", { found: quote(lang), cure });
  }
  if (typeof icon !== "string" || icon === "") return faults;
  if (isAbsolute(icon)) {
    const cause = addressFault(icon, "icon");
    if (cause) report("icon", "registry-address", { key: "icon", found: quote(icon), ...cause });
    else if (isPageAboutFile(icon) || isNamedAsPage(icon))
      report("icon", "registry-address", {
        key: "icon",
        found: quote(icon),
        ...words[isPageAboutFile(icon) ? "pageAboutPicture" : "noPicture"],
      });
  } else if (!publicFiles.includes(icon.replace(/^\.?\//, "")))
    report("icon", "registry-icon-missing", { found: quote(icon) });
  else if (isNamedAsPage(icon))
    report("icon", "registry-address", { key: "icon", found: quote(icon), ...words.noPicture });
  return faults;
}

/** An address at which no registry is found: an error where that is certain, else a warning. */
function siteFault(parsed: ParsedObject, url: string): Fault[] {
  const { root, extra } = siteRoot(new URL(url));
  const problem = extra ?? (isLocal(url) ? "local" : /[?#]/.test(url) ? "query" : null);
  if (problem === null) return [];
  const cure = problem === "local" ? words.localCure : words.root(quote(root));
  const fault = faultAt(parsed, "/url", "registry-address", {
    key: "url",
    found: quote(url),
    cause: words.notSite[problem],
    cure,
  });
  return [/^(repository|file|schema)$/.test(problem) ? fault : { ...fault, severity: "warning" }];
}

function addressFault(value: string, key: string): { cause: string; cure: string } | null {
  const cure = words.absolute(JSON.stringify(schemas.registry.properties?.[key]?.examples?.at(-1)));
  if (value.trim() === "") return words.empty;
  if (/^https?:\/\/[^/?#]*@/i.test(value)) return words.login;
  const host = value.replace(/^[a-z+]+:\/\//i, "").split("/")[0] ?? "";
  const mean = (likely: string): string => words.didYouMean(quote(likely));
  if (host.includes(",")) return { cause: words.comma, cure: mean(value.replace(",", ".")) };
  if (/\s/.test(value)) return { cause: words.space, cure };
  if (!/^https?:\/\//i.test(value)) {
    const { text } = mendScheme(value);
    const likely = /^https?:\/\/[^/]+\./i.test(text) ? normalizeAddress(text) : null;
    if (likely === null) return { cause: words.noScheme, cure };
    return { cause: words.noScheme, cure: mean(key === "url" ? siteRoot(new URL(likely)).root : text) };
  }
  if (normalizeAddress(value) === null) return { cause: words.noAddress, cure };
  if (key === "url" && /\/1\.\d\/?$/.test(value))
    return { cause: words.schemaVersion, cure: words.root(quote(value.replace(/1\.\d\/?$/, ""))) };
  return null;
}

function isAbsolute(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith("//");
}
