import { changesOf, type Change } from "../history/index.ts";
import { parseImage } from "../registry/model/image-reference.ts";
import type { FlaggedWorkspace, Registry } from "../registry/model/types.ts";
import type { Card } from "./card.ts";
import { cardGroupsOf } from "./card-groups.ts";
import { countFlags } from "./flag-index.ts";

/** All that the page of a workspace shows, except the identity. */
export interface WorkspacePage {
  workspace: FlaggedWorkspace;
  card: Card;
  /** The categories that it is in, in the order of its author. */
  categories: { name: string; slug: string }[];
  /** Others of the first of them: those of the same publisher first, from the one that follows by name on. */
  similar: Card[];
  /** How many workspaces of the registry have findings of each rule. */
  ruleCounts: ReadonlyMap<string, number>;
  /** The newest first. */
  changes: readonly Change[];
}

const mostSimilar = 4;

/** Each workspace's page, in list order. */
export function workspacePages(registry: Registry): WorkspacePage[] {
  const { cards, categories } = cardGroupsOf(registry);
  const groups = new Map(categories.map((group) => [group.name, group]));
  const bySlug = new Map(cards.map((card) => [card.slug, card]));
  const ruleCounts = countFlags(registry.workspaces).rules;
  return registry.workspaces.map((workspace) => {
    // Each workspace has one.
    const card = bySlug.get(workspace.slug)!;
    const own = [...new Set(card.categories)].flatMap((name) => groups.get(name) ?? []);
    return {
      workspace,
      card,
      categories: own.map(({ name, slug }) => ({ name, slug })),
      similar: similarTo(card, own[0]?.cards ?? []),
      ruleCounts,
      changes: changesOf(registry).workspaces.get(card.slug) ?? [],
    };
  });
}

function similarTo(card: Card, group: readonly Card[]): Card[] {
  const place = group.indexOf(card);
  const others = [...group.slice(place + 1), ...group.slice(0, Math.max(place, 0))];
  const publisher = publisherOf(card);
  const isSame = (other: Card): boolean => publisherOf(other) === publisher;
  return [...others.filter(isSame), ...others.filter((other) => !isSame(other))].slice(0, mostSimilar);
}

const publishers = new WeakMap<Card, string>();

/** The owner of its first image, such as "ghcr.io/owner"; the whole name where it has none. */
function publisherOf(card: Card): string {
  let publisher = publishers.get(card);
  if (publisher === undefined) {
    const image = card.images[0] ?? "";
    const reference = parseImage(image);
    publisher =
      "cause" in reference ? image : `${reference.registry}/${reference.repository.replace(/\/[^/]*$/, "")}`;
    publishers.set(card, publisher);
  }
  return publisher;
}
