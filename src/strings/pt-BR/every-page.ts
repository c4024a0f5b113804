import type * as en from "../en/every-page.ts";
import type { Translation } from "../translated.ts";

export const site: Translation<typeof en.site> = {
  home: "Workspaces",
  search: "Pesquisar workspaces",
  copied: "Copiado",
  copyFailed: "Selecione o texto e copie-o",
};

export const frame: Translation<typeof en.frame> = {
  skip: "Ir para o conteúdo",
  navigation: "Principal",
  flags: "Guia de segurança",
  verify: "Verificar",
  builtFrom: (commit) => `Gerado a partir do commit ${commit} · Verificar`,
  create: "Contribuir",
  source: "Código-fonte",
  contact: "Contato",
  external: "(leva a outro site)",
  breadcrumb: "Você está aqui",
  copy: "Copiar",
  updated: "Atualizado",
  footer: "Sem cookies, sem rastreamento, sem requisições a terceiros.",
  inEnglish: "Os textos longos desta página estão em inglês.",
};
