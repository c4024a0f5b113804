import type * as en from "../en/site.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

const workspaces = (number: number): string => count(number, "workspace", "workspaces");

export const severityWords: Translation<typeof en.severityWords> = {
  critical: "Crítica",
  high: "Alta",
  medium: "Média",
  low: "Baixa",
  info: "Info",
  none: "Sem acesso extra",
};

export const flagWords: Translation<typeof en.flagWords> = {
  flag_user: "Outro usuário",
  flag_privileged: "Modo privilegiado",
  flag_property: "Outra opção do Docker",
  none: "Sem sinalização no Kasm",
};

export const home: Translation<typeof en.home> = {
  heading: "Workspaces",
  facts: { workspaces },
  linkLabel: "Link do registro, para o Kasm",
  howTo: "Adicionar este registro ao Kasm",
  steps: [
    "No Kasm, como administrador, abra Workspaces e depois Registry.",
    "Em Registries, escolha Add New, cole o link e confirme que confia nele.",
    "Edit mostra todas as configurações de um workspace; Install o adiciona.",
  ],
  shelf: "Alterados recentemente",
  browse: "Explorar",
  all: (number) => (number === 1 ? "A lista de workspaces" : `Todos os ${workspaces(number)}`),
  more: (number) => `Mostrar mais ${number}`,
  empty: "Ainda não há workspaces",
  emptyHelp:
    "Adicione o primeiro com o formulário ou como uma pasta em workspaces/. O Kasm aceita o registro assim que houver um.",
};

export const find: Translation<typeof en.find> = {
  kasm: (version) => `Kasm ${version}`,
  placeholder: "Nome, imagem, categoria…",
  hint: "Pressione / para pesquisar",
  clearAll: "Limpar tudo",
  remove: (value) => `Remover o filtro ${value}`,
  filters: "Filtrar",
  sort: "Ordenar por",
  sorts: {
    "": "Nome",
    best: "Relevância",
    access: "Maior acesso",
    newest: "Mais novos",
    changed: "Alterados recentemente",
    size: "Menores",
  },
  facets: {
    category: "Categoria",
    kasm: "Versão do Kasm",
    arch: "Arquitetura",
    finding: "Solicita",
    flag: "Sinalização no Kasm",
    image: "Imagem",
  },
  showAll: (number) => `Mostrar tudo (${number})`,
  results: (number, total) => (number === total ? workspaces(total) : `${number} de ${workspaces(total)}`),
  guide: (number) => `No guia de segurança (${number})`,
  nothingFor: (query) => `Nenhum workspace corresponde a ${query}`,
  nothingWays: "Em vez disso, tente:",
  nothingHelp: "Verifique a ortografia ou use menos palavras, ou palavras mais gerais.",
  ways: {
    instead: (value, number) => `${value} (${number})`,
    query: (number) => `Limpar a pesquisa (${number})`,
    all: (number) => `Remover todos os filtros (${number})`,
    without: (value, number) => `Remover “${value}” (${number})`,
  },
  start: "Abrir o formulário",
  failed: "Não foi possível carregar o índice de pesquisa. Recarregue a página ou use as listas abaixo.",
};

export const cards: Translation<typeof en.cards> = {
  kasm: (range) => `Kasm ${range}`,
  only: (architectures) => `só ${architectures}`,
  marks: { new: "Novo", updated: "Atualizado", deprecated: "Obsoleto" },
  imageMissing: "Imagem ausente",
  flagged: (name) => `${name} é sinalizado pelo Kasm: mostrar o motivo`,
  flaggedBy: "Sinalizado pelo Kasm",
  compare: (name) => `Comparar ${name}`,
  compareShort: "Comparar",
  compareChosen: (number) => `Comparar ${number}`,
  chooseOneMore: "Escolha mais um para comparar",
  chosenAll: "No máximo três",
  clear: "Limpar",
  key: [
    "Triângulo: o Kasm o sinaliza.",
    "Última linha: o pior achado da revisão feita por este registro.",
    "Mais no guia de segurança",
  ],
};

export const listing: Translation<typeof en.listing> = {
  kasm: (version) => `Kasm ${version}`,
  all: "Todos os workspaces",
  categoryIntro: (number) => `${workspaces(number)} nesta categoria.`,
  kasmIntro: (number, version) => `${workspaces(number)} para o Kasm ${version}.`,
  page: (page, last) => `Página ${page} de ${last}`,
  pages: "Páginas",
  previous: "Anterior",
  next: "Próxima",
  categories: "Categorias",
  versions: "Versões do Kasm",
};

export const workspace: Translation<typeof en.workspace> = {
  install: "Adicionar ao Kasm",
  startingPoint: "Criar sua própria versão",
  notes: "Notas de quem publica",
  asksAtLaunch: "Perguntado ao iniciar",
  answerNeeded: "obrigatório",
  answersIn: "As respostas são gravadas neste arquivo da sessão:",
  link: "Abre",
  screenshots: "Capturas de tela",
  about: "Sobre",
  needs: "Requisitos",
  image: "Imagem",
  registry: "Registro de imagens",
  sizeNote: "descompactada, no pior caso: nenhuma camada compartilhada",
  cores: "Núcleos de CPU",
  memory: "Memória",
  gpus: "GPUs",
  gpuRequired: "GPU obrigatória",
  yes: "Sim",
  cpuMethod: "Método de CPU",
  none: "Nenhuma",
  notGiven: (names) => `Não informado: ${new Intl.ListFormat("pt-BR").format(names)}.`,
  expected: { license: "licença", source: "código-fonte da imagem", maintainer: "responsável" },
  channels: "Canais",
  trust: "Origem e integridade",
  publisher: "Publicado por",
  repository: "Repositório",
  folder: "Pasta no repositório",
  added: "Primeira publicação",
  fingerprint: "Impressão digital",
  fingerprintNote: "SHA-256 dos arquivos da pasta, que muda a cada alteração.",
  shaNote: "O “sha” da lista que o Kasm lê (SHA-1).",
  homepage: "Site",
  sourceCode: "Código-fonte da imagem",
  license: "Licença",
  maintainer: "Responsável",
  support: "Suporte",
  changes: "Revisão de segurança",
  verdict: {
    controls: (setting) => `Os usuários deste workspace controlam o host, por causa de \`${setting}\`.`,
    decide: (number, isUsual) =>
      number === 1
        ? `Uma configuração${isUsual ? " comum" : ""} a avaliar:`
        : `${number} configurações${isUsual ? " comuns" : ""} a avaliar:`,
    minor: (number) =>
      number === 1 ? "Um achado de gravidade baixa:" : `${number} achados de gravidade baixa:`,
    alsoDecide: "A avaliar também:",
    alsoMinor: "Além disso:",
    more: (number) => `mais ${number}`,
    defaults: "Isolamento padrão do Docker:",
    otherwise: "No mais, os padrões do Docker:",
    link: "Um link: abre uma página da web, e nenhum contêiner é iniciado.",
    usual: (number, total) => `${number} de ${total} aqui ${number === 1 ? "a tem" : "a têm"}.`,
    accepted: "Você aceita esta configuração aqui: nada mais a avaliar.",
    settingsOnly: "Trata-se das configurações; o conteúdo da imagem não é verificado.",
    inSentence: (title) => title.replace(/^(?!Docker)\p{Lu}(?=[\p{Ll} ])/u, (letter) => letter.toLowerCase()),
    copyWithout: (field, setting) => `Copiar ${field} sem ${setting}`,
    forEdit: (field) => `Para ${field}, em Edit no Kasm`,
  },
  holds: {
    account: "não root",
    isolation: "filtro seccomp ativo",
    capabilities: "sem capabilities extras",
  },
  holdsOfHost: { devices: "dispositivos", files: "pastas", network: "portas" },
  noneOfHost: (names) => `sem ${new Intl.ListFormat("pt-BR", { type: "disjunction" }).format(names)} do host`,
  findings: (number) => count(number, "achado", "achados"),
  officialNone: "Sem sinalização no Kasm.",
  official: "O Kasm mostra",
  sheet: "Resumo dos acessos",
  defaultRows: (number) => `Todo o resto: padrões do Docker (${number})`,
  allFindings: "Achados em detalhe",
  purpose: "Por que pode ser necessário",
  advice: "O que você pode fazer",
  sources: "Fontes",
  ruleLink: "Mais no guia de segurança:",
  showLine: (line) => `Linha ${line} do JSON`,
  flagNote: (flag) => `Sinalização no Kasm: ${flag}`,
  noFlagNote: "Sem sinalização no Kasm",
  json: "Configurações em texto",
  formText: "Para os campos de mesmo nome em Edit no Kasm. Em destaque: as linhas com achados.",
  jsonFor: {
    "1.0": "Como o Kasm 1.12 a 1.15 o lê. Em destaque: as linhas com achados.",
    "1.1": "Como o Kasm 1.16 e posteriores o leem. Em destaque: as linhas com achados.",
  },
  download: "Baixar",
  raw: "Bruto",
  dockerText:
    "Aproximado, para leitura. O Kasm acrescenta sua própria rede, seu usuário e sua política de reinício.",
  notMapped: "Configurações sem equivalente:",
  installSteps: [
    "Adicione este registro ao Kasm com o link dele.",
    "No Kasm, abra Workspaces e depois Registry, e encontre o workspace.",
    "Para conferir antes, escolha Edit em vez de Install: todas as configurações aparecem. Compare-as com o run_config desta página.",
  ],
  installImage: "Escolha Install. O Kasm baixa a imagem nos agentes; isso leva algum tempo.",
  installLink: "Escolha Install. O workspace é um link, portanto nenhuma imagem é baixada.",
  steps: "Passos no Kasm",
  otherVersions: "As outras versões não o listam.",
  similar: "Workspaces semelhantes",
  compare: "Comparar",
  compareWith: (name) => `Comparar com ${name}`,
};

export const flagsPage: Translation<typeof en.flagsPage> = {
  title: "Guia de segurança",
  description:
    "Todas as sinalizações que o Kasm mostra para um workspace e todos os achados da revisão de segurança: o risco, por que pode ser necessário e o que você pode fazer.",
  intro:
    "O Kasm põe uma borda vermelha em um workspace quando o run_config, as opções do contêiner, difere dos padrões. A dica de tela cita uma de três sinalizações, que aparecem primeiro aqui. A maioria dos workspaces com área de trabalho tem essa borda, então ela sozinha diz pouco. A revisão de segurança deste registro lê cada valor; os achados vêm em seguida, cada um com o risco, por que pode ser necessário e o que você pode fazer.",
  contents: "Nesta página",
  official: "Sinalizações no Kasm",
  now: "O que você pode fazer",
  seen: (number) => (number === 0 ? "Em nenhum workspace daqui" : `Em ${workspaces(number)} daqui`),
  severities: "Níveis de gravidade",
  levels: {
    critical: "Esta configuração, sozinha, é um meio conhecido de assumir o controle do host das sessões.",
    high: "A configuração remove uma camada inteira de isolamento, abre parte do host, expõe um segredo ou executa código que ninguém pode ler antes.",
    medium:
      "Mais permissões dentro da sessão, hardware compartilhado, uma rede aberta ou recursos sem limite.",
    low: "Sobretudo questões de operação: sobras, nomes em conflito, opções que o Docker recusa.",
    info: "Inofensiva, ou uma proteção. Listada porque o Kasm pode sinalizá-la.",
  },
  found: "Encontrados neste registro",
  here: (number) => `${number} aqui`,
  linkHere: "Link para esta entrada",
  terms: "Glossário",
  properties: "Todas as propriedades de run_config",
  propertiesIntro:
    "Todos os nomes que o SDK do Docker para Python aceita. Qualquer outro nome impede que a sessão inicie e também recebe flag_property.",
  property: "Propriedade",
  kasmShows: "Sinalização no Kasm",
  byValue: "depende do valor",
  noFlag: "nenhuma",
  ruleColumn: "Achados",
  hereColumn: "Workspaces daqui",
  sources: "Fontes",
};

export const notFound: Translation<typeof en.notFound> = {
  title: "Página não encontrada",
  text: "Nenhuma página tem este endereço. Você procurava uma destas?",
  none: "Nenhuma página tem este endereço.",
  toHome: "Todos os workspaces",
  searchFor: (words) => `Pesquisar “${words}”`,
};
