import type { FlaggedWorkspace, Registry } from "../registry/model/types.ts";
import type { Card } from "./card.ts";
import { cardOf } from "./workspace-card.ts";
import { cardGroupsOf } from "./card-groups.ts";

/** All that the page of a workspace shows, except the identity. */
export interface WorkspacePage {
  workspace: FlaggedWorkspace;
  card: Card;
  /** The categories that it is in, as the registry lists them. */
  categories: { name: string; slug: string }[];
  /** Those that follow it in the last of its categories, from the end on to the beginning. */
  neighbours: Card[];
}

const mostNeighbours = 4;

/** Each workspace's page, in list order. */
export function workspacePages(registry: Registry): WorkspacePage[] {
  const { categories } = cardGroupsOf(registry);
  const groups = new Map<string, { name: string; slug: string; cards: Card[]; places: Map<Card, number> }>();
  for (const group of categories)
    groups.set(group.name, { ...group, places: new Map(group.cards.map((card, place) => [card, place])) });
  const order = new Map([...groups.keys()].map((name, place) => [name, place]));
  return registry.workspaces.map((workspace) => {
    const card = cardOf(workspace);
    const own = [...new Set(card.categories)]
      .sort((a, b) => order.get(a)! - order.get(b)!)
      .map((name) => groups.get(name)!);
    const group = own.at(-1);
    const start = group ? group.places.get(card)! + 1 : 0;
    const count = Math.min(mostNeighbours, (group?.cards.length ?? 1) - 1);
    const neighbours = Array.from(
      { length: count },
      (_, step) => group!.cards[(start + step) % group!.cards.length]!,
    );
    return { workspace, card, categories: own.map(({ name, slug }) => ({ name, slug })), neighbours };
  });
}
