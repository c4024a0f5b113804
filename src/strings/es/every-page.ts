import type * as en from "../en/every-page.ts";
import type { Translation } from "../translated.ts";

export const site: Translation<typeof en.site> = {
  home: "Espacios de trabajo",
  search: "Buscar espacios de trabajo",
  copied: "Copiado",
  copyFailed: "Seleccione el texto y cópielo",
};

export const frame: Translation<typeof en.frame> = {
  skip: "Ir al contenido",
  navigation: "Principal",
  flags: "Guía de seguridad",
  verify: "Verificar",
  builtFrom: (commit) => `Generado a partir del commit ${commit} · Verificar`,
  create: "Contribuir",
  source: "Código fuente",
  contact: "Contacto",
  external: "(lleva a otro sitio)",
  breadcrumb: "Usted está aquí",
  copy: "Copiar",
  updated: "Actualizado",
  footer: "Sin cookies, sin rastreo, sin peticiones a terceros.",
  inEnglish: "Los textos largos de esta página están en inglés.",
};
