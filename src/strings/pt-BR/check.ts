import type * as en from "../en/check.ts";
import type { Translation } from "../translated.ts";

// Of the texts of check, those alone that the store-front shows where registry.json names nothing.

export const registry: Translation<typeof en.registry> = {
  nameOf: (owner) => `Workspaces de ${owner}`,
  name: "Registro de workspaces",
  descriptionOf: (owner) => `Workspaces do Kasm publicados por ${owner}.`,
  description: "Workspaces para o Kasm.",
};
