import type * as en from "../en/add.ts";
import type { Translation } from "../translated.ts";

export const add: Translation<typeof en.add> = {
  title: "Zu Kasm hinzufügen",
  otherWays: "Mit Skript, Helm oder Terraform",
  description:
    "Diese Registry zu Kasm Workspaces hinzufügen: von Hand, mit einem Skript, mit Helm oder mit Terraform.",
  intro:
    "Kasm braucht nur eines: den Link dieser Registry. In den Befehlen unten steht er schon. `kasm.example.com` durch den eigenen Server ersetzen; diese Seite speichert und sendet nichts.",
  byHand: "Von Hand",
  oldKasm: "Kasm 1.16 bis 1.19",
  newKasmNote: "Die Schritte sind wohl dieselben. Mit Kasm 1.20 wurden sie nicht ausprobiert.",
  documented: "Von Kasm dokumentiert",
  partlyDocumented: "Teilweise dokumentiert",
  undocumented: "Von Kasm nicht dokumentiert",
  key: "API-Schlüssel",
  keyNote:
    "Skripte und Terraform brauchen einen API-Schlüssel. In Kasm legt Settings → Developers → Add API Key einen an; er hat zunächst keine Rechte, also ihm das Recht geben, Registries anzulegen. Die Befehle lesen den Schlüssel und sein Geheimnis aus den Umgebungsvariablen `KASM_API_KEY` und `KASM_API_KEY_SECRET` und halten sie aus der Liste der Prozesse heraus.",
  shell: "Für eine Shell",
  script120: "Mit einem Skript: Kasm 1.20",
  script120Note:
    "Die Katalog-API nimmt `POST /api/admin/catalog/registries` an, mit dem API-Schlüssel als Namen und seinem Geheimnis als Passwort von HTTP Basic. Zuerst den Inhalt der Anfrage in `registry.json` schreiben. Die Seite von Kasm nennt die Felder; für diese Seite ließen sie sich nicht prüfen, und sie rät nicht.",
  script120Page: "Die Seite von Kasm über diese Anfrage",
  script119: "Mit einem Skript: Kasm 1.16 bis 1.19",
  script119Note:
    "Der Terraform-Provider der Community sendet `POST /api/public/create_registry` mit diesem Inhalt. Kasm dokumentiert die Anfrage nicht und kann sie ändern. Der Befehl wurde nicht mit einem Kasm-Server ausprobiert.",
  channel: (channel, isOwn) =>
    isOwn
      ? `Der Kanal \`${channel}\` ist die Vorgabe der Liste dieser Registry.`
      : `Die Liste dieser Registry hat keine Kanäle; \`${channel}\` senden die Tests dieses Providers.`,
  helm: "Mit Helm",
  helmNote:
    "Für eine Neuinstallation mit dem Helm-Chart von Kasm, das eine leere Datenbank einmal füllt und eine bestehende in Ruhe lässt. Die Seite des Charts nennt `kasmConfig.config.registries`; die Felder sind die, die seine Vorlage liest. Diese Liste ersetzt die mitgelieferte, also auch die Registry von Kasm darin nennen, wenn sie bleiben soll.",
  helmValues: "Werte für das Chart",
  helmPage: "Die Seite des Charts über diese Werte",
  terraform: "Mit Terraform",
  terraformNote:
    "Ein Provider der Community, den sein Autor unfertig nennt; er sendet die Anfrage für Kasm 1.16 bis 1.19. Seine Seiten nennen mehrere Adressen für ihn; deshalb aus seinem Repository bauen und bei `source` die Adresse eintragen, unter der er liegt. Seine Seiten beschreiben andere Felder von `kasm_registry`; diese hier stehen in seinem Code, der als Kanal `stable`, `beta`, `develop` oder eine vollständige Version annimmt. Terraform liest den Schlüssel aus `TF_VAR_kasm_api_key` und `TF_VAR_kasm_api_key_secret`.",
  terraformChannel: (channel) =>
    `Den Kanal \`${channel}\` der Liste dieser Registry lehnt der Provider ab; an seiner Stelle steht \`stable\`, und der richtige lässt sich in Kasm wählen.`,
  terraformCode: "Konfiguration",
  terraformPage: "Das Repository des Providers",
  api: "Dateien dieser Registry für Programme",
};
