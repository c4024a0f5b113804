import type * as en from "../en/check.ts";
import type { Translation } from "../translated.ts";

// Of the texts of check, those alone that the store-front shows where registry.json names nothing.

export const registry: Translation<typeof en.registry> = {
  nameOf: (owner) => `Workspaces von ${owner}`,
  name: "Workspace-Registry",
  descriptionOf: (owner) => `Kasm-Workspaces, veröffentlicht von ${owner}.`,
  description: "Workspaces für Kasm.",
};
