import type { JsonObject } from "../registry/model/json.ts";
import type { Release } from "../registry/model/releases.ts";
import type { Finding, Flag, FlagId, Severity } from "../registry/model/types.ts";
import { worstFirst } from "./access.ts";

/** The id of the first card of a page. */
export const firstCard = "first-card";

/** The data of a card: what it shows (card-texts.ts says how), and what search and facets work on. Pure. */
export interface Card {
  slug: string;
  name: string;
  description: string;
  /** The images of all its Kasm versions, each once. */
  images: string[];
  categories: string[];
  /** Kasm versions, oldest first. */
  kasm: string[];
  architectures: string[];
  /** Megabytes on disk, of the largest image. */
  size: number;
  flags: CardFlag[];
  severity: Severity | null;
  /** Rules of its findings, each once, the worst first. */
  findings: string[];
  /** Days since 1970 of the first and the last change. */
  created: number;
  modified: number;
  /** Path of the icon's thumbnail below the base path; "" where there is none. */
  icon: string;
}

/** `[property, identifier]` of an official flag. */
export type CardFlag = readonly [property: string, flag: FlagId];

/** A card without facts, for a template to fill; its values also replace missing ones of an index. */
export const blankCard: Card = {
  slug: "",
  name: "",
  description: "",
  images: [],
  categories: [],
  kasm: [],
  architectures: [],
  size: 0,
  flags: [],
  severity: null,
  findings: [],
  created: 0,
  modified: 0,
  icon: "",
};

/** The source of a card: a published workspace, or the draft of the builder. */
export interface CardSource extends Pick<
  Card,
  "slug" | "name" | "description" | "categories" | "architectures" | "severity" | "icon"
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

export function makeCard(source: CardSource): Card {
  const { slug, name, description, categories, architectures, releases } = source;
  const { flags, severity, findings, created, modified, icon } = source;
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
    severity,
    findings: [...new Set(worstFirst(findings).map(({ rule }) => rule))],
    created: Math.floor(created / day),
    modified: Math.floor(modified / day),
    icon,
  };
}
