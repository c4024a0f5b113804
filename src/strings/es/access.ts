import type * as en from "../en/access.ts";
import type { Translation } from "../translated.ts";

export const access: Translation<typeof en.access> = {
  areas: {
    image: ["Imagen", "Ninguna"],
    account: ["Usuario", "Normal (uid 1000)"],
    privileged: ["Modo privilegiado", "Desactivado"],
    isolation: ["Seccomp, AppArmor, SELinux", "Predeterminado de Docker"],
    capabilities: ["Capacidades", "Predeterminadas de Docker"],
    devices: ["Dispositivos del host", "Ninguno"],
    files: ["Carpetas del host", "Ninguna"],
    network: ["Red", "Predeterminada de Kasm"],
    namespaces: ["Espacios de nombres, sysctls", "Aislados"],
    commands: ["Comandos de inicio", "Los de la imagen"],
    other: ["Otros ajustes", "Ninguno"],
  },
  effects: {
    allCapabilities: (number) => `las ${number}, debido a \`privileged\``,
    allDevices: "todos los del host, debido a `privileged`",
    noConfinement: "filtro y confinamiento desactivados, debido a `privileged`",
    rootHook: (setting) => `\`${setting}\` ejecuta un comando como root`,
    privilegedHook: (setting, number) => `\`${setting}\` ejecuta un comando con las ${number} capacidades`,
    grantsRoot: (setting) => `\`${setting}\` permite a los usuarios convertirse en root`,
  },
  architectures: "Arquitecturas",
  versions: "Versiones de Kasm",
  size: "Tamaño en disco",
  changed: "Último cambio",
  notStated: "Sin indicar",
};
