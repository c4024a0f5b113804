import type * as en from "../en/add.ts";
import type { Translation } from "../translated.ts";

export const add: Translation<typeof en.add> = {
  title: "Añadir a Kasm",
  otherWays: "Con un script, Helm o Terraform",
  description: "Añada este registro a Kasm Workspaces: manualmente, con un script, con Helm o con Terraform.",
  intro:
    "Kasm solo necesita una cosa: el enlace de este registro. Los comandos de abajo ya lo contienen. Ponga su propio servidor en lugar de `kasm.example.com`; esta página no guarda ni envía nada.",
  byHand: "Manualmente",
  oldKasm: "Kasm 1.16 a 1.19",
  newKasm: "Kasm 1.20",
  newKasmNote: "Los pasos deberían ser los mismos. No se han probado con Kasm 1.20.",
  documented: "Documentado por Kasm",
  partlyDocumented: "Documentado en parte",
  undocumented: "No documentado por Kasm",
  key: "Clave de API",
  keyNote:
    "Los scripts y Terraform necesitan una clave de API. En Kasm se crea en Settings → Developers → Add API Key; al principio no tiene ningún permiso, así que concédale el de crear registros. Los comandos leen la clave y su secreto de las variables de entorno `KASM_API_KEY` y `KASM_API_KEY_SECRET`, y no los dejan ver en la lista de procesos.",
  shell: "Para un shell",
  script120: "Con un script: Kasm 1.20",
  script120Note:
    "La API del catálogo acepta `POST /api/admin/catalog/registries`, con la clave de API como nombre de usuario y su secreto como contraseña de HTTP Basic. Escriba antes el cuerpo de la petición en `registry.json`. La página de Kasm enumera sus campos; no se pudieron comprobar para esta página, que no los adivina.",
  script120Page: "La página de Kasm sobre esta petición",
  script119: "Con un script: Kasm 1.16 a 1.19",
  script119Note:
    "El proveedor de Terraform de la comunidad envía `POST /api/public/create_registry` con este cuerpo. Kasm no documenta la petición y puede cambiarla. El comando no se ha probado con un servidor Kasm.",
  channel: (channel, isOwn) =>
    isOwn
      ? `El canal \`${channel}\` es el predeterminado de la lista de este registro.`
      : `La lista de este registro no tiene canales; \`${channel}\` es lo que envían las pruebas de ese proveedor.`,
  helm: "Con Helm",
  helmNote:
    "Para una instalación nueva con el chart de Helm de Kasm, que rellena una sola vez una base de datos vacía y no toca una existente. La página del chart menciona `kasmConfig.config.registries`; los campos son los que lee su plantilla. Esta lista sustituye a la que trae Kasm, así que incluya también el registro de Kasm si quiere conservarlo.",
  helmValues: "Valores del chart",
  helmPage: "La página del chart sobre estos valores",
  terraform: "Con Terraform",
  terraformNote:
    "Un proveedor de la comunidad que, según su autor, está en desarrollo; envía la petición para Kasm 1.16 a 1.19. Sus páginas le dan varias direcciones: compílelo desde su repositorio y ponga en `source` la dirección donde lo guarda. Sus páginas describen otros campos de `kasm_registry`; estos son los de su código, que acepta `stable`, `beta`, `develop` o una versión completa como canal. Terraform lee la clave de `TF_VAR_kasm_api_key` y `TF_VAR_kasm_api_key_secret`.",
  terraformChannel: (channel) =>
    `El proveedor rechaza el canal \`${channel}\` de la lista de este registro; en su lugar figura \`stable\`, y el correcto se puede elegir en Kasm.`,
  terraformCode: "Configuración",
  terraformPage: "El repositorio del proveedor",
  api: "Archivos de este registro para programas",
};
