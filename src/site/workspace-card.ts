import type { FlaggedWorkspace } from "../registry/model/types.ts";
import type { Card } from "./card.ts";
import { worstFirst } from "./access.ts";
import { releasesOf, unique } from "./facts.ts";
import { thumbnail } from "./icons.ts";

const day = 86_400_000;
const cards = new WeakMap<FlaggedWorkspace, Card>();

/** The card of a workspace. Worked out once: listings show each of them several times. */
export function cardOf(workspace: FlaggedWorkspace): Card {
  let card = cards.get(workspace);
  if (!card) cards.set(workspace, (card = makeCard(workspace)));
  return card;
}

function makeCard(workspace: FlaggedWorkspace): Card {
  const { data, slug, flags, severity, findings, created, modified } = workspace;
  const releases = releasesOf(workspace);
  return {
    slug,
    name: data.friendly_name.trim() || workspace.folder,
    description: data.description.trim(),
    images: [...new Set(releases.map(({ image }) => image))],
    categories: unique(data.categories),
    kasm: [...new Set(releases.map(({ version }) => version))],
    architectures: unique(data.architecture),
    size: Math.max(0, ...releases.map(({ size }) => size)),
    flags: flags.map(({ property, flag }) => [property, flag]),
    severity,
    findings: [...new Set(worstFirst(findings).map(({ rule }) => rule))],
    created: Math.floor(created / day),
    modified: Math.floor(modified / day),
    icon: thumbnail(workspace),
  };
}
