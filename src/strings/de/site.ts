import type * as en from "../en/site.ts";
import type { Translation } from "../translated.ts";
import { count, listed } from "./count.ts";

const workspaces = (number: number): string => count(number, "Workspace", "Workspaces");

export const severityWords: Translation<typeof en.severityWords> = {
  critical: "Kritisch",
  high: "Hoch",
  medium: "Mittel",
  low: "Niedrig",
  info: "Hinweis",
  none: "Kein zusätzlicher Zugriff",
};

export const flagWords: Translation<typeof en.flagWords> = {
  flag_user: "Anderer Benutzer",
  flag_privileged: "Privilegierter Modus",
  flag_property: "Andere Docker-Option",
  none: "Kein Flag in Kasm",
};

export const home: Translation<typeof en.home> = {
  title: (name) => name,
  heading: "Workspaces",
  facts: { workspaces, kasm: (range) => `Kasm ${range}` },
  linkLabel: "Link dieser Registry für Kasm",
  howTo: "Diese Registry zu Kasm hinzufügen",
  steps: [
    "In Kasm als Administrator erst Workspaces, dann Registry öffnen.",
    "Unter Registries auf Add New gehen, den Link einfügen und bestätigen, dass er vertrauenswürdig ist.",
    "Edit zeigt alle Einstellungen eines Workspace, Install fügt ihn hinzu.",
  ],
  shelf: "Zuletzt geändert",
  browse: "Stöbern",
  all: (number) => (number === 1 ? "Die Liste der Workspaces" : `Alle ${workspaces(number)}`),
  more: (number) => `${number} weitere zeigen`,
  empty: "Noch kein Workspace",
  emptyHelp:
    "Den ersten mit dem Formular oder als Ordner in workspaces/ anlegen. Sobald die Registry einen hat, nimmt Kasm sie an.",
};

export const find: Translation<typeof en.find> = {
  placeholder: "Name, Image, Kategorie oder Text",
  hint: "Mit / suchen",
  clearAll: "Alle entfernen",
  remove: (value) => `Filter ${value} entfernen`,
  filters: "Filter",
  sort: "Sortieren nach",
  sorts: {
    "": "Name",
    best: "Beste Treffer",
    access: "Meiste Rechte zuerst",
    newest: "Neueste zuerst",
    changed: "Zuletzt geändert",
    size: "Kleinste zuerst",
  },
  facets: {
    category: "Kategorie",
    kasm: "Kasm-Version",
    arch: "Architektur",
    finding: "Verlangt",
    flag: "Kasm-Flag",
    image: "Image",
  },
  showAll: (number) => `Alle ${number} zeigen`,
  results: (number, total) => (number === total ? workspaces(total) : `${number} von ${workspaces(total)}`),
  guide: (number) => `Im Sicherheitsleitfaden (${number})`,
  nothingFor: (query) => `Kein Workspace passt zu ${query}`,
  nothingWays: "Was helfen kann:",
  nothingHelp: "Die Schreibweise prüfen oder weniger und allgemeinere Wörter verwenden.",
  ways: {
    query: (number) => `Suche leeren (${number})`,
    all: (number) => `Alle Filter entfernen (${number})`,
    without: (value, number) => `„${value}“ entfernen (${number})`,
    instead: (value, number) => `${value} (${number})`,
  },
  kasm: (version) => `Kasm ${version}`,
  start: "Formular öffnen",
  failed: "Der Suchindex wurde nicht geladen. Die Seite neu laden oder die Listen unten verwenden.",
};

export const cards: Translation<typeof en.cards> = {
  only: (architectures) => `nur ${architectures}`,
  kasm: (range) => `Kasm ${range}`,
  marks: { new: "Neu", updated: "Aktualisiert", deprecated: "Veraltet" },
  imageMissing: "Image fehlt",
  flagged: (name) => `${name} hat ein Flag in Kasm: Grund zeigen`,
  flaggedBy: "Flag in Kasm wegen",
  compare: (name) => `${name} vergleichen`,
  compareShort: "Vergleichen",
  compareChosen: (number) => `${number} vergleichen`,
  chooseOneMore: "Noch einen zum Vergleichen auswählen",
  chosenAll: "Höchstens drei",
  clear: "Auswahl aufheben",
  key: [
    "Dreieck: Kasm zeigt ein Flag.",
    "Letzte Zeile: der schwerste Befund der Prüfung durch diese Registry.",
    "Mehr im Sicherheitsleitfaden",
  ],
};

export const listing: Translation<typeof en.listing> = {
  all: "Alle Workspaces",
  category: (name) => name,
  categoryIntro: (number) => `${workspaces(number)} in dieser Kategorie.`,
  kasmIntro: (number, version) => `${workspaces(number)} für Kasm ${version}.`,
  kasm: (version) => `Kasm ${version}`,
  page: (page, last) => `Seite ${page} von ${last}`,
  pages: "Seiten",
  previous: "Zurück",
  next: "Weiter",
  categories: "Kategorien",
  versions: "Kasm-Versionen",
};

export const workspace: Translation<typeof en.workspace> = {
  install: "Zu Kasm hinzufügen",
  startingPoint: "Eigene Fassung erstellen",
  notes: "Anmerkungen des Herausgebers",
  asksAtLaunch: "Fragen beim Start",
  answerNeeded: "erforderlich",
  answersIn: "Die Antworten stehen in der Sitzung in dieser Datei:",
  link: "Öffnet",
  screenshots: "Bildschirmfotos",
  about: "Beschreibung",
  needs: "Anforderungen",
  image: "Image",
  registry: "Image-Registry",
  sizeNote: "entpackt, im ungünstigsten Fall: ohne gemeinsame Schichten",
  cores: "CPU-Kerne",
  memory: "Arbeitsspeicher",
  gpus: "GPUs",
  gpuRequired: "GPU erforderlich",
  yes: "Ja",
  cpuMethod: "CPU-Zuteilung",
  none: "Keine",
  notGiven: (names) => `Nicht angegeben: ${listed(names)}.`,
  expected: { license: "Lizenz", source: "Quelle des Images", maintainer: "Betreuung" },
  channels: "Kanäle",
  trust: "Herkunft und Unversehrtheit",
  publisher: "Herausgeber",
  repository: "Repository",
  folder: "Ordner im Repository",
  added: "Zuerst veröffentlicht",
  fingerprint: "Fingerabdruck",
  fingerprintNote: "SHA-256 der Dateien des Ordners; ändert sich mit jeder Änderung.",
  shaNote: "Das Feld „sha“ der Liste, die Kasm liest (SHA-1).",
  homepage: "Website",
  sourceCode: "Quelle des Images",
  license: "Lizenz",
  maintainer: "Betreuung",
  support: "Hilfe",
  changes: "Sicherheitsprüfung",
  verdict: {
    controls: (setting) => `Wer diesen Workspace benutzt, beherrscht wegen \`${setting}\` den Host.`,
    decide: (number, isUsual) =>
      number === 1
        ? `Über eine${isUsual ? " übliche" : ""} Einstellung ist zu entscheiden:`
        : `Über ${number}${isUsual ? " übliche" : ""} Einstellungen ist zu entscheiden:`,
    minor: (number) => (number === 1 ? "Ein niedriger Befund:" : `${number} niedrige Befunde:`),
    alsoDecide: "Außerdem zu entscheiden:",
    alsoMinor: "Außerdem:",
    more: (number) => `${number} weitere`,
    defaults: "Übliche Abschottung durch Docker:",
    otherwise: "Sonst gelten Dockers Vorgaben:",
    link: "Ein Link: Er öffnet eine Webseite, und kein Container startet.",
    usual: (number, total) => `Hier ${number === 1 ? "hat" : "haben"} ${number} von ${total} sie.`,
    accepted: "Diese Einstellung ist hier akzeptiert: Sonst ist nichts zu entscheiden.",
    settingsOnly: "Das betrifft die Einstellungen; der Inhalt des Images ist nicht geprüft.",
    inSentence: (title) => title,
    copyWithout: (field, setting) => `${field} ohne ${setting} kopieren`,
    forEdit: (field) => `Für ${field}, unter Edit in Kasm`,
  },
  holds: {
    account: "nicht root",
    isolation: "Seccomp-Filter an",
    capabilities: "keine zusätzlichen Capabilities",
  },
  holdsOfHost: { devices: "Geräte", files: "Ordner", network: "Ports" },
  noneOfHost: (names) => `keine ${listed(names, "disjunction")} des Hosts`,
  findings: (number) => count(number, "Befund", "Befunde"),
  officialNone: "Kein Flag in Kasm.",
  official: "Kasm zeigt",
  sheet: "Zugriff auf einen Blick",
  defaultRows: (number) => `Alles andere: Dockers Vorgaben (${number})`,
  allFindings: "Befunde im Einzelnen",
  purpose: "Wozu es nötig sein kann",
  advice: "Was zu tun ist",
  sources: "Quellen",
  ruleLink: "Mehr im Sicherheitsleitfaden:",
  showLine: (line) => `Zeile ${line} des JSON`,
  flagNote: (flag) => `Flag von Kasm: ${flag}`,
  noFlagNote: "Kein Flag in Kasm",
  json: "Einstellungen als Text",
  formText: "Für die gleichnamigen Felder unter Edit in Kasm. Hervorgehoben sind Zeilen mit Befunden.",
  jsonFor: {
    "1.0": "Wie Kasm 1.12 bis 1.15 es liest. Hervorgehoben sind Zeilen mit Befunden.",
    "1.1": "Wie Kasm ab 1.16 es liest. Hervorgehoben sind Zeilen mit Befunden.",
  },
  download: "Herunterladen",
  raw: "Rohdaten",
  dockerText:
    "Ungefähr, zum Lesen. Kasm fügt sein eigenes Netzwerk, den Benutzer und die Neustart-Regel hinzu.",
  notMapped: "Einstellungen ohne Entsprechung:",
  installSteps: [
    "Diese Registry mit ihrem Link zu Kasm hinzufügen.",
    "In Kasm erst Workspaces, dann Registry öffnen und den Workspace suchen.",
    "Zum Prüfen Edit statt Install wählen: Alle Einstellungen werden gezeigt. Sie mit dem run_config auf dieser Seite vergleichen.",
  ],
  installImage: "Install wählen. Kasm lädt das Image auf seine Agents; das dauert eine Weile.",
  installLink: "Install wählen. Der Workspace ist ein Link, also wird kein Image geladen.",
  steps: "Schritte in Kasm",
  otherVersions: "Andere Versionen führen ihn nicht auf.",
  similar: "Ähnliche Workspaces",
  compare: "Vergleichen",
  compareWith: (name) => `Mit ${name} vergleichen`,
};

export const flagsPage: Translation<typeof en.flagsPage> = {
  title: "Sicherheitsleitfaden",
  description:
    "Jedes Flag, das Kasm für einen Workspace zeigt, und jeder Befund der Sicherheitsprüfung: das Risiko, wozu es nötig sein kann und was zu tun ist.",
  intro:
    "Kasm gibt einem Workspace einen roten Rahmen, wenn sein run_config, also die Optionen seines Containers, von den Vorgaben abweicht. Der Hinweis daran nennt eines von drei Flags, die hier zuerst kommen. Die meisten Workspaces mit einem Desktop haben diesen Rahmen, für sich allein sagt er also wenig. Die Sicherheitsprüfung dieser Registry liest jeden Wert; es folgen ihre Befunde, jeweils mit dem Risiko, wozu es nötig sein kann und was zu tun ist.",
  contents: "Auf dieser Seite",
  official: "Flags von Kasm",
  now: "Was zu tun ist",
  seen: (number) => (number === 0 ? "Hier in keinem Workspace" : `Hier in ${workspaces(number)}`),
  severities: "Schweregrade",
  levels: {
    critical:
      "Mit dieser Einstellung allein lässt sich auf bekannte Weise der Host der Sitzungen übernehmen.",
    high: "Die Einstellung entfernt eine ganze Schutzschicht, öffnet einen Teil des Hosts, legt ein Geheimnis offen oder führt Code aus, den vorher niemand lesen kann.",
    medium:
      "Mehr Rechte in der Sitzung, gemeinsam genutzte Hardware, ein offenes Netzwerk oder unbegrenzte Ressourcen.",
    low: "Meist eine Frage des Betriebs: Überbleibsel, sich überschneidende Namen, Optionen, die Docker ablehnt.",
    info: "Harmlos oder ein Schutz. Aufgeführt, weil Kasm vielleicht ein Flag zeigt.",
  },
  found: "In dieser Registry gefunden",
  here: (number) => `${number} hier`,
  linkHere: "Link zu diesem Eintrag",
  terms: "Glossar",
  properties: "Alle Eigenschaften von run_config",
  propertiesIntro:
    "Alle Namen, die Dockers Python-SDK annimmt. Jeder andere Name verhindert den Start der Sitzung und bekommt ebenfalls flag_property.",
  property: "Eigenschaft",
  kasmShows: "Flag von Kasm",
  byValue: "hängt vom Wert ab",
  noFlag: "keines",
  ruleColumn: "Befunde",
  hereColumn: "Workspaces hier",
  sources: "Quellen",
};

export const notFound: Translation<typeof en.notFound> = {
  title: "Seite nicht gefunden",
  text: "Keine Seite hat diese Adresse. War eine von diesen gemeint?",
  none: "Keine Seite hat diese Adresse.",
  toHome: "Alle Workspaces",
  searchFor: (words) => `Nach „${words}“ suchen`,
};
