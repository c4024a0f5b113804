import { count } from "./count.ts";

/**
 * Most texts of the store-front. `lang` in workspaces/registry.json chooses the folder; a translation has any of these texts.
 * The words of problems are in problems.ts and check.ts, those of fields in schema.ts, those of flags and findings in findings/.
 */

const workspaces = (number: number): string => count(number, "workspace", "workspaces");

export const severityWords = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
  info: "Info",
  none: "No extra access",
} as const;

export const flagWords = {
  flag_user: "Another user",
  flag_privileged: "Privileged mode",
  flag_property: "Other Docker option",
  none: "No flag in Kasm",
} as const;

export const home = {
  title: (name: string) => name,
  heading: "Workspaces",
  facts: {
    workspaces,
    kasm: (range: string) => `Kasm ${range}`,
  },
  linkLabel: "Workspace registry link, for Kasm",
  howTo: "Add this registry to Kasm",
  steps: [
    "In Kasm, as an administrator, open Workspaces, then Registry.",
    "Under Registries choose Add New, paste the link and confirm that you trust it.",
    "Edit shows every setting of a workspace, Install adds it.",
  ],
  shelf: "Recently changed",
  browse: "Browse",
  all: (number: number) => (number === 1 ? "The list of workspaces" : `All ${workspaces(number)}`),
  more: (number: number) => `Show ${number} more`,
  empty: "No workspace yet",
  emptyHelp:
    "Add the first one with the builder, or as a folder in workspaces/. Kasm accepts the registry once it has one.",
};

export const find = {
  placeholder: "Name, image, category or text",
  hint: "Press / to search",
  clearAll: "Clear all",
  remove: (value: string) => `Remove the filter ${value}`,
  filters: "Filter",
  sort: "Sort by",
  sorts: {
    "": "Name",
    best: "Best match",
    access: "Most access first",
    newest: "Newest first",
    changed: "Recently changed",
    size: "Smallest first",
  },
  facets: {
    category: "Category",
    kasm: "Kasm version",
    arch: "Architecture",
    finding: "Asks for",
    flag: "Flag in Kasm",
    image: "Image",
  },
  showAll: (number: number) => `Show all ${number}`,
  results: (number: number, total: number) =>
    number === total ? workspaces(total) : `${number} of ${workspaces(total)}`,
  guide: (number: number) => `In the security guide (${number})`,
  nothingFor: (query: string) => `No workspace matches ${query}`,
  nothingWays: "Try instead:",
  nothingHelp: "Check the spelling, or use fewer or more general words.",
  ways: {
    query: (number: number) => `Clear the search (${number})`,
    all: (number: number) => `Remove all filters (${number})`,
    without: (value: string, number: number) => `Remove “${value}” (${number})`,
    instead: (value: string, number: number) => `${value} (${number})`,
  },
  kasm: (version: string) => `Kasm ${version}`,
  start: "Open the builder",
  failed: "The search index did not load. Reload the page, or use the lists below.",
};

export const cards = {
  only: (architectures: string) => `${architectures} only`,
  kasm: (range: string) => `Kasm ${range}`,
  marks: { new: "New", updated: "Updated", deprecated: "Deprecated" },
  imageMissing: "Image missing",
  flagged: (name: string) => `${name} is flagged by Kasm: show why`,
  flaggedBy: "Flagged by Kasm",
  compare: (name: string) => `Compare ${name}`,
  compareShort: "Compare",
  compareChosen: (number: number) => `Compare ${number}`,
  chooseOneMore: "Choose one more to compare",
  chosenAll: "Three at most",
  clear: "Clear",
  key: [
    "Triangle: Kasm flags it.",
    "Last line: the worst finding of this registry’s own review.",
    "More in the security guide",
  ],
};

export const listing = {
  all: "All workspaces",
  category: (name: string) => name,
  categoryIntro: (number: number) => `${workspaces(number)} in this category.`,
  kasm: (version: string) => `Kasm ${version}`,
  kasmIntro: (number: number, version: string) => `${workspaces(number)} made for Kasm ${version}.`,
  page: (page: number, last: number) => `Page ${page} of ${last}`,
  pages: "Pages",
  previous: "Previous",
  next: "Next",
  categories: "Categories",
  versions: "Kasm versions",
};

export const workspace = {
  install: "Add to Kasm",
  startingPoint: "Make your own version",
  notes: "Notes from the publisher",
  asksAtLaunch: "Asks at launch",
  answerNeeded: "required",
  answersIn: "The answers are written to this file in the session:",
  link: "Opens",
  screenshots: "Screenshots",
  about: "About",
  needs: "Requirements",
  image: "Image",
  registry: "Image registry",
  dockerHub: "Docker Hub",
  sizeNote: "uncompressed, worst case: no layer shared",
  cores: "CPU cores",
  memory: "Memory",
  gpus: "GPUs",
  gpuRequired: "GPU required",
  yes: "Yes",
  cpuMethod: "CPU method",
  none: "None",
  /** "License and maintainer not given." */
  notGiven: (names: string[]) =>
    `${new Intl.ListFormat("en-GB").format(names)} not given.`.replace(/^./, (letter) =>
      letter.toUpperCase(),
    ),
  /** Facts that every workspace should state, in the middle of a sentence. */
  expected: { license: "license", source: "source of the image", maintainer: "maintainer" },
  channels: "Channels",
  trust: "Source and integrity",
  publisher: "Publisher",
  repository: "Repository",
  folder: "Folder in the repository",
  added: "First published",
  fingerprint: "Fingerprint",
  fingerprintNote: "SHA-256 of the folder’s files, which changes with every change.",
  shaNote: "The “sha” of the list that Kasm reads (SHA-1).",
  homepage: "Homepage",
  sourceCode: "Source of the image",
  license: "License",
  maintainer: "Maintainer",
  support: "Support",
  changes: "Security review",
  verdict: {
    controls: (setting: string) => `Users of this workspace control the host, because of \`${setting}\`.`,
    decide: (number: number, isUsual: boolean) =>
      `${number === 1 ? "One" : number}${isUsual ? " usual" : ""} ${number === 1 ? "setting" : "settings"} to decide on:`,
    minor: (number: number) => (number === 1 ? "One low finding:" : `${number} low findings:`),
    alsoDecide: "Also to decide on:",
    alsoMinor: "Also:",
    more: (number: number) => `${number} more`,
    defaults: "Docker’s default isolation:",
    otherwise: "Otherwise Docker’s defaults:",
    link: "A link: it opens a web page, and no container starts.",
    usual: (number: number, total: number) =>
      `${number} of ${total} here ${number === 1 ? "has" : "have"} it.`,
    /** Where the visitor's policy accepts all that is to be decided on. */
    accepted: "You accept this setting here: nothing else to decide on.",
    settingsOnly: "This is about the settings; what the image contains is not checked.",
    /** A title in the middle of a sentence. A language whose nouns keep their capitals returns it as it is. */
    inSentence: (title: string) =>
      title.replace(/^(?!Docker)[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase()),
    copyWithout: (field: string, setting: string) => `Copy ${field} without ${setting}`,
    forEdit: (field: string) => `For ${field}, under Edit in Kasm`,
  },
  /** Defaults that hold, by the row of the sheet that is empty. */
  holds: {
    account: "not root",
    isolation: "seccomp filter on",
    capabilities: "no extra capabilities",
  },
  holdsOfHost: { devices: "devices", files: "folders", network: "ports" },
  noneOfHost: (names: string[]) =>
    `no host ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names)}`,
  findings: (number: number) => count(number, "finding", "findings"),
  officialNone: "No flag in Kasm.",
  official: "Kasm shows",
  sheet: "Access at a glance",
  defaultRows: (number: number) => `Everything else: Docker’s defaults (${number})`,
  allFindings: "Findings in detail",
  purpose: "Why it may be needed",
  advice: "What you can do",
  sources: "Sources",
  ruleLink: "More in the security guide:",
  showLine: (line: number) => `Line ${line} of the JSON`,
  flagNote: (flag: string) => `Flag in Kasm: ${flag}`,
  noFlagNote: "No flag in Kasm",
  json: "Settings as text",
  tabs: {
    form: "run_config",
    json: (version: string) => `workspace.json ${version}`,
    docker: "docker run",
    compose: "compose",
  },
  /** The names of the fields of Kasm's form. */
  fields: {
    run_config: "Docker Run Config Override",
    exec_config: "Docker Exec Config",
    volume_mappings: "Volume Mappings",
  },
  formText: "For the fields of these names under Edit in Kasm. Highlighted: lines with findings.",
  jsonFor: {
    "1.0": "As Kasm 1.12 to 1.15 reads it. Highlighted: lines with findings.",
    "1.1": "As Kasm 1.16 and later reads it. Highlighted: lines with findings.",
  },
  download: "Download",
  raw: "Raw",
  dockerText: "Approximate, for reading. Kasm adds its own network, user and restart policy.",
  notMapped: "Settings without an equivalent:",
  installSteps: [
    "Add this registry to Kasm with its link.",
    "In Kasm, open Workspaces, then Registry, and find the workspace.",
    "To check it first, choose Edit instead of Install: every setting shows. Compare them with the run_config on this page.",
  ],
  installImage: "Choose Install. Kasm pulls the image on its agents; that takes a while.",
  installLink: "Choose Install. The workspace is a link, so no image is pulled.",
  steps: "Steps in Kasm",
  otherVersions: "Other versions do not list it.",
  similar: "Similar workspaces",
  compare: "Compare",
  compareWith: (name: string) => `Compare with ${name}`,
};

export const flagsPage = {
  title: "Security guide",
  description:
    "Every flag that Kasm shows for a workspace, and every finding of the security review: the risk, why it may be needed, and what you can do.",
  intro:
    "Kasm gives a workspace a red border when its run_config, the options of its container, differs from the defaults. The tooltip names one of three flags, which come first here. Most workspaces with a desktop have such a border, so it says little by itself. The security review of this registry reads every value; its findings follow, each with the risk, why it may be needed, and what you can do.",
  contents: "On this page",
  official: "Flags in Kasm",
  now: "What you can do",
  seen: (number: number) => (number === 0 ? "In no workspace here" : `In ${workspaces(number)} here`),
  severities: "Severities",
  levels: {
    critical: "This setting alone is a known way to take control of the host of the sessions.",
    high: "The setting removes a whole layer of isolation, opens part of the host, exposes a secret, or runs code that nobody can read beforehand.",
    medium: "More rights inside the session, shared hardware, an open network, or no limit on resources.",
    low: "Mostly about operation: leftovers, names that clash, options that Docker refuses.",
    info: "Harmless, or a protection. Listed because Kasm may flag it.",
  },
  found: "Found in this registry",
  here: (number: number) => `${number} here`,
  linkHere: "Link to this entry",
  terms: "Glossary",
  properties: "Every property of run_config",
  propertiesIntro:
    "All names that Docker’s Python SDK takes. Any other name keeps the session from starting and gets flag_property as well.",
  property: "Property",
  kasmShows: "Flag in Kasm",
  byValue: "depends on the value",
  noFlag: "none",
  ruleColumn: "Findings",
  hereColumn: "Workspaces here",
  sources: "Sources",
};

export const notFound = {
  title: "Page not found",
  text: "No page has this address. Did you mean one of these?",
  none: "No page has this address.",
  toHome: "All workspaces",
  searchFor: (words: string) => `Search for “${words}”`,
};
