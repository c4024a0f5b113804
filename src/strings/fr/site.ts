import type * as en from "../en/site.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

const workspaces = (number: number): string => count(number, "espace de travail", "espaces de travail");

export const severityWords: Translation<typeof en.severityWords> = {
  critical: "Critique",
  high: "Élevée",
  medium: "Moyenne",
  low: "Faible",
  info: "Info",
  none: "Aucun accès supplémentaire",
};

export const flagWords: Translation<typeof en.flagWords> = {
  flag_user: "Autre utilisateur",
  flag_privileged: "Mode privilégié",
  flag_property: "Autre option Docker",
  none: "Aucun signalement dans Kasm",
};

export const home: Translation<typeof en.home> = {
  heading: "Espaces de travail",
  facts: { workspaces },
  linkLabel: "Lien du registre, pour Kasm",
  howTo: "Ajouter ce registre à Kasm",
  steps: [
    "Dans Kasm, en tant qu’administrateur, ouvrez Workspaces, puis Registry.",
    "Sous Registries, choisissez Add New, collez le lien et confirmez que vous lui faites confiance.",
    "Edit affiche tous les paramètres d’un espace de travail, Install l’ajoute.",
  ],
  shelf: "Modifiés récemment",
  browse: "Parcourir",
  all: (number) =>
    number === 1 ? "La liste des espaces de travail" : `Tous les espaces de travail (${number})`,
  more: (number) => `En afficher ${number} de plus`,
  empty: "Aucun espace de travail pour l’instant",
  emptyHelp:
    "Ajoutez le premier avec le formulaire, ou sous forme de dossier dans workspaces/. Kasm accepte le registre dès qu’il en contient un.",
};

export const find: Translation<typeof en.find> = {
  kasm: (version) => `Kasm ${version}`,
  placeholder: "Nom, image, catégorie ou texte",
  hint: "Touche / pour rechercher",
  clearAll: "Tout effacer",
  remove: (value) => `Retirer le filtre ${value}`,
  filters: "Filtrer",
  sort: "Trier par",
  sorts: {
    "": "Nom",
    best: "Pertinence",
    access: "Accès le plus étendu",
    newest: "Plus récents",
    changed: "Modifiés récemment",
    size: "Plus petits",
  },
  facets: {
    category: "Catégorie",
    kasm: "Version de Kasm",
    arch: "Architecture",
    finding: "Demande",
    flag: "Signalement Kasm",
    image: "Image",
  },
  showAll: (number) => `Tout afficher (${number})`,
  results: (number, total) => (number === total ? workspaces(total) : `${number} sur ${workspaces(total)}`),
  guide: (number) => `Dans le guide de sécurité (${number})`,
  nothingFor: (query) => `Aucun espace de travail ne correspond à ${query}`,
  nothingWays: "Essayez plutôt :",
  nothingHelp: "Vérifiez l’orthographe, ou utilisez des mots moins nombreux ou plus généraux.",
  ways: {
    instead: (value, number) => `${value} (${number})`,
    query: (number) => `Effacer la recherche (${number})`,
    all: (number) => `Retirer tous les filtres (${number})`,
    without: (value, number) => `Retirer « ${value} » (${number})`,
  },
  start: "Ouvrir le formulaire",
  failed:
    "L’index de recherche n’a pas pu être chargé. Rechargez la page, ou utilisez les listes ci-dessous.",
};

export const cards: Translation<typeof en.cards> = {
  kasm: (range) => `Kasm ${range}`,
  only: (architectures) => `${architectures} seulement`,
  marks: { new: "Nouveau", updated: "Mis à jour", deprecated: "Obsolète" },
  imageMissing: "Image introuvable",
  flagged: (name) => `${name} est signalé par Kasm : afficher pourquoi`,
  flaggedBy: "Signalé par Kasm",
  compare: (name) => `Comparer ${name}`,
  compareShort: "Comparer",
  compareChosen: (number) => `Comparer les ${number}`,
  chooseOneMore: "Choisissez-en un autre à comparer",
  chosenAll: "Trois au maximum",
  clear: "Effacer",
  key: [
    "Triangle : Kasm le signale.",
    "Dernière ligne : le constat le plus grave de la revue propre à ce registre.",
    "En savoir plus dans le guide de sécurité",
  ],
};

export const listing: Translation<typeof en.listing> = {
  kasm: (version) => `Kasm ${version}`,
  all: "Tous les espaces de travail",
  categoryIntro: (number) => `${workspaces(number)} dans cette catégorie.`,
  kasmIntro: (number, version) => `${workspaces(number)} pour Kasm ${version}.`,
  page: (page, last) => `Page ${page} sur ${last}`,
  pages: "Pages",
  previous: "Précédente",
  next: "Suivante",
  categories: "Catégories",
  versions: "Versions de Kasm",
};

export const workspace: Translation<typeof en.workspace> = {
  install: "Ajouter à Kasm",
  startingPoint: "Créer votre propre version",
  notes: "Notes de l’éditeur",
  asksAtLaunch: "Demandé au lancement",
  answerNeeded: "obligatoire",
  answersIn: "Les réponses sont écrites dans ce fichier de la session :",
  link: "Ouvre",
  screenshots: "Captures d’écran",
  about: "Présentation",
  needs: "Configuration requise",
  image: "Image",
  registry: "Registre d’images",
  sizeNote: "décompressée, au pire : aucune couche partagée",
  cores: "Cœurs CPU",
  memory: "Mémoire",
  gpus: "GPU",
  gpuRequired: "GPU requis",
  yes: "Oui",
  cpuMethod: "Allocation CPU",
  none: "Néant",
  notGiven: (names) => `Non précisé : ${new Intl.ListFormat("fr").format(names)}.`,
  expected: { license: "licence", source: "source de l’image", maintainer: "responsable" },
  channels: "Canaux",
  trust: "Source et intégrité",
  publisher: "Éditeur",
  repository: "Dépôt",
  folder: "Dossier dans le dépôt",
  added: "Première publication",
  fingerprint: "Empreinte",
  fingerprintNote: "SHA-256 des fichiers du dossier, qui change à chaque modification.",
  shaNote: "Le « sha » de la liste que lit Kasm (SHA-1).",
  homepage: "Site web",
  sourceCode: "Source de l’image",
  license: "Licence",
  maintainer: "Responsable",
  support: "Assistance",
  changes: "Revue de sécurité",
  verdict: {
    controls: (setting) =>
      `Les utilisateurs de cet espace de travail contrôlent l’hôte, à cause de \`${setting}\`.`,
    decide: (number, isUsual) =>
      number === 1
        ? `Un paramètre${isUsual ? " courant" : ""} à évaluer :`
        : `${number} paramètres${isUsual ? " courants" : ""} à évaluer :`,
    minor: (number) =>
      number === 1 ? "Un constat de gravité faible :" : `${number} constats de gravité faible :`,
    alsoDecide: "À évaluer aussi :",
    alsoMinor: "Également :",
    more: (number) => `${number} de plus`,
    defaults: "Isolation par défaut de Docker :",
    otherwise: "Sinon, valeurs par défaut de Docker :",
    link: "Un lien : il ouvre une page web, et aucun conteneur ne démarre.",
    usual: (number, total) => `C’est le cas de ${number} sur ${total} ici.`,
    accepted: "Vous acceptez ce paramètre ici : rien d’autre à évaluer.",
    settingsOnly: "Il s’agit des paramètres ; le contenu de l’image n’est pas contrôlé.",
    inSentence: (title) =>
      title.replace(/^(?!Docker)\p{Lu}(?=[\p{Ll} ’])/u, (letter) => letter.toLowerCase()),
    copyWithout: (field, setting) => `Copier ${field} sans ${setting}`,
    forEdit: (field) => `Pour ${field}, sous Edit dans Kasm`,
  },
  holds: {
    account: "non root",
    isolation: "filtre seccomp actif",
    capabilities: "aucune capacité supplémentaire",
  },
  holdsOfHost: { devices: "périphérique", files: "dossier", network: "port" },
  noneOfHost: (names) =>
    `aucun ${new Intl.ListFormat("fr", { type: "disjunction" }).format(names)} de l’hôte`,
  findings: (number) => count(number, "constat", "constats"),
  officialNone: "Aucun signalement dans Kasm.",
  official: "Kasm affiche",
  sheet: "Les accès en bref",
  defaultRows: (number) => `Tout le reste : valeurs par défaut de Docker (${number})`,
  allFindings: "Constats en détail",
  // A colon follows these two, and `now` below.
  purpose: "Pourquoi cela peut être nécessaire ",
  advice: "Que faire ",
  sources: "Sources",
  ruleLink: "En savoir plus dans le guide de sécurité :",
  showLine: (line) => `Ligne ${line} du JSON`,
  flagNote: (flag) => `Signalement dans Kasm : ${flag}`,
  noFlagNote: "Aucun signalement dans Kasm",
  json: "Paramètres sous forme de texte",
  formText:
    "Pour les champs de mêmes noms sous Edit dans Kasm. Surlignées : les lignes qui font l’objet d’un constat.",
  jsonFor: {
    "1.0": "Tel que le lisent Kasm 1.12 à 1.15. Surlignées : les lignes qui font l’objet d’un constat.",
    "1.1":
      "Tel que le lisent Kasm 1.16 et les versions suivantes. Surlignées : les lignes qui font l’objet d’un constat.",
  },
  download: "Télécharger",
  raw: "Brut",
  dockerText:
    "Approximatif, pour lecture. Kasm ajoute son propre réseau, son utilisateur et sa politique de redémarrage.",
  notMapped: "Paramètres sans équivalent :",
  installSteps: [
    "Ajoutez ce registre à Kasm avec son lien.",
    "Dans Kasm, ouvrez Workspaces, puis Registry, et trouvez l’espace de travail.",
    "Pour le vérifier d’abord, choisissez Edit au lieu d’Install : tous les paramètres s’affichent. Comparez-les au run_config de cette page.",
  ],
  installImage: "Choisissez Install. Kasm télécharge l’image sur ses agents ; cela prend un moment.",
  installLink: "Choisissez Install. L’espace de travail est un lien, aucune image n’est donc téléchargée.",
  steps: "Étapes dans Kasm",
  otherVersions: "Les autres versions ne l’affichent pas.",
  similar: "Espaces de travail similaires",
  compare: "Comparer",
  compareWith: (name) => `Comparer avec ${name}`,
};

export const flagsPage: Translation<typeof en.flagsPage> = {
  title: "Guide de sécurité",
  description:
    "Tous les signalements que Kasm affiche pour un espace de travail et tous les constats de la revue de sécurité : le risque, pourquoi cela peut être nécessaire, et que faire.",
  intro:
    "Kasm entoure de rouge un espace de travail dont le run_config, c’est-à-dire les options de son conteneur, s’écarte des valeurs par défaut. L’infobulle nomme l’un des trois signalements présentés en premier ici. La plupart des espaces de travail avec un bureau ont cette bordure ; elle dit donc peu de chose à elle seule. La revue de sécurité de ce registre lit chaque valeur ; ses constats suivent, chacun avec le risque, pourquoi cela peut être nécessaire, et que faire.",
  contents: "Sur cette page",
  official: "Signalements dans Kasm",
  now: "Que faire ",
  seen: (number) => (number === 0 ? "Dans aucun espace de travail ici" : `Dans ${workspaces(number)} ici`),
  severities: "Niveaux de gravité",
  levels: {
    critical: "Ce paramètre est à lui seul un moyen connu de prendre le contrôle de l’hôte des sessions.",
    high: "Le paramètre retire toute une couche d’isolation, ouvre une partie de l’hôte, expose un secret, ou exécute du code que personne ne peut lire à l’avance.",
    medium:
      "Davantage de droits dans la session, du matériel partagé, un réseau ouvert, ou aucune limite de ressources.",
    low: "Surtout des questions d’exploitation : restes, noms en conflit, options que Docker refuse.",
    info: "Sans danger, ou une protection. Mentionné parce que Kasm peut le signaler.",
  },
  found: "Présents dans ce registre",
  here: (number) => `${number} ici`,
  linkHere: "Lien vers cette entrée",
  terms: "Glossaire",
  properties: "Toutes les propriétés de run_config",
  propertiesIntro:
    "Tous les noms que le SDK Python de Docker accepte. Tout autre nom empêche la session de démarrer et reçoit aussi flag_property.",
  property: "Propriété",
  kasmShows: "Signalement dans Kasm",
  byValue: "selon la valeur",
  noFlag: "aucun",
  ruleColumn: "Constats",
  hereColumn: "Espaces de travail ici",
  sources: "Sources",
};

export const notFound: Translation<typeof en.notFound> = {
  title: "Page introuvable",
  text: "Aucune page n’a cette adresse. Cherchiez-vous l’une de celles-ci ?",
  none: "Aucune page n’a cette adresse.",
  toHome: "Tous les espaces de travail",
  searchFor: (words) => `Rechercher « ${words} »`,
};
