import type * as en from "../en/site.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

const workspaces = (number: number): string => count(number, "espacio de trabajo", "espacios de trabajo");

export const severityWords: Translation<typeof en.severityWords> = {
  critical: "Crítica",
  high: "Alta",
  medium: "Media",
  low: "Baja",
  info: "Info",
  none: "Sin acceso adicional",
};

export const flagWords: Translation<typeof en.flagWords> = {
  flag_user: "Otro usuario",
  flag_privileged: "Modo privilegiado",
  flag_property: "Otra opción de Docker",
  none: "Sin marcas en Kasm",
};

export const home: Translation<typeof en.home> = {
  heading: "Espacios de trabajo",
  facts: { workspaces },
  linkLabel: "Enlace del registro, para Kasm",
  howTo: "Añadir este registro a Kasm",
  steps: [
    "En Kasm, como administrador, abra Workspaces y luego Registry.",
    "En Registries, elija Add New, pegue el enlace y confirme que confía en él.",
    "Edit muestra todos los ajustes de un espacio de trabajo; Install lo añade.",
  ],
  shelf: "Cambios recientes",
  browse: "Explorar",
  all: (number) =>
    number === 1 ? "La lista de espacios de trabajo" : `Todos los espacios de trabajo (${number})`,
  more: (number) => `Mostrar ${number} más`,
  empty: "Todavía no hay espacios de trabajo",
  emptyHelp:
    "Añada el primero con el formulario, o como carpeta en workspaces/. Kasm acepta el registro en cuanto contiene uno.",
};

export const find: Translation<typeof en.find> = {
  kasm: (version) => `Kasm ${version}`,
  placeholder: "Nombre, imagen, categoría…",
  hint: "Pulse / para buscar",
  clearAll: "Borrar todo",
  remove: (value) => `Quitar el filtro ${value}`,
  filters: "Filtrar",
  sort: "Ordenar por",
  sorts: {
    "": "Nombre",
    best: "Relevancia",
    access: "Mayor acceso",
    newest: "Más nuevos",
    changed: "Cambios recientes",
    size: "Más pequeños",
  },
  facets: {
    category: "Categoría",
    kasm: "Versión de Kasm",
    arch: "Arquitectura",
    finding: "Solicita",
    flag: "Marca en Kasm",
    image: "Imagen",
  },
  showAll: (number) => `Mostrar todo (${number})`,
  results: (number, total) => (number === total ? workspaces(total) : `${number} de ${workspaces(total)}`),
  guide: (number) => `En la guía de seguridad (${number})`,
  nothingFor: (query) => `Ningún espacio de trabajo coincide con ${query}`,
  nothingWays: "Pruebe en su lugar:",
  nothingHelp: "Revise la ortografía, o use menos palabras o palabras más generales.",
  ways: {
    instead: (value, number) => `${value} (${number})`,
    query: (number) => `Borrar la búsqueda (${number})`,
    all: (number) => `Quitar todos los filtros (${number})`,
    without: (value, number) => `Quitar «${value}» (${number})`,
  },
  start: "Abrir el formulario",
  failed: "No se pudo cargar el índice de búsqueda. Recargue la página o use las listas de abajo.",
};

export const cards: Translation<typeof en.cards> = {
  kasm: (range) => `Kasm ${range}`,
  only: (architectures) => `solo ${architectures}`,
  marks: { new: "Nuevo", updated: "Actualizado", deprecated: "Obsoleto" },
  imageMissing: "Falta la imagen",
  flagged: (name) => `Kasm marca ${name}: mostrar por qué`,
  flaggedBy: "Marcado por Kasm",
  compare: (name) => `Comparar ${name}`,
  compareShort: "Comparar",
  compareChosen: (number) => `Comparar ${number}`,
  chooseOneMore: "Elija otro para comparar",
  chosenAll: "Tres como máximo",
  clear: "Borrar",
  key: [
    "Triángulo: Kasm lo marca.",
    "Última línea: el peor hallazgo de la revisión propia de este registro.",
    "Más en la guía de seguridad",
  ],
};

export const listing: Translation<typeof en.listing> = {
  kasm: (version) => `Kasm ${version}`,
  all: "Todos los espacios de trabajo",
  categoryIntro: (number) => `${workspaces(number)} en esta categoría.`,
  kasmIntro: (number, version) => `${workspaces(number)} para Kasm ${version}.`,
  page: (page, last) => `Página ${page} de ${last}`,
  pages: "Páginas",
  previous: "Anterior",
  next: "Siguiente",
  categories: "Categorías",
  versions: "Versiones de Kasm",
};

export const workspace: Translation<typeof en.workspace> = {
  install: "Añadir a Kasm",
  startingPoint: "Crear su propia versión",
  notes: "Notas del editor",
  asksAtLaunch: "Se pregunta al iniciar",
  answerNeeded: "obligatorio",
  answersIn: "Las respuestas se escriben en este archivo de la sesión:",
  link: "Abre",
  screenshots: "Capturas de pantalla",
  about: "Acerca de",
  needs: "Requisitos",
  image: "Imagen",
  registry: "Registro de imágenes",
  sizeNote: "sin comprimir, en el peor caso: ninguna capa compartida",
  cores: "Núcleos de CPU",
  memory: "Memoria",
  gpus: "GPU",
  gpuRequired: "Requiere GPU",
  yes: "Sí",
  cpuMethod: "Método de CPU",
  none: "Ninguna",
  notGiven: (names) => `Sin indicar: ${new Intl.ListFormat("es").format(names)}.`,
  expected: { license: "licencia", source: "origen de la imagen", maintainer: "responsable" },
  channels: "Canales",
  trust: "Origen e integridad",
  publisher: "Editor",
  repository: "Repositorio",
  folder: "Carpeta en el repositorio",
  added: "Primera publicación",
  fingerprint: "Huella digital",
  fingerprintNote: "SHA-256 de los archivos de la carpeta, que varía con cada cambio.",
  shaNote: "El «sha» de la lista que lee Kasm (SHA-1).",
  homepage: "Sitio web",
  sourceCode: "Origen de la imagen",
  license: "Licencia",
  maintainer: "Responsable",
  support: "Soporte",
  changes: "Revisión de seguridad",
  verdict: {
    controls: (setting) =>
      `Los usuarios de este espacio de trabajo controlan el host, debido a \`${setting}\`.`,
    decide: (number, isUsual) =>
      number === 1
        ? `Un ajuste${isUsual ? " habitual" : ""} por valorar:`
        : `${number} ajustes${isUsual ? " habituales" : ""} por valorar:`,
    minor: (number) =>
      number === 1 ? "Un hallazgo de gravedad baja:" : `${number} hallazgos de gravedad baja:`,
    alsoDecide: "Por valorar también:",
    alsoMinor: "Además:",
    more: (number) => `${number} más`,
    defaults: "Aislamiento predeterminado de Docker:",
    otherwise: "Por lo demás, los valores predeterminados de Docker:",
    link: "Un enlace: abre una página web y no se inicia ningún contenedor.",
    usual: (number, total) => `${number} de ${total} aquí ${number === 1 ? "lo tiene" : "lo tienen"}.`,
    accepted: "Usted acepta este ajuste aquí: no queda nada más por valorar.",
    settingsOnly: "Esto se refiere a los ajustes; el contenido de la imagen no se comprueba.",
    inSentence: (title) => title.replace(/^(?!Docker)\p{Lu}(?=[\p{Ll} ])/u, (letter) => letter.toLowerCase()),
    copyWithout: (field, setting) => `Copiar ${field} sin ${setting}`,
    forEdit: (field) => `Para ${field}, en Edit de Kasm`,
  },
  holds: {
    account: "no root",
    isolation: "filtro seccomp activo",
    capabilities: "sin capacidades adicionales",
  },
  holdsOfHost: { devices: "dispositivos", files: "carpetas", network: "puertos" },
  noneOfHost: (names) => `sin ${new Intl.ListFormat("es", { type: "disjunction" }).format(names)} del host`,
  findings: (number) => count(number, "hallazgo", "hallazgos"),
  officialNone: "Sin marcas en Kasm.",
  official: "Kasm muestra",
  sheet: "Resumen de accesos",
  defaultRows: (number) => `Todo lo demás: valores predeterminados de Docker (${number})`,
  allFindings: "Hallazgos en detalle",
  purpose: "Por qué puede ser necesario",
  advice: "Qué puede hacer",
  sources: "Fuentes",
  ruleLink: "Más en la guía de seguridad:",
  showLine: (line) => `Línea ${line} del JSON`,
  flagNote: (flag) => `Marca en Kasm: ${flag}`,
  noFlagNote: "Sin marca en Kasm",
  json: "Ajustes como texto",
  formText: "Para los campos del mismo nombre en Edit de Kasm. Resaltadas: las líneas con hallazgos.",
  jsonFor: {
    "1.0": "Tal como lo leen Kasm 1.12 a 1.15. Resaltadas: las líneas con hallazgos.",
    "1.1": "Tal como lo leen Kasm 1.16 y posteriores. Resaltadas: las líneas con hallazgos.",
  },
  download: "Descargar",
  raw: "Sin formato",
  dockerText: "Aproximado, para leer. Kasm añade su propia red, su usuario y su política de reinicio.",
  notMapped: "Ajustes sin equivalente:",
  installSteps: [
    "Añada este registro a Kasm con su enlace.",
    "En Kasm, abra Workspaces y luego Registry, y busque el espacio de trabajo.",
    "Para comprobarlo antes, elija Edit en lugar de Install: se muestran todos los ajustes. Compárelos con el run_config de esta página.",
  ],
  installImage: "Elija Install. Kasm descarga la imagen en sus agentes; eso tarda un poco.",
  installLink: "Elija Install. El espacio de trabajo es un enlace, así que no se descarga ninguna imagen.",
  steps: "Pasos en Kasm",
  otherVersions: "Las demás versiones no lo muestran.",
  similar: "Espacios de trabajo similares",
  compare: "Comparar",
  compareWith: (name) => `Comparar con ${name}`,
};

export const flagsPage: Translation<typeof en.flagsPage> = {
  title: "Guía de seguridad",
  description:
    "Todas las marcas que Kasm muestra para un espacio de trabajo y todos los hallazgos de la revisión de seguridad: el riesgo, por qué puede ser necesario y qué puede hacer.",
  intro:
    "Kasm pone un borde rojo a un espacio de trabajo cuando su run_config, las opciones de su contenedor, difiere de los valores predeterminados. La descripción emergente nombra una de tres marcas, que aquí aparecen primero. La mayoría de los espacios de trabajo con escritorio tienen ese borde, así que por sí solo dice poco. La revisión de seguridad de este registro lee cada valor; a continuación vienen sus hallazgos, cada uno con el riesgo, por qué puede ser necesario y qué puede hacer.",
  contents: "En esta página",
  official: "Marcas en Kasm",
  now: "Qué puede hacer",
  seen: (number) =>
    number === 0 ? "En ningún espacio de trabajo de aquí" : `En ${workspaces(number)} de aquí`,
  severities: "Niveles de gravedad",
  levels: {
    critical: "Este ajuste es por sí solo una vía conocida para tomar el control del host de las sesiones.",
    high: "El ajuste elimina toda una capa de aislamiento, abre parte del host, expone un secreto o ejecuta código que nadie puede leer de antemano.",
    medium: "Más permisos dentro de la sesión, hardware compartido, una red abierta o recursos sin límite.",
    low: "Sobre todo cuestiones de operación: restos, nombres en conflicto, opciones que Docker rechaza.",
    info: "Inofensivo, o una protección. Figura aquí porque Kasm puede marcarlo.",
  },
  found: "Presentes en este registro",
  here: (number) => `${number} aquí`,
  linkHere: "Enlace a esta entrada",
  terms: "Glosario",
  properties: "Todas las propiedades de run_config",
  propertiesIntro:
    "Todos los nombres que acepta el SDK de Docker para Python. Cualquier otro nombre impide que la sesión se inicie y recibe también flag_property.",
  property: "Propiedad",
  kasmShows: "Marca en Kasm",
  byValue: "según el valor",
  noFlag: "ninguna",
  ruleColumn: "Hallazgos",
  hereColumn: "Espacios de trabajo aquí",
  sources: "Fuentes",
};

export const notFound: Translation<typeof en.notFound> = {
  title: "Página no encontrada",
  text: "Ninguna página tiene esta dirección. ¿Buscaba una de estas?",
  none: "Ninguna página tiene esta dirección.",
  toHome: "Todos los espacios de trabajo",
  searchFor: (words) => `Buscar «${words}»`,
};
