import { createHash } from "node:crypto";
import { isOfSecurity, ownerOf } from "./compare-versions.ts";
import type { FolderEvent } from "./event.ts";
import type { Item } from "./item.ts";

/** Share of the workspaces that a commit has to change alike for it to be one event of the registry, and how many at least. */
const share = 0.3;
const fewest = 3;

/** Whether so many of all workspaces are many. */
export function areMany(number: number, all: number): boolean {
  return number >= fewest && number > all * share;
}

/** Events with the same commit, kind and items. */
export interface Group {
  /** Names it among the groups of its commit; "" for an event by itself. */
  key: string;
  members: FolderEvent[];
  /** What all of them have in common. */
  items: Item[];
}

/** Puts the events of a commit together that changed many workspaces alike; the others stay by themselves. Keeps the order. */
export function groupAlike(events: readonly FolderEvent[], counts: ReadonlyMap<string, number>): Group[] {
  const alike = Map.groupBy(
    events,
    (event) => `${event.first.id} ${event.last.id} ${event.kind} ${signatureOf(event)}`,
  );
  const isMany = (members: readonly FolderEvent[]): boolean => {
    const [{ last, kind }] = members as [FolderEvent];
    const count = (counts.get(last.id) ?? 0) + (kind === "withdrawn" ? members.length : 0);
    return areMany(members.length, count);
  };
  return [...alike.values()]
    .flatMap((members): Group[] =>
      isMany(members)
        ? [
            {
              key: keyOf(members),
              members: members.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
              items: commonItems(members),
            },
          ]
        : members.map((event) => ({ key: "", members: [event], items: event.items })),
    )
    .sort((a, b) => a.members[0]!.time - b.members[0]!.time);
}

function keyOf([first]: readonly FolderEvent[]): string {
  const text = first ? first.kind + signatureOf(first) : "";
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/** Workspaces have other sizes and texts, so only the fact that these change is the same; and other images, perhaps of one owner. */
function comparable(item: Item): unknown {
  if (item.type === "size" || item.type === "text") return [item.type, item.name];
  if (item.type === "image") return [item.type, item.name, ownerOf(item.before), ownerOf(item.after)];
  if (item.type === "rebuilt") return item.type;
  return Object.values(item);
}

function signatureOf({ kind, items }: FolderEvent): string {
  if (kind === "withdrawn") return "";
  return JSON.stringify(items.map(comparable));
}

function commonItems([first, ...others]: readonly FolderEvent[]): Item[] {
  if (!first) return [];
  return first.items.map((item, place) => {
    const isSame = others.every(({ items }) => JSON.stringify(items[place]) === JSON.stringify(item));
    if (isSame) return item;
    const [before, after] =
      item.type === "image" && isOfSecurity(item) ? [ownerOf(item.before), ownerOf(item.after)] : ["", ""];
    return before === after ? { ...item, before: "", after: "" } : { ...item, before, after };
  });
}
