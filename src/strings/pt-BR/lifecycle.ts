import type * as en from "../en/lifecycle.ts";
import type { Translation } from "../translated.ts";

const sentence = (text: string): string => (text === "" || /[.!?…]$/.test(text) ? text : `${text}.`);
const sentences = (...texts: string[]): string => texts.filter((text) => text !== "").join(" ");

export const lifecycle: Translation<typeof en.lifecycle> = {
  inNotes: (notes, { since, because, replacement }) =>
    sentences(
      sentence(notes.trim()),
      since ? `Obsoleto desde ${since}.` : "Obsoleto.",
      sentence(because),
      replacement && `Em vez dele, use ${replacement}.`,
    ),
  deprecated: "Obsoleto",
  deprecatedSince: (date) => `Obsoleto desde ${date}`,
  withdrawn: "Retirado",
  withdrawnOn: (date) => `Retirado em ${date}`,
  withdrawnText:
    "Este registro não oferece mais este workspace. Os instalados continuam funcionando enquanto a imagem puder ser baixada.",
  useInstead: "Use em vez dele:",
  lastImages: (number) => (number === 1 ? "Última imagem" : "Últimas imagens"),
  published: "Publicação",
  publishedFrom: (from, until) => `de ${from} a ${until}`,
};
