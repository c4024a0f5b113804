import type * as en from "../en/guide.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const guide: Translation<typeof en.guide> = {
  find: "Pesquisar no guia",
  placeholder: "Nome, opção ou código",
  severity: "Gravidade",
  anySeverity: "Qualquer",
  usedHere: "Só o que é usado aqui",
  entries: (number) => count(number, "entrada", "entradas"),
  unusedEntries: (number) => count(number, "entrada, não usada aqui", "entradas, não usadas aqui"),
  nothing: "Nenhuma entrada corresponde.",
  elsewhere: (number) => `Mostrar ${count(number, "entrada não usada aqui", "entradas não usadas aqui")}`,
  clear: "Mostrar todas as entradas",
};
