import type * as en from "../en/check.ts";
import type { Translation } from "../translated.ts";

// Of the texts of check, those alone that the store-front shows where registry.json names nothing.

export const registry: Translation<typeof en.registry> = {
  nameOf: (owner) => `Espacios de trabajo de ${owner}`,
  name: "Registro de espacios de trabajo",
  descriptionOf: (owner) => `Espacios de trabajo de Kasm publicados por ${owner}.`,
  description: "Espacios de trabajo para Kasm.",
};
