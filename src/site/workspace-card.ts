import type { FlaggedWorkspace } from "../registry/model/types.ts";
import { forever, type Card } from "./card.ts";
import { releasesOf, unique } from "./facts.ts";
import { thumbnail } from "./icons.ts";
import { makeCard } from "./make-card.ts";

/** The card of a published workspace, without a mark: that depends on the registry (card-groups.ts). */
export function cardOf(workspace: FlaggedWorkspace): Card {
  const { data, folder, deprecated } = workspace;
  const card = makeCard({
    ...workspace,
    name: data.friendly_name.trim() || folder,
    description: data.description.trim(),
    categories: unique(data.categories),
    architectures: unique(data.architecture),
    releases: releasesOf(workspace),
    icon: thumbnail(workspace),
  });
  return deprecated ? { ...card, mark: "deprecated", until: forever } : card;
}
