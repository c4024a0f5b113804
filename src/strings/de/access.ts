import type * as en from "../en/access.ts";
import type { Translation } from "../translated.ts";

export const access: Translation<typeof en.access> = {
  areas: {
    image: ["Image", "Keines"],
    account: ["Benutzer", "Gewöhnlich (uid 1000)"],
    privileged: ["Privilegierter Modus", "Aus"],
    isolation: ["Seccomp, AppArmor und SELinux", "Dockers Vorgaben"],
    capabilities: ["Capabilities", "Dockers Vorgaben"],
    devices: ["Geräte des Hosts", "Keine"],
    files: ["Ordner des Hosts", "Keine"],
    network: ["Netzwerk", "Vorgabe von Kasm"],
    namespaces: ["Namespaces und sysctls", "Getrennt"],
    commands: ["Startbefehle", "Vorgabe des Images"],
    other: ["Weitere Einstellungen", "Keine"],
  },
  effects: {
    allCapabilities: (number) => `alle ${number}, wegen \`privileged\``,
    allDevices: "alle des Hosts, wegen `privileged`",
    noConfinement: "Filter und Einschränkung aus, wegen `privileged`",
    rootHook: (setting) => `\`${setting}\` führt einen Befehl als root aus`,
    privilegedHook: (setting, number) => `\`${setting}\` führt einen Befehl mit allen ${number} aus`,
    grantsRoot: (setting) => `\`${setting}\` lässt Benutzer root werden`,
  },
  architectures: "Architekturen",
  versions: "Kasm-Versionen",
  size: "Platz auf der Festplatte",
  changed: "Zuletzt geändert",
  notStated: "Nicht angegeben",
};
