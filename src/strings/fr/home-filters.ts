import type * as en from "../en/home-filters.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const strip: Translation<typeof en.strip> = {
  label: "Espaces de travail selon les accès demandés",
  parts: {
    much: (number) => count(number, "demande beaucoup plus d’accès", "demandent beaucoup plus d’accès"),
    more: (number) => count(number, "demande plus d’accès", "demandent plus d’accès"),
    usual: (number) =>
      count(
        number,
        "désactive seulement le filtre seccomp (courant)",
        "désactivent seulement le filtre seccomp (courant)",
      ),
    minor: (number) =>
      count(number, "n’a que des constats de gravité faible", "n’ont que des constats de gravité faible"),
    none: (number) => count(number, "sans accès supplémentaire", "sans accès supplémentaire"),
  },
  accepted: (number) =>
    count(number, "ne demande que ce que vous acceptez", "ne demandent que ce que vous acceptez"),
  names: {
    much: "Beaucoup plus d’accès",
    more: "Plus d’accès",
    usual: "Sans filtre seccomp",
    minor: "Gravité faible seulement",
    none: "Aucun accès supplémentaire",
  },
  accept: (finding) => `J’accepte « ${finding} » ici`,
  linked: "politique reçue avec le lien",
};

export const myKasm: Translation<typeof en.myKasm> = {
  label: "Mon Kasm",
  any: "Toutes",
  unlisted: (version) => `Non proposé par Kasm ${version}`,
  unlistedSome: (number, shown, version) =>
    `${number} sur ${shown} ${number === 1 ? "n’est pas proposé" : "ne sont pas proposés"} par Kasm ${version}`,
  showListed: "N’afficher que les autres",
  unlistedAll: (number, version, versions) =>
    number === 1
      ? `Kasm ${version} ne propose pas cet espace de travail, conçu pour Kasm ${versions}.`
      : `Kasm ${version} ne propose aucun de ces ${number} espaces de travail, conçus pour Kasm ${versions}.`,
};

export const sheet: Translation<typeof en.sheet> = {
  title: "Filtres",
  close: "Fermer",
  show: (number) =>
    number === 0
      ? "Aucun espace de travail"
      : `Afficher ${count(number, "espace de travail", "espaces de travail")}`,
};
