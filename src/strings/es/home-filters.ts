import type * as en from "../en/home-filters.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const strip: Translation<typeof en.strip> = {
  label: "Espacios de trabajo según el acceso que solicitan",
  parts: {
    much: (number) => count(number, "solicita mucho más acceso", "solicitan mucho más acceso"),
    more: (number) => count(number, "solicita más acceso", "solicitan más acceso"),
    usual: (number) =>
      count(
        number,
        "solo desactiva el filtro seccomp (habitual)",
        "solo desactivan el filtro seccomp (habitual)",
      ),
    minor: (number) =>
      count(number, "solo tiene hallazgos de gravedad baja", "solo tienen hallazgos de gravedad baja"),
    none: (number) => count(number, "sin acceso adicional", "sin acceso adicional"),
  },
  accepted: (number) =>
    count(number, "solo solicita lo que usted acepta", "solo solicitan lo que usted acepta"),
  names: {
    much: "Mucho más acceso",
    more: "Más acceso",
    usual: "Sin filtro seccomp",
    minor: "Solo gravedad baja",
    none: "Sin acceso adicional",
  },
  accept: (finding) => `Acepto «${finding}» aquí`,
  linked: "la política vino con el enlace",
};

export const myKasm: Translation<typeof en.myKasm> = {
  label: "Mi Kasm",
  any: "Todas",
  unlisted: (version) => `No aparece en Kasm ${version}`,
  unlistedSome: (number, shown, version) =>
    `${number} de ${shown} no ${number === 1 ? "aparece" : "aparecen"} en Kasm ${version}`,
  showListed: "Mostrar solo los demás",
  unlistedAll: (number, version, versions) =>
    number === 1
      ? `Kasm ${version} no muestra este espacio de trabajo, hecho para Kasm ${versions}.`
      : `Kasm ${version} no muestra ninguno de estos ${number} espacios de trabajo, hechos para Kasm ${versions}.`,
};

export const sheet: Translation<typeof en.sheet> = {
  title: "Filtros",
  close: "Cerrar",
  show: (number) =>
    number === 0
      ? "Ningún espacio de trabajo"
      : `Mostrar ${count(number, "espacio de trabajo", "espacios de trabajo")}`,
};
