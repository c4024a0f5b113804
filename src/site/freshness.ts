import { changesOf, type Change } from "../history/index.ts";
import type { Registry } from "../registry/model/types.ts";
import type { Card } from "./card.ts";

const day = 86_400_000;
/** Days for which a workspace is new, and for which it is updated. */
const newFor = 30;
const updatedFor = 14;
/** Differences that change nothing about using the workspace. */
const cosmetic = new Set(["text", "icon", "readme", "unreadable"]);

type Freshness = Pick<Card, "mark" | "until">;

/**
 * The marks of the cards, by slug: new, or updated by more than a text. Only those that are not over at the newest change of the registry;
 * the browser knows the day. None in a registry that is younger than a new workspace.
 */
export function freshnessOf(registry: Registry): Map<string, Freshness> {
  const { log, workspaces, modified } = registry;
  const [oldest] = log.commits;
  if (!oldest || log.shallow || modified - oldest.time < newFor * day) return new Map();
  const updates = new Map<string, number>();
  const changes = changesOf(registry);
  for (const change of changes.registry.toReversed()) {
    const [first, second] = change.workspaces;
    // A change of many alike would mark them all.
    if (first && !second && isUpdate(change)) updates.set(first.slug, change.time);
  }
  return new Map(
    workspaces
      .map(({ slug, created: oldest }) => {
        // A new name is no new workspace, and one that comes back is one.
        const created = changes.workspaces.get(slug)?.find(({ kind }) => kind === "added")?.time ?? oldest;
        const updated = updates.get(slug) ?? 0;
        const added: Freshness = { mark: "new", until: Math.floor(created / day) + newFor };
        const changed: Freshness = { mark: "updated", until: Math.floor(updated / day) + updatedFor };
        return [slug, added.until * day >= modified ? added : changed] as const;
      })
      .filter(([, { until }]) => until * day >= modified),
  );
}

/** Whether a change is more than another text or picture. */
export const isUpdate = ({ kind, items }: Change): boolean =>
  kind !== "added" && items.some(({ type }) => !cosmetic.has(type));
