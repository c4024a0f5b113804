import type * as en from "../en/access.ts";
import type { Translation } from "../translated.ts";

export const access: Translation<typeof en.access> = {
  areas: {
    image: ["Imagem", "Nenhuma"],
    account: ["Usuário", "Comum (uid 1000)"],
    privileged: ["Modo privilegiado", "Desativado"],
    isolation: ["Seccomp, AppArmor, SELinux", "Padrão do Docker"],
    capabilities: ["Capabilities", "Padrão do Docker"],
    devices: ["Dispositivos do host", "Nenhum"],
    files: ["Pastas do host", "Nenhuma"],
    network: ["Rede", "Padrão do Kasm"],
    namespaces: ["Namespaces, sysctls", "Isolados"],
    commands: ["Comandos de início", "Os da imagem"],
    other: ["Outras configurações", "Nenhuma"],
  },
  effects: {
    allCapabilities: (number) => `todas as ${number}, por causa de \`privileged\``,
    allDevices: "todos os do host, por causa de `privileged`",
    noConfinement: "filtro e confinamento desativados, por causa de `privileged`",
    rootHook: (setting) => `\`${setting}\` executa um comando como root`,
    privilegedHook: (setting, number) =>
      `\`${setting}\` executa um comando com todas as ${number} capabilities`,
    grantsRoot: (setting) => `\`${setting}\` permite que os usuários se tornem root`,
  },
  architectures: "Arquiteturas",
  versions: "Versões do Kasm",
  size: "Tamanho em disco",
  changed: "Última alteração",
  notStated: "Não informado",
};
