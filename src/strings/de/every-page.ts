import type * as en from "../en/every-page.ts";
import type { Translation } from "../translated.ts";

export const site: Translation<typeof en.site> = {
  home: "Workspaces",
  search: "Workspaces suchen",
  copied: "Kopiert",
  copyFailed: "Text markieren und kopieren",
};

export const frame: Translation<typeof en.frame> = {
  skip: "Zum Inhalt springen",
  navigation: "Hauptmenü",
  flags: "Sicherheitsleitfaden",
  verify: "Nachprüfen",
  builtFrom: (commit) => `Aus Commit ${commit} gebaut · Nachprüfen`,
  create: "Workspace hinzufügen",
  source: "Quelltext",
  contact: "Kontakt",
  external: "(führt zu einer anderen Website)",
  breadcrumb: "Aktuelle Seite",
  copy: "Kopieren",
  updated: "Aktualisiert",
  inEnglish: "Die längeren Texte dieser Seite sind auf Englisch.",
  footer: "Keine Cookies, kein Tracking, keine Anfragen an Dritte.",
};
