import type { FolderEvent } from "./events.ts";
import type { Item } from "./item.ts";

/** Share of the workspaces that a commit has to change alike for it to be one event of the registry, and how many at least. */
const share = 0.3;
const fewest = 3;

/** Events with the same commit, kind and items. */
export interface Group {
  members: FolderEvent[];
  /** What all of them have in common. */
  items: Item[];
}

/** Puts the events of a commit together that changed many workspaces alike; the others stay by themselves. Keeps the order. */
export function groupAlike(events: readonly FolderEvent[], counts: ReadonlyMap<string, number>): Group[] {
  const alike = new Map<string, FolderEvent[]>();
  for (const event of events) {
    const key = `${event.first.id} ${event.last.id} ${event.kind} ${signatureOf(event)}`;
    alike.set(key, [...(alike.get(key) ?? []), event]);
  }
  const isMany = (members: readonly FolderEvent[]): boolean => {
    const [{ last, kind }] = members as [FolderEvent];
    const count = (counts.get(last.id) ?? 0) + (kind === "withdrawn" ? members.length : 0);
    return kind !== "renamed" && members.length >= fewest && members.length > count * share;
  };
  return [...alike.values()]
    .flatMap((members): Group[] =>
      isMany(members)
        ? [{ members: members.toSorted((a, b) => (a.name < b.name ? -1 : 1)), items: commonItems(members) }]
        : members.map((event) => ({ members: [event], items: event.items })),
    )
    .sort((a, b) => a.members[0]!.time - b.members[0]!.time);
}

/** Workspaces have other images, sizes and texts, so only the fact that these change is the same. */
const differing = new Set<Item["type"]>(["image", "size", "text"]);

function signatureOf({ kind, items }: FolderEvent): string {
  if (kind === "withdrawn") return "";
  return JSON.stringify(
    items.map((item) => (differing.has(item.type) ? [item.type, item.name] : Object.values(item))),
  );
}

function commonItems([first, ...others]: readonly FolderEvent[]): Item[] {
  if (!first) return [];
  return first.items.map((item, place) => {
    const isSame = others.every(({ items }) => JSON.stringify(items[place]) === JSON.stringify(item));
    return isSame ? item : { ...item, before: "", after: "" };
  });
}
