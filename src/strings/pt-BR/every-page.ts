import type * as en from "../en/every-page.ts";
import type { Translation } from "../translated.ts";

export const site = {
  home: "Workspaces",
  search: "Pesquisar workspaces",
  copied: "Copiado",
  copyFailed: "Selecione o texto e copie-o",
} satisfies Translation<typeof en.site>;

export const frame = {
  skip: "Ir para o conteúdo",
  navigation: "Principal",
  flags: "Guia de segurança",
  verify: "Verificar",
  create: "Contribuir",
  source: "Código-fonte",
  contact: "Contato",
  external: "(leva a outro site)",
  breadcrumb: "Você está aqui",
  copy: "Copiar",
  updated: "Atualizado",
  footer: "Sem cookies, sem rastreamento, sem requisições a terceiros.",
} satisfies Translation<typeof en.frame>;
