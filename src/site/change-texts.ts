import { formatSize, formatVersions } from "./format.ts";
import { isRuleId, wordsOf } from "../review/catalogue/rules.ts";
import { visible } from "../registry/model/text.ts";
import { history as words } from "../strings/history.ts";
import { hidden, type Change, type Item } from "../history/index.ts";

/** Characters of a value that a sentence shows. */
const longestValue = 120;
const mostNames = 3;

/** An item in words, and the values that it was and is about, for two lines; "" where there is none. */
export interface ItemText {
  text: string;
  before: string;
  after: string;
}

/** The words of an item in the language of the registry; sizes as people of `lang` write them. */
export function describeItem(item: Item, lang: string): ItemText {
  const [before, after] = [item.before, item.after].map((value) => shown(item, value, lang)) as [
    string,
    string,
  ];
  return { text: visible(textOf({ ...item, name: clip(item.name) })), before, after };
}

function textOf({ type, name, before, after }: Item): string {
  const texts = words.items;
  switch (type) {
    case "gained":
    case "lost":
      return texts[type](isRuleId(name) ? wordsOf(name).title : name);
    case "versions":
      return gainOrLoss(
        texts.versions,
        formatVersions(before.split(", ")),
        formatVersions(after.split(", ")),
      );
    case "architectures":
      return gainOrLoss(texts.architectures, before, after);
    case "setting":
      if (before === "") return texts.set(name);
      return after === "" ? texts.removed(name) : texts.setting(name);
    case "text":
      return texts.texts[name as keyof typeof texts.texts];
    case "image":
      return texts.image(formatVersions(name.split(", ")));
    case "flagged":
    case "unflagged":
    case "more":
      return texts[type](name);
    default:
      return texts[type];
  }
}

function gainOrLoss(texts: typeof words.items.versions, lost: string, gained: string): string {
  if (lost === "") return texts.gained(gained);
  return gained === "" ? texts.lost(lost) : texts.both(gained, lost);
}

/** A value with what it is a value of. */
function shown({ type, path = "" }: Item, value: string, lang: string): string {
  if (type === "versions" || type === "architectures" || value === "") return "";
  if (type === "size") return formatSize(Number(value), lang) || words.notStated;
  if (value === hidden) return visible(clip(path));
  const text = visible(clip(value));
  return path ? `${path}: ${text}` : text;
}

const clip = (text: string): string =>
  text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;

/** An item in one line: "now session runs as root (user: 1000 → root)". A description or a note is not repeated. */
export function sentenceOf(item: Item, lang: string): string {
  const { text, before, after } = describeItem({ ...item, path: "" }, lang);
  const isLong = item.type === "text" && item.name !== "friendly_name";
  const notEmpty = (parts: string[]): string[] => parts.filter((part) => part !== "");
  const values = notEmpty([before, after]).join(" → ");
  const details = notEmpty([visible(clip(item.path ?? "")), values]).join(": ");
  return isLong || details === "" ? text : `${text} (${details})`;
}

/** "Firefox", "84 workspaces". */
export function nameOf({ workspaces }: Pick<Change, "workspaces">): string {
  const [first] = workspaces;
  return visible(workspaces.length > 1 ? words.workspaces(workspaces.length) : (first?.name ?? ""));
}

/** The name, with the event itself where there is nothing more to tell: "Firefox added". */
export function titleOf(change: Pick<Change, "kind" | "workspaces" | "renamedFrom">): string {
  const { kind, workspaces, renamedFrom } = change;
  const [first] = workspaces;
  const name = nameOf(change);
  if (kind === "added" || kind === "withdrawn") return words[kind](name);
  if (kind === "renamed" && workspaces.length > 1) return words.manyRenamed(name);
  if (kind !== "renamed" || !renamedFrom) return name;
  // Only the case of the folder's name changed.
  if (renamedFrom.slug === first?.slug && renamedFrom.name === first.name) return words.manyRenamed(name);
  return renamedFrom.name === first?.name
    ? words.moved(name, first.slug, renamedFrom.slug)
    : words.renamed(name, visible(renamedFrom.name));
}

/** A change in one line: "Firefox: now session runs as root (user: root), and 2 more". */
export function changeLine(change: Change, lang: string): string {
  const [item] = change.items;
  const title = titleOf(change);
  const isWhole = change.kind === "added" || change.kind === "withdrawn" || change.kind === "renamed";
  return item && !isWhole ? words.changed(title, sentenceOf(item, lang), countOf(change.items) - 1) : title;
}

/** The number of items, with those that a long change leaves out. */
function countOf(items: readonly Item[]): number {
  const rest = items.at(-1);
  return rest?.type === "more" ? items.length - 1 + Number(rest.name) : items.length;
}

/** The names of the workspaces of a change, or of the first of them. */
export function namesOf({ workspaces }: Pick<Change, "workspaces">): string {
  const names = workspaces.slice(0, mostNames).map(({ name }) => visible(name));
  const more = workspaces.length - names.length;
  return more > 0 ? words.andMore(names.join(", "), more) : names.join(", ");
}
