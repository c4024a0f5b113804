import type * as en from "../en/guide.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const guide: Translation<typeof en.guide> = {
  find: "Rechercher dans le guide",
  placeholder: "Nom, option ou code",
  severity: "Gravité",
  anySeverity: "Toutes",
  usedHere: "Seulement ce qui sert ici",
  entries: (number) => count(number, "entrée", "entrées"),
  unusedEntries: (number) => count(number, "entrée, inutilisée ici", "entrées, inutilisées ici"),
  nothing: "Aucune entrée ne correspond.",
  elsewhere: (number) => `Afficher ${count(number, "entrée inutilisée ici", "entrées inutilisées ici")}`,
  clear: "Afficher toutes les entrées",
};
