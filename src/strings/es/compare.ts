import type * as en from "../en/compare.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const compare: Translation<typeof en.compare> = {
  title: "Comparar espacios de trabajo",
  titleOf: (names) => `Comparar ${names.join(", ")}`,
  description:
    "Dos o tres espacios de trabajo lado a lado: lo que pueden hacer, sus versiones e imágenes, y las diferencias de su JSON.",
  noScript: "La comparación la hace JavaScript. Sin él, abra dos espacios de trabajo uno junto al otro:",
  none: "Elija dos o tres espacios de trabajo. La dirección de una comparación se puede compartir.",
  one: (name) => `${name} está elegido. Elija otro espacio de trabajo para comparar.`,
  unknown: (slug) => `Ningún espacio de trabajo tiene aquí la dirección «${slug}».`,
  searchFor: "Buscarlo",
  twice: (name) => `${name} se nombró dos veces, por lo que aparece una sola vez.`,
  failed: (slug) => `No se pudo cargar «${slug}».`,
  listFailed: "No se pudo cargar la lista de espacios de trabajo.",
  retry: "Reintentar",
  choose: "Elegir un espacio de trabajo",
  third: "Añadir un tercer espacio de trabajo",
  noMatch: "Ningún espacio de trabajo coincide.",
  more: (number) => `${number} más. Escriba para encontrar uno de ellos.`,
  remove: (name) => `Quitar ${name}`,
  removeShort: "Quitar",
  rows: "Propiedad",
  equalRows: (number) => `Iguales: ${count(number, "propiedad", "propiedades")}`,
  equalLines: (number) => `Iguales: ${count(number, "línea", "líneas")}`,
  about: "Descripción",
  worst: "Peor hallazgo",
  findings: "Hallazgos",
  flags: "Marcas en Kasm",
  noFlag: "Ninguna",
  difference: "Diferencias de workspace.json",
  differenceText:
    "Claves por orden alfabético, sin sha ni flags. − está solo en el primero; + solo en el segundo.",
  same: "Sin diferencias.",
};
