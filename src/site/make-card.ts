import type { JsonObject } from "../registry/model/json.ts";
import type { Release } from "../registry/model/releases.ts";
import type { Finding, Flag } from "../registry/model/types.ts";
import { isRuleId, wordsOf } from "../review/catalogue/rules.ts";
import { isCommon, worstFirst } from "../review/severity.ts";
import type { Card, CardFinding } from "./card.ts";

/** The source of a card: a published workspace, or the draft of the builder. */
export interface CardSource extends Pick<
  Card,
  "slug" | "name" | "description" | "categories" | "architectures" | "icon"
> {
  /** workspace.json: a draft may hold values of any type. */
  data: JsonObject;
  /** Oldest first. */
  releases: readonly Release[];
  flags: readonly Flag[];
  findings: readonly Finding[];
  /** Milliseconds since 1970. */
  created: number;
  modified: number;
}

const day = 86_400_000;

/** The data of a card. Not in card.ts, so that a page that only shows cards does not load the review. */
export function makeCard(source: CardSource): Card {
  const { slug, name, description, categories, architectures, releases } = source;
  const { flags, created, modified, icon } = source;
  return {
    slug,
    name,
    description,
    images: [...new Set(releases.map(({ image }) => image))],
    categories,
    kasm: [...new Set(releases.map(({ version }) => version))],
    architectures,
    size: Math.max(0, ...releases.map(({ size }) => size)),
    flags: flags.map(({ property, flag }) => [property, flag]),
    findings: onePerRule(worstFirst(source.findings)),
    created: Math.floor(created / day),
    modified: Math.floor(modified / day),
    mark: "",
    until: 0,
    image: "",
    icon,
  };
}

function onePerRule(findings: readonly Finding[]): CardFinding[] {
  const rules = new Map<string, CardFinding>();
  for (const { rule, severity } of findings) {
    const { short, title }: { short?: string; title: string } = isRuleId(rule)
      ? wordsOf(rule)
      : { title: rule };
    if (!rules.has(rule))
      rules.set(rule, { rule, level: isCommon(rule) ? "usual" : severity, text: short ?? title });
  }
  return [...rules.values()];
}
