/** The filter of the security guide. */
import { count } from "./count.ts";

export const guide = {
  find: "Find in the guide",
  placeholder: "Name, option or code",
  severity: "Severity",
  anySeverity: "Any",
  usedHere: "Only what is used here",
  entries: (number: number) => count(number, "entry", "entries"),
  unusedEntries: (number: number) => `${count(number, "entry", "entries")}, not used here`,
  nothing: "No entry matches.",
  elsewhere: (number: number) => `Show ${count(number, "entry", "entries")} not used here`,
  clear: "Show all entries",
};
