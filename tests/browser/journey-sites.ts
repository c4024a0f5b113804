import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadRegistry } from "../../src/registry/load.ts";
import type { FlaggedWorkspace } from "../../src/registry/model/types.ts";
import type { Card } from "../../src/site/card.ts";
import { cardGroupsOf, type Group } from "../../src/site/card-groups.ts";
import { projectRoot } from "../support/run.ts";
import { contentFolder, generated, servedSite, template, type Content } from "../support/sites.ts";
import { worldRegistry } from "../support/world-registry.ts";

/** A registry that journeys go through: where it is served, and what the engine, not the page, says is in it. */
export interface Store {
  name: string;
  /** Address of the home page. */
  address: string;
  /** The link for Kasm. */
  link: string;
  /** By name. */
  cards: Card[];
  categories: Group[];
  versions: Group[];
  workspaces: Map<string, FlaggedWorkspace>;
}

/** Words to search for, and the workspace that comes first. */
export type Question = readonly [query: string, first: string];

/** Registries that journeys lead through, each under a base path of its own. */
const stores = {
  template: { content: template, base: "/" },
  // Names in many scripts.
  world: { content: worldRegistry, base: "/some/base/" },
  // More than fit on one page.
  many: { content: generated(71), base: "/" },
  empty: { content: generated(0), base: "/" },
} as const satisfies Record<string, { content: Content; base: string }>;

export type StoreName = keyof typeof stores;

/** Builds and serves a registry until the test file ends. */
export async function openStore(name: StoreName): Promise<Store> {
  const { content, base } = stores[name];
  const address = await servedSite(name, content, base);
  const publicFiles = readdirSync(join(projectRoot, "public"));
  const link = `https://registry.example.org${base}`;
  const registry = loadRegistry({
    root: await contentFolder(name, content),
    site: link,
    env: {},
    publicFiles,
    repository: projectRoot,
  });
  return { name, address, link, ...cardGroupsOf(registry) };
}

/** People's queries, where a registry is known: beginnings, images, mistakes, accents with and without, other scripts, a note. */
const known: Record<string, Question[]> = {
  template: [
    ["ink", "Inkscape"],
    ["vscode", "Visual Studio Code"],
    ["blendr", "Blender"],
    ["chormium", "Chromium"],
    ["中文", "中文桌面"],
    ["libre office", "LibreOffice"],
  ],
  world: [
    ["fire", "Firefox"],
    ["vscode", "Visual Studio Code"],
    ["visual code", "Visual Studio Code"],
    ["frefox", "Firefox"],
    ["editeur", "Éditeur du café"],
    ["Café", "Éditeur du café"],
    ["uberb", "Überblick"],
    ["浏览", "安全浏览器"],
    ["الانترنت", "متصفح الإنترنت"],
    ["متصفح", "متصفح الإنترنت"],
    ["ελληνικος", "Ελληνικός επεξεργαστής"],
    ["réglages", "Éditeur du café"],
  ],
};

/** Questions for any registry: those known for it; else the beginning of a name, the image, and a name with two letters swapped. */
export function questionsOf({ name, cards }: Store): Question[] {
  const card = cards[Math.floor(cards.length * 0.6)];
  if (known[name] || !card) return known[name] ?? [];
  const image = card.images[0]!.replace(/^.*\//, "").replace(/:.*/, "");
  return [
    [card.name.slice(0, -1), card.name],
    [image, card.name],
    [mistyped(card.name), card.name],
  ];
}

/** Two neighbours in the middle of the longest word change places. */
export function mistyped(text: string): string {
  const word = text
    .split(/[\s-]+/)
    .reduce((longest, each) => (each.length > longest.length ? each : longest));
  const place = Math.floor(word.length / 2);
  return text.replace(
    word,
    `${word.slice(0, place - 1)}${word[place]}${word[place - 1]}${word.slice(place + 1)}`,
  );
}
