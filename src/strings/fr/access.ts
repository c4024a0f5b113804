import type * as en from "../en/access.ts";
import type { Translation } from "../translated.ts";

export const access: Translation<typeof en.access> = {
  areas: {
    image: ["Image", "Aucune"],
    account: ["Utilisateur", "Ordinaire (uid 1000)"],
    privileged: ["Mode privilégié", "Désactivé"],
    isolation: ["Seccomp, AppArmor, SELinux", "Par défaut (Docker)"],
    capabilities: ["Capacités", "Par défaut (Docker)"],
    devices: ["Périphériques de l’hôte", "Aucun"],
    files: ["Dossiers de l’hôte", "Aucun"],
    network: ["Réseau", "Par défaut (Kasm)"],
    namespaces: ["Espaces de noms, sysctls", "Isolés"],
    commands: ["Commandes au démarrage", "Celles de l’image"],
    other: ["Autres paramètres", "Aucun"],
  },
  effects: {
    allCapabilities: (number) => `toutes les ${number}, à cause de \`privileged\``,
    allDevices: "tous ceux de l’hôte, à cause de `privileged`",
    noConfinement: "filtre et confinement désactivés, à cause de `privileged`",
    rootHook: (setting) => `\`${setting}\` exécute une commande en tant que root`,
    privilegedHook: (setting, number) => `\`${setting}\` exécute une commande avec les ${number} capacités`,
    grantsRoot: (setting) => `\`${setting}\` permet aux utilisateurs de devenir root`,
  },
  architectures: "Architectures",
  versions: "Versions de Kasm",
  size: "Taille sur disque",
  changed: "Dernière modification",
  notStated: "Non précisé",
};
