import type * as en from "../en/add.ts";
import type { Translation } from "../translated.ts";

export const add: Translation<typeof en.add> = {
  title: "Ajouter à Kasm",
  otherWays: "Par script, Helm ou Terraform",
  description:
    "Ajouter ce registre à Kasm Workspaces : manuellement, par script, avec Helm ou avec Terraform.",
  intro:
    "Kasm n’a besoin que d’une chose : le lien de ce registre. Les commandes ci-dessous le contiennent déjà. Mettez votre propre serveur à la place de `kasm.example.com` ; cette page n’enregistre et n’envoie rien.",
  byHand: "Manuellement",
  oldKasm: "Kasm 1.16 à 1.19",
  newKasm: "Kasm 1.20",
  newKasmNote: "Les étapes devraient être les mêmes. Elles n’ont pas été essayées avec Kasm 1.20.",
  documented: "Documenté par Kasm",
  partlyDocumented: "Documenté en partie",
  undocumented: "Non documenté par Kasm",
  key: "Clé d’API",
  keyNote:
    "Les scripts et Terraform ont besoin d’une clé d’API. Dans Kasm, Settings → Developers → Add API Key en crée une ; elle n’a d’abord aucune autorisation : donnez-lui celle de créer des registres. Les commandes lisent la clé et son secret dans les variables d’environnement `KASM_API_KEY` et `KASM_API_KEY_SECRET`, et ne les laissent pas apparaître dans la liste des processus.",
  shell: "Pour un shell",
  script120: "Par script : Kasm 1.20",
  script120Note:
    "L’API du catalogue accepte `POST /api/admin/catalog/registries`, avec la clé d’API comme nom d’utilisateur et son secret comme mot de passe de l’authentification HTTP Basic. Écrivez d’abord le corps de la requête dans `registry.json`. La page de Kasm énumère ses champs ; ils n’ont pas pu être vérifiés pour cette page, qui ne les devine pas.",
  script120Page: "La page de Kasm sur cette requête",
  script119: "Par script : Kasm 1.16 à 1.19",
  script119Note:
    "Le fournisseur Terraform de la communauté envoie `POST /api/public/create_registry` avec ce corps. Kasm ne documente pas cette requête et peut la modifier. La commande n’a pas été essayée avec un serveur Kasm.",
  channel: (channel, isOwn) =>
    isOwn
      ? `Le canal \`${channel}\` est celui par défaut dans la liste de ce registre.`
      : `La liste de ce registre n’a pas de canaux ; \`${channel}\` est ce qu’envoient les tests de ce fournisseur.`,
  helm: "Avec Helm",
  helmNote:
    "Pour une nouvelle installation avec le chart Helm de Kasm, qui remplit une seule fois une base de données vide et ne touche pas à une base existante. La page du chart mentionne `kasmConfig.config.registries` ; les champs sont ceux que lit son template. Cette liste remplace celle que Kasm fournit : ajoutez-y aussi le registre de Kasm si vous voulez le garder.",
  helmValues: "Valeurs du chart",
  helmPage: "La page du chart sur ces valeurs",
  terraform: "Avec Terraform",
  terraformNote:
    "Un fournisseur de la communauté, que son auteur dit en cours d’élaboration ; il envoie la requête pour Kasm 1.16 à 1.19. Ses pages lui donnent plusieurs adresses : compilez-le depuis son dépôt et mettez dans `source` l’adresse où vous le gardez. Ses pages décrivent d’autres champs de `kasm_registry` ; ceux-ci sont ceux de son code, qui accepte `stable`, `beta`, `develop` ou une version complète comme canal. Terraform lit la clé dans `TF_VAR_kasm_api_key` et `TF_VAR_kasm_api_key_secret`.",
  terraformChannel: (channel) =>
    `Le fournisseur refuse le canal \`${channel}\` de la liste de ce registre ; \`stable\` est mis à sa place, et le bon se choisit dans Kasm.`,
  terraformCode: "Configuration",
  terraformPage: "Le dépôt du fournisseur",
  api: "Fichiers de ce registre pour les programmes",
};
