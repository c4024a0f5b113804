import type * as en from "../en/images.ts";
import type { Translation } from "../translated.ts";

export const imageStates: Translation<typeof en.imageStates> = {
  missing: "No existe",
  old: "De hace más de un año",
};

export const imageFacts: Translation<typeof en.imageFacts> = {
  missing: (day) => `No está en su registro desde el ${day}`,
  private: (day) => `Inaccesible sin iniciar sesión, desde el ${day}`,
  unreachable: (day) => `Su registro no responde desde el ${day}`,
  size: (size) => `${size} sin comprimir`,
  about: (size) => `unos ${size}`,
  built: (day) => `Última compilación: ${day}`,
  root: "Se ejecuta como root, y run_config no indica otro usuario",
  source: "Origen de la imagen",
  copyPinned: "Copiar la imagen con su digest",
};
