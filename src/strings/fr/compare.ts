import type * as en from "../en/compare.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const compare: Translation<typeof en.compare> = {
  title: "Comparer des espaces de travail",
  titleOf: (names) => `Comparer ${names.join(", ")}`,
  description:
    "Deux ou trois espaces de travail côte à côte : leurs droits, leurs versions et leurs images, et les différences de leur JSON.",
  noScript:
    "La comparaison est établie par JavaScript. Sans lui, ouvrez deux espaces de travail l’un à côté de l’autre :",
  none: "Choisissez deux ou trois espaces de travail. L’adresse d’une comparaison peut être partagée.",
  one: (name) => `${name} est choisi. Choisissez un autre espace de travail à comparer.`,
  unknown: (slug) => `Aucun espace de travail n’a ici l’adresse « ${slug} ».`,
  searchFor: "Le rechercher",
  twice: (name) => `${name} est nommé deux fois, mais n’apparaît qu’une fois.`,
  failed: (slug) => `« ${slug} » n’a pas pu être chargé.`,
  listFailed: "La liste des espaces de travail n’a pas pu être chargée.",
  retry: "Réessayer",
  choose: "Choisir un espace de travail",
  third: "Ajouter un troisième espace de travail",
  noMatch: "Aucun espace de travail ne correspond.",
  more: (number) => `${number} de plus. Saisissez du texte pour affiner.`,
  remove: (name) => `Retirer ${name}`,
  removeShort: "Retirer",
  rows: "Propriété",
  equalRows: (number) => `Identiques : ${count(number, "propriété", "propriétés")}`,
  equalLines: (number) => `Identiques : ${count(number, "ligne", "lignes")}`,
  about: "Description",
  worst: "Constat le plus grave",
  findings: "Constats",
  flags: "Signalements dans Kasm",
  noFlag: "Aucun",
  difference: "Différences de workspace.json",
  differenceText:
    "Clés par ordre alphabétique, sans sha ni flags. − figure seulement dans le premier, + seulement dans le second.",
  same: "Aucune différence.",
};
