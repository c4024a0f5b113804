import type * as en from "../en/images.ts";
import type { Translation } from "../translated.ts";

export const imageStates: Translation<typeof en.imageStates> = {
  missing: "Introuvable",
  old: "Plus d’un an",
};

export const imageFacts: Translation<typeof en.imageFacts> = {
  missing: (day) => `Absente de son registre depuis le ${day}`,
  private: (day) => `Inaccessible sans authentification, depuis le ${day}`,
  unreachable: (day) => `Son registre ne répond plus depuis le ${day}`,
  size: (size) => `${size} décompressée`,
  about: (size) => `environ ${size}`,
  built: (day) => `Dernière construction le ${day}`,
  root: "S’exécute en tant que root, et run_config ne désigne aucun autre utilisateur",
  source: "Source de l’image",
  copyPinned: "Copier l’image avec son empreinte (digest)",
};
