import type * as en from "../en/compare.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const compare: Translation<typeof en.compare> = {
  title: "Workspaces vergleichen",
  titleOf: (names) => `${names.join(", ")} vergleichen`,
  description:
    "Zwei oder drei Workspaces nebeneinander: was sie dürfen, ihre Versionen und Images und die Unterschiede in ihrem JSON.",
  noScript: "Den Vergleich stellt JavaScript zusammen. Ohne JavaScript zwei Workspaces nebeneinander öffnen:",
  none: "Zwei oder drei Workspaces auswählen. Die Adresse eines Vergleichs lässt sich weitergeben.",
  one: (name) => `${name} ist ausgewählt. Einen weiteren Workspace zum Vergleichen auswählen.`,
  unknown: (slug) => `Kein Workspace hat hier die Adresse „${slug}“.`,
  searchFor: "Danach suchen",
  twice: (name) => `${name} war zweimal angegeben und erscheint einmal.`,
  failed: (slug) => `„${slug}“ wurde nicht geladen.`,
  listFailed: "Die Liste der Workspaces wurde nicht geladen.",
  retry: "Noch einmal versuchen",
  choose: "Workspace auswählen",
  third: "Dritten Workspace hinzufügen",
  noMatch: "Kein Workspace passt.",
  more: (number) => `${number} weitere. Tippen, um einen davon zu finden.`,
  remove: (name) => `${name} entfernen`,
  removeShort: "Entfernen",
  rows: "Eigenschaft",
  equalRows: (number) => `Gleich: ${count(number, "Zeile", "Zeilen")}`,
  equalLines: (number) => `Gleich: ${count(number, "Zeile", "Zeilen")}`,
  about: "Beschreibung",
  worst: "Schwerster Befund",
  findings: "Befunde",
  flags: "Flags von Kasm",
  noFlag: "Keine",
  difference: "Unterschiede in workspace.json",
  differenceText:
    "Schlüssel in alphabetischer Reihenfolge, ohne sha und Flags. − steht nur im ersten, + im zweiten.",
  pair: (first, second) => `${first} → ${second}`,
  same: "Kein Unterschied.",
};
