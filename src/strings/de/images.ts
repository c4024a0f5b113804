import type * as en from "../en/images.ts";
import type { Translation } from "../translated.ts";

export const imageStates: Translation<typeof en.imageStates> = {
  missing: "Fehlt",
  old: "Älter als ein Jahr",
};

export const imageFacts: Translation<typeof en.imageFacts> = {
  missing: (day) => `Seit dem ${day} nicht in seiner Registry`,
  private: (day) => `Seit dem ${day} ohne Anmeldung nicht einzusehen`,
  unreachable: (day) => `Seine Registry antwortet seit dem ${day} nicht`,
  size: (size) => `entpackt ${size}`,
  about: (size) => `etwa ${size}`,
  built: (day) => `Zuletzt gebaut am ${day}`,
  root: "Läuft als root, und run_config nennt keinen anderen Benutzer",
  source: "Quelle des Images",
  copyPinned: "Image mit seinem Digest kopieren",
};
