import type * as en from "../en/compare.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const compare: Translation<typeof en.compare> = {
  title: "Comparar workspaces",
  titleOf: (names) => `Comparar ${names.join(", ")}`,
  description:
    "Dois ou três workspaces lado a lado: o que podem fazer, suas versões e imagens, e a diferença entre seus JSON.",
  noScript: "A comparação é feita por JavaScript. Sem ele, abra dois workspaces lado a lado:",
  none: "Escolha dois ou três workspaces. O endereço de uma comparação pode ser compartilhado.",
  one: (name) => `${name} foi escolhido. Escolha outro workspace para comparar.`,
  unknown: (slug) => `Nenhum workspace daqui tem o endereço “${slug}”.`,
  searchFor: "Pesquisar",
  twice: (name) => `${name} foi citado duas vezes, então aparece uma só.`,
  failed: (slug) => `Não foi possível carregar “${slug}”.`,
  listFailed: "Não foi possível carregar a lista de workspaces.",
  retry: "Tentar de novo",
  choose: "Escolher um workspace",
  third: "Adicionar um terceiro workspace",
  noMatch: "Nenhum workspace corresponde.",
  more: (number) => `Mais ${number}. Digite para encontrar um deles.`,
  remove: (name) => `Remover ${name}`,
  removeShort: "Remover",
  rows: "Propriedade",
  equalRows: (number) => `Iguais: ${count(number, "propriedade", "propriedades")}`,
  equalLines: (number) => `Iguais: ${count(number, "linha", "linhas")}`,
  about: "Descrição",
  worst: "Pior achado",
  findings: "Achados",
  flags: "Sinalizações no Kasm",
  noFlag: "Nenhuma",
  difference: "Diferença entre os workspace.json",
  differenceText: "Chaves em ordem alfabética, sem sha e flags. − está só no primeiro, + só no segundo.",
  same: "Nenhuma diferença.",
};
