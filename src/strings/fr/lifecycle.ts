import type * as en from "../en/lifecycle.ts";
import type { Translation } from "../translated.ts";

const sentence = (text: string): string => (text === "" || /[.!?…]$/.test(text) ? text : `${text}.`);
const sentences = (...texts: string[]): string => texts.filter((text) => text !== "").join(" ");

export const lifecycle: Translation<typeof en.lifecycle> = {
  inNotes: (notes, { since, because, replacement }) =>
    sentences(
      sentence(notes.trim()),
      since ? `Obsolète depuis le ${since}.` : "Obsolète.",
      sentence(because),
      replacement && `Utilisez plutôt ${replacement}.`,
    ),
  deprecated: "Obsolète",
  deprecatedSince: (date) => `Obsolète depuis le ${date}`,
  withdrawn: "Retiré",
  withdrawnOn: (date) => `Retiré le ${date}`,
  withdrawnText:
    "Ce registre ne propose plus cet espace de travail. Ceux qui sont installés continuent de fonctionner tant que leur image peut être téléchargée.",
  useInstead: "À utiliser à la place :",
  lastImages: (number) => (number === 1 ? "Dernière image" : "Dernières images"),
  published: "Publication",
  publishedFrom: (from, until) => `du ${from} au ${until}`,
};
