import { compareVersions as byNumber } from "../registry/model/kasm-versions.ts";
import { compareSeverity, isAtLeast } from "../review/severity.ts";
import type { Flag, Severity } from "../registry/model/types.ts";
import { imageKey } from "../registry/model/image-lock.ts";
import { abridge, withoutLogins } from "../registry/model/text.ts";
import { compareFindings, mostItems, outerPointers, type FindingChange } from "./compare-findings.ts";
import type { Item, ItemType } from "./item.ts";
import { settingsOf, type Setting } from "./settings.ts";
import { stringsOf } from "../registry/model/releases.ts";
import { repositoryOf, type Version } from "./version.ts";

/** Keys that say what a workspace is, and nothing of what it does. */
export const texts: ReadonlySet<string> = new Set(["friendly_name", "description", "notes", "categories"]);

/** The differences between two versions in the order of `ItemType`; none where they mean the same, as after a change of the schema. */
export function compareVersions(before: Version, after: Version): Item[] {
  const findings = compareFindings(before, after);
  return [
    ...findings.map(({ item }) => item),
    ...compareFlags(before, after),
    ...compareReleases(before, after),
    ...compareArchitectures(before, after),
    ...compareSettings(before, after, findings),
  ];
}

/** Characters of a value at most; of a long one, its beginning and its end. */
const longestValue = 500;

/** The items with their texts abridged, and of many those first that an administrator has to decide on. */
export function abridgeItems(items: readonly Item[]): Item[] {
  if (items.length <= mostItems) return items.map(abridgeItem);
  const shown = items
    .toSorted((a, b) => Number(isOfSecurity(b)) - Number(isOfSecurity(a)))
    .slice(0, mostItems);
  const more: Item = { type: "more", name: String(items.length - mostItems), before: "", after: "" };
  return [...shown.map(abridgeItem), more];
}

/** The item with all of its texts abridged, and without logins. */
function abridgeItem(item: Item): Item {
  const texts = Object.entries(item).map(([key, text]) => [
    key,
    abridge(withoutLogins(text as string), longestValue),
  ]);
  return Object.fromEntries(texts) as unknown as Item;
}

/** Whether it is a finding of medium or more that is new or has another value, another account, start command or place of data, or an image of another origin. */
export function isOfSecurity({ type, name, path = name, severity, before, after }: Item): boolean {
  if (type === "image") return repositoryOf(before) !== repositoryOf(after);
  return (
    ((type === "gained" || type === "setting") && severity && isAtLeast(severity, "medium")) ||
    /^(?:user$|(?:exec_config|entrypoint|command|docker_registry|persistent_profile_path)\b)/.test(path)
  );
}

/** The container registry of an image, and its owner there: "ghcr.io/owner". */
export const ownerOf = (image: string): string => repositoryOf(image).replace(/\/[^/]*$/, "");

/** The flags that are not among others. */
export function withoutFlags(flags: readonly Flag[], others: readonly Flag[]): Flag[] {
  const keyOf = ({ flag, property }: Flag): string => `${flag} ${property}`;
  const known = new Set(others.map(keyOf));
  return flags.filter((flag) => !known.has(keyOf(flag)));
}

function compareFlags(before: Version, after: Version): Item[] {
  const onlyFlags = (of: Version, other: Version): string[] =>
    withoutFlags(of.flags, other.flags).map(({ property }) => property);
  return [
    ...onlyFlags(after, before).map((name): Item => ({ type: "flagged", name, before: "", after: "" })),
    ...onlyFlags(before, after).map((name): Item => ({ type: "unflagged", name, before: "", after: "" })),
  ];
}

/** The images of each Kasm version; a version that is there twice has several. */
function imagesByVersion({ releases }: Version): Map<string, string[]> {
  const groups = Map.groupBy(releases, ({ version }) => version);
  return new Map(
    [...groups].map(([version, its]) => [version, [...new Set(its.map(({ image }) => image))].sort()]),
  );
}

function compareReleases(before: Version, after: Version): Item[] {
  const [old, now] = [imagesByVersion(before), imagesByVersion(after)];
  const moved = new Map<string, Item & { versions: string[] }>();
  const meaning = (images: readonly string[]): string =>
    images.map((image) => imageKey(image) ?? image).join(", ");
  for (const [version, images] of now) {
    const was = old.get(version);
    if (was === undefined || meaning(was) === meaning(images)) continue;
    const [left, right] = [was.join(", "), images.join(", ")];
    const key = JSON.stringify([left, right]);
    const item = moved.get(key) ?? { type: "image", name: "", before: left, after: right, versions: [] };
    item.versions.push(version);
    moved.set(key, item);
  }
  // An image of an origin that is new here, which comes with a Kasm version.
  for (const [version, images] of now) {
    const foreign = images
      .filter((image) => image !== "" && !before.repositories.has(repositoryOf(image)))
      .join(", ");
    if (!old.has(version) && foreign !== "")
      moved.set(version, { type: "image", name: "", before: "", after: foreign, versions: [version] });
  }
  const only = (of: Map<string, unknown>, without: Map<string, unknown>): string =>
    listed([...of.keys()].filter((version) => !without.has(version)));
  const largest = ({ releases }: Version): number => Math.max(0, ...releases.map(({ size }) => size));
  return [
    ...[...moved.values()].map(({ versions, ...item }): Item => ({ ...item, name: listed(versions) })),
    ...changeOf("versions", "", only(old, now), only(now, old)),
    ...changeOf("size", "", String(largest(before)), String(largest(after))),
    ...changeOf("setting", "available_tags", tagsOf(before), tagsOf(after)),
  ];
}

const listed = (versions: readonly string[]): string => versions.toSorted(byNumber).join(", ");
const tagsOf = ({ releases }: Version): string =>
  [...new Set(releases.flatMap(({ tags }) => tags))].sort().join(", ");

function compareArchitectures(before: Version, after: Version): Item[] {
  const namesIn = ({ data }: Version): Set<string> =>
    new Set(stringsOf(data["architecture"]).map(({ text }) => text));
  const [old, now] = [namesIn(before), namesIn(after)];
  const only = (of: Set<string>, others: Set<string>): string => [...of.difference(others)].join(", ");
  return changeOf("architectures", "", only(old, now), only(now, old));
}

/** The settings that differ, but for those that a finding has told of. */
function compareSettings(before: Version, after: Version, findings: readonly FindingChange[]): Item[] {
  const told = new Map([before, after].map((version) => [version, new Set<string>()]));
  for (const { shown, pointer } of findings) for (const version of shown) told.get(version)?.add(pointer);
  const isTold = (version: Version, setting: Setting | undefined): boolean =>
    setting !== undefined &&
    outerPointers(setting.pointer).some((pointer) => told.get(version)?.has(pointer));
  const old = Map.groupBy(onlySettings(before, after), ({ path }) => path);
  const severities = new Map<string, Severity>();
  for (const { pointer, severity } of after.findings) {
    const known = severities.get(pointer);
    if (!known || compareSeverity(severity, known) > 0) severities.set(pointer, severity);
  }
  const changes: Item[] = [];
  for (const setting of onlySettings(after, before)) {
    const { path, shown } = setting;
    const was = path.endsWith("[]") ? undefined : old.get(path)?.shift();
    if (isTold(after, setting) || isTold(before, was)) continue;
    const severity = outerPointers(setting.pointer)
      .flatMap((pointer) => severities.get(pointer) ?? [])
      .sort(compareSeverity)
      .at(-1);
    changes.push({ ...itemOf(path, was?.shown ?? "", shown), ...(severity && { severity }) });
  }
  for (const setting of [...old.values()].flat())
    if (!isTold(before, setting)) changes.push(itemOf(setting.path, setting.shown, ""));
  // Items of a list whose values are not told say the same, and the items of a text are one difference.
  const same = Map.groupBy(changes, (item) => (item.type === "text" ? item.name : JSON.stringify(item)));
  const merged = [...same.values()].map((items): Item => {
    const [first] = items as [Item];
    const join = (side: "before" | "after"): string => items.flatMap((item) => item[side] || []).join(", ");
    return first.type === "text" ? { ...first, before: join("before"), after: join("after") } : first;
  });
  return merged.sort((a, b) => Number(a.type === "text") - Number(b.type === "text"));
}

function onlySettings(version: Version, other: Version): Setting[] {
  const keyOf = ({ path, value }: Setting): string => `${path}\n${value}`;
  const known = new Set(settingsOf(other).map(keyOf));
  return settingsOf(version).filter((setting) => !known.has(keyOf(setting)));
}

/** The item of a setting that differs, with its values as readers see them. */
function itemOf(path: string, before: string, after: string): Item {
  const name = path.replaceAll("[]", "");
  return { type: texts.has(name) ? "text" : "setting", name, before, after };
}

function changeOf(type: ItemType, name: string, before: string, after: string): Item[] {
  return before === after ? [] : [{ type, name, before, after }];
}
