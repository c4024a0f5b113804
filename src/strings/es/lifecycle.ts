import type * as en from "../en/lifecycle.ts";
import type { Translation } from "../translated.ts";

const sentence = (text: string): string => (text === "" || /[.!?…]$/.test(text) ? text : `${text}.`);
const sentences = (...texts: string[]): string => texts.filter((text) => text !== "").join(" ");

export const lifecycle: Translation<typeof en.lifecycle> = {
  inNotes: (notes, { since, because, replacement }) =>
    sentences(
      sentence(notes.trim()),
      since ? `Obsoleto desde el ${since}.` : "Obsoleto.",
      sentence(because),
      replacement && `Use ${replacement} en su lugar.`,
    ),
  deprecated: "Obsoleto",
  deprecatedSince: (date) => `Obsoleto desde el ${date}`,
  withdrawn: "Retirado",
  withdrawnOn: (date) => `Retirado el ${date}`,
  withdrawnText:
    "Este registro ya no ofrece este espacio de trabajo. Los que están instalados siguen funcionando mientras se pueda descargar su imagen.",
  useInstead: "Use en su lugar:",
  lastImages: (number) => (number === 1 ? "Última imagen" : "Últimas imágenes"),
  published: "Publicación",
  publishedFrom: (from, until) => `del ${from} al ${until}`,
};
