import type { FlaggedWorkspace } from "../registry/model/types.ts";
import type { Card } from "./card.ts";
import { releasesOf, unique } from "./facts.ts";
import { thumbnail } from "./icons.ts";
import { makeCard } from "./make-card.ts";

const cards = new WeakMap<FlaggedWorkspace, Card>();

/** The card of a published workspace. Cached, because listings show each of them several times. */
export function cardOf(workspace: FlaggedWorkspace): Card {
  let card = cards.get(workspace);
  if (!card) cards.set(workspace, (card = readCard(workspace)));
  return card;
}

function readCard(workspace: FlaggedWorkspace): Card {
  const { data, folder } = workspace;
  return makeCard({
    ...workspace,
    name: data.friendly_name.trim() || folder,
    description: data.description.trim(),
    categories: unique(data.categories),
    architectures: unique(data.architecture),
    releases: releasesOf(workspace),
    icon: thumbnail(workspace),
  });
}
