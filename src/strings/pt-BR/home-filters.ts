import type * as en from "../en/home-filters.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const strip: Translation<typeof en.strip> = {
  label: "Workspaces segundo o acesso que solicitam",
  parts: {
    much: (number) => count(number, "solicita muito mais acesso", "solicitam muito mais acesso"),
    more: (number) => count(number, "solicita mais acesso", "solicitam mais acesso"),
    usual: (number) =>
      count(number, "só desativa o filtro seccomp (comum)", "só desativam o filtro seccomp (comum)"),
    minor: (number) =>
      count(number, "só tem achados de gravidade baixa", "só têm achados de gravidade baixa"),
    none: (number) => count(number, "sem acesso extra", "sem acesso extra"),
  },
  accepted: (number) => count(number, "só solicita o que você aceita", "só solicitam o que você aceita"),
  names: {
    much: "Muito mais acesso",
    more: "Mais acesso",
    usual: "Sem filtro seccomp",
    minor: "Só gravidade baixa",
    none: "Sem acesso extra",
  },
  accept: (finding) => `Aceito “${finding}” aqui`,
  linked: "a política veio com o link",
};

export const myKasm: Translation<typeof en.myKasm> = {
  label: "Meu Kasm",
  any: "Todas",
  unlisted: (version) => `Não listado pelo Kasm ${version}`,
  unlistedSome: (number, shown, version) =>
    `${number} de ${shown} ${number === 1 ? "não é listado" : "não são listados"} pelo Kasm ${version}`,
  showListed: "Mostrar só os outros",
  unlistedAll: (number, version, versions) =>
    number === 1
      ? `O Kasm ${version} não lista este workspace, feito para o Kasm ${versions}.`
      : `O Kasm ${version} não lista nenhum destes ${number} workspaces, feitos para o Kasm ${versions}.`,
};

export const sheet: Translation<typeof en.sheet> = {
  title: "Filtros",
  close: "Fechar",
  show: (number) =>
    number === 0 ? "Nenhum workspace corresponde" : `Mostrar ${count(number, "workspace", "workspaces")}`,
};
