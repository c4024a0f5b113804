import type * as en from "../en/every-page.ts";
import type { Translation } from "../translated.ts";

export const site: Translation<typeof en.site> = {
  home: "Espaces de travail",
  search: "Rechercher un espace de travail",
  copied: "Copié",
  copyFailed: "Sélectionnez le texte et copiez-le",
};

export const frame: Translation<typeof en.frame> = {
  skip: "Aller au contenu",
  navigation: "Navigation principale",
  flags: "Guide de sécurité",
  verify: "Vérifier",
  builtFrom: (commit) => `Construit à partir du commit ${commit} · Vérifier`,
  create: "Contribuer",
  source: "Source",
  contact: "Contact",
  external: "(mène à un autre site)",
  breadcrumb: "Vous êtes ici",
  copy: "Copier",
  updated: "Mis à jour",
  footer: "Ni cookies, ni pistage, ni requêtes vers des tiers.",
  inEnglish: "Les textes longs de cette page sont en anglais.",
};
