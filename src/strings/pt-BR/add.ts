import type * as en from "../en/add.ts";
import type { Translation } from "../translated.ts";

export const add: Translation<typeof en.add> = {
  title: "Adicionar ao Kasm",
  otherWays: "Com script, Helm ou Terraform",
  description:
    "Adicione este registro ao Kasm Workspaces: manualmente, com script, com Helm ou com Terraform.",
  intro:
    "O Kasm só precisa de uma coisa: o link deste registro. Os comandos abaixo já o contêm. Ponha o seu próprio servidor no lugar de `kasm.example.com`; esta página não guarda nem envia nada.",
  byHand: "Manualmente",
  oldKasm: "Kasm 1.16 a 1.19",
  newKasm: "Kasm 1.20",
  newKasmNote: "Os passos devem ser os mesmos. Não foram testados com o Kasm 1.20.",
  documented: "Documentado pelo Kasm",
  partlyDocumented: "Documentado em parte",
  undocumented: "Não documentado pelo Kasm",
  key: "Chave de API",
  keyNote:
    "Scripts e o Terraform precisam de uma chave de API. No Kasm, Settings → Developers → Add API Key cria uma; no início ela não tem permissão alguma, então dê a ela a de criar registros. Os comandos leem a chave e seu segredo das variáveis de ambiente `KASM_API_KEY` e `KASM_API_KEY_SECRET` e não os deixam aparecer na lista de processos.",
  shell: "Para um shell",
  script120: "Com script: Kasm 1.20",
  script120Note:
    "A API do catálogo aceita `POST /api/admin/catalog/registries`, com a chave de API como nome e seu segredo como senha do HTTP Basic. Grave antes o corpo da requisição em `registry.json`. A página do Kasm lista os campos; não foi possível verificá-los para esta página, que não tenta adivinhá-los.",
  script120Page: "A página do Kasm sobre esta requisição",
  script119: "Com script: Kasm 1.16 a 1.19",
  script119Note:
    "O provider do Terraform feito pela comunidade envia `POST /api/public/create_registry` com este corpo. O Kasm não documenta a requisição e pode mudá-la. O comando não foi testado com um servidor Kasm.",
  channel: (channel, isOwn) =>
    isOwn
      ? `O canal \`${channel}\` é o padrão da lista deste registro.`
      : `A lista deste registro não tem canais; \`${channel}\` é o que os testes desse provider enviam.`,
  helm: "Com Helm",
  helmNote:
    "Para uma nova instalação com o chart Helm do Kasm, que preenche uma única vez um banco de dados vazio e não mexe em um existente. A página do chart cita `kasmConfig.config.registries`; os campos são os que o template lê. Esta lista substitui a que o Kasm traz; inclua nela também o registro do próprio Kasm se quiser mantê-lo.",
  helmValues: "Valores do chart",
  helmPage: "A página do chart sobre estes valores",
  terraform: "Com Terraform",
  terraformNote:
    "Um provider da comunidade, que o autor considera em desenvolvimento; ele envia a requisição para o Kasm 1.16 a 1.19. As páginas dele dão vários endereços: compile-o a partir do repositório e ponha em `source` o endereço onde você o guarda. As páginas dele descrevem outros campos de `kasm_registry`; estes são os do código, que aceita `stable`, `beta`, `develop` ou uma versão completa como canal. O Terraform lê a chave de `TF_VAR_kasm_api_key` e `TF_VAR_kasm_api_key_secret`.",
  terraformChannel: (channel) =>
    `O provider recusa o canal \`${channel}\` da lista deste registro; no lugar dele está \`stable\`, e o certo pode ser escolhido no Kasm.`,
  terraformCode: "Configuração",
  terraformPage: "O repositório do provider",
  api: "Arquivos deste registro para programas",
};
