import type * as en from "../en/lifecycle.ts";
import type { Translation } from "../translated.ts";

const sentence = (text: string): string => (text === "" || /[.!?…]$/.test(text) ? text : `${text}.`);
const sentences = (...texts: string[]): string => texts.filter((text) => text !== "").join(" ");

export const lifecycle: Translation<typeof en.lifecycle> = {
  inNotes: (notes, { since, because, replacement }) =>
    sentences(
      sentence(notes.trim()),
      since ? `Veraltet seit ${since}.` : "Veraltet.",
      sentence(because),
      replacement && `Stattdessen: ${replacement}.`,
    ),
  deprecated: "Veraltet",
  deprecatedSince: (date) => `Veraltet seit dem ${date}`,
  withdrawn: "Zurückgezogen",
  withdrawnOn: (date) => `Zurückgezogen am ${date}`,
  withdrawnText:
    "Diese Registry bietet diesen Workspace nicht mehr an. Wo er installiert ist, funktioniert er weiter, solange sein Image geladen werden kann.",
  useInstead: "Stattdessen:",
  lastImages: (number) => (number === 1 ? "Letztes Image" : "Letzte Images"),
  published: "Veröffentlicht",
  publishedFrom: (from, until) => `${from} bis ${until}`,
};
