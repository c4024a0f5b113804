import type * as en from "../en/guide.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const guide: Translation<typeof en.guide> = {
  find: "Buscar en la guía",
  placeholder: "Nombre, opción o código",
  severity: "Gravedad",
  anySeverity: "Cualquiera",
  usedHere: "Solo lo que se usa aquí",
  entries: (number) => count(number, "entrada", "entradas"),
  unusedEntries: (number) => count(number, "entrada, sin uso aquí", "entradas, sin uso aquí"),
  nothing: "Ninguna entrada coincide.",
  elsewhere: (number) => `Mostrar ${count(number, "entrada", "entradas")} sin uso aquí`,
  clear: "Mostrar todas las entradas",
};
