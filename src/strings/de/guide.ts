import type * as en from "../en/guide.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const guide: Translation<typeof en.guide> = {
  find: "Im Leitfaden suchen",
  placeholder: "Name, Option oder Code",
  severity: "Schweregrad",
  anySeverity: "Beliebig",
  usedHere: "Nur hier Verwendetes",
  entries: (number) => count(number, "Eintrag", "Einträge"),
  unusedEntries: (number) => `${count(number, "Eintrag", "Einträge")}, hier nicht verwendet`,
  nothing: "Kein Eintrag passt.",
  elsewhere: (number) => `${count(number, "Eintrag", "Einträge")} zeigen, hier nicht verwendet`,
  clear: "Alle Einträge zeigen",
};
