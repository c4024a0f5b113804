import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadRegistry } from "../../src/registry/load.ts";
import type { FlaggedWorkspace } from "../../src/registry/model/types.ts";
import type { Card } from "../../src/site/card.ts";
import { cardGroupsOf, type Group } from "../../src/site/card-groups.ts";
import { projectRoot } from "../support/run.ts";
import { contentFolder, generated, real, servedSite, template, type Content } from "../support/sites.ts";
import { worldRegistry } from "../support/world-registry.ts";

/** A registry that journeys go through: where it is served, and what the engine, not the page, says is in it. */
export interface Store {
  name: string;
  /** Address of the home page. */
  address: string;
  /** What Kasm is given. */
  link: string;
  /** By name. */
  cards: Card[];
  categories: Group[];
  versions: Group[];
  workspaces: Map<string, FlaggedWorkspace>;
}

/** Words to search for, and the workspace that comes first. */
export type Question = readonly [query: string, first: string];

const contents: Record<string, Content | null> = {
  template,
  world: worldRegistry,
  zero: generated(0),
  one: generated(1),
  thousand: generated(1000),
  linuxserver: real("linuxserver+kasm_workspaces_registry@1.0"),
  // Nobody built anything with this one in mind.
  sharrison: real("sharrison-SANS+kasm-workspaces-poc@main"),
};

/** Names of the registries that this machine has; the real ones are left out where there is no corpus. */
export const storeNames = Object.keys(contents).filter((name) => contents[name] !== null);
export const bases = ["/", "/some/base/"] as const;

/** Builds and serves a registry under a base path until the test file ends. */
export async function openStore(name: string, base: string): Promise<Store> {
  const content = contents[name]!;
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

/** What people type, where a registry is known: beginnings, images, mistakes, accents with and without, other scripts, a note. */
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
  linuxserver: [
    ["fire", "Firefox"],
    ["vscod", "VSCodium"],
    ["vs codium", "VSCodium"],
    ["libre office", "Libreoffice"],
    ["wirehsark", "Wireshark"],
    ["chinese", "WPS Office Chinese"],
    ["webtop ubuntu kde", "Ubuntu KDE"],
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
