import type * as en from "../en/images.ts";
import type { Translation } from "../translated.ts";

export const imageStates: Translation<typeof en.imageStates> = {
  missing: "Ausente",
  old: "Mais de um ano",
};

export const imageFacts: Translation<typeof en.imageFacts> = {
  missing: (day) => `Ausente do registro de imagens desde ${day}`,
  private: (day) => `Inacessível sem login, desde ${day}`,
  unreachable: (day) => `O registro de imagens não responde desde ${day}`,
  size: (size) => `${size} descompactada`,
  about: (size) => `cerca de ${size}`,
  built: (day) => `Última compilação em ${day}`,
  root: "É executada como root, e run_config não indica outro usuário",
  source: "Código-fonte da imagem",
  copyPinned: "Copiar a imagem com o digest",
};
