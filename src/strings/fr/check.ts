import type * as en from "../en/check.ts";
import type { Translation } from "../translated.ts";

// Of the texts of check, those alone that the store-front shows where registry.json names nothing.

export const registry: Translation<typeof en.registry> = {
  nameOf: (owner) => `Espaces de travail de ${owner}`,
  name: "Registre d’espaces de travail",
  descriptionOf: (owner) => `Espaces de travail Kasm publiés par ${owner}.`,
  description: "Espaces de travail pour Kasm.",
};
