/**
 * Every text of the store-front, for a fork to translate; set `lang` and `dir` in workspaces/registry.json to match.
 * The words of problems are in problems.ts and check.ts, those of fields in schema.ts, those of flags and findings in findings/.
 */

/** "1 workspace", "2 workspaces". A language with more forms than two needs a function of its own here. */
const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
const workspaces = (number: number): string => count(number, "workspace", "workspaces");

export const site = {
  skip: "Skip to the content",
  navigation: "Main",
  home: "Workspaces",
  flags: "Flags and findings",
  create: "New workspace",
  source: "Source",
  contact: "Contact",
  external: "(leads to another site)",
  search: "Search workspaces",
  breadcrumb: "You are here",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Select it and copy it by hand",
  updated: "Content last changed",
  footer: "Everything here is made from the files of the registry; nothing is loaded from another site.",
};

export const severityWords = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
  info: "Info",
  none: "Nothing unusual",
} as const;

export const flagWords = {
  flag_user: "Another user",
  flag_privileged: "Privileged mode",
  flag_property: "Special property",
  none: "No official flag",
} as const;

export const home = {
  title: (name: string) => name,
  heading: "Workspaces",
  facts: {
    workspaces,
    flagged: (number: number) => `${number} flagged by Kasm`,
    kasm: (range: string) => `Kasm ${range}`,
  },
  linkHeading: "Registry link",
  linkLabel: "Workspace registry link, for Kasm",
  howTo: "How to add it to Kasm",
  steps: [
    "Copy the registry link.",
    "In Kasm, as an administrator, open Workspaces, then Registry.",
    "Choose Add New under Registries, paste the link, and confirm that you trust this registry.",
    "Its workspaces appear in the list. Choose one: Edit shows every setting first, Install adds it.",
  ],
  browse: "Browse",
  all: (number: number) => (number === 1 ? "The list of workspaces" : `All ${workspaces(number)}`),
  more: (number: number) => `Show ${number} more`,
  empty: "No workspace yet",
  emptyHelp:
    "This registry has no workspace so far. Put a folder with a workspace.json and an icon below workspaces/, or start with the builder.",
};

export const find = {
  placeholder: "Name, image, category or text",
  hint: "Press / to search",
  clearAll: "Clear all",
  remove: (value: string) => `Remove the filter ${value}`,
  filters: "Filter",
  sort: "Sort by",
  sorts: { "": "Name", best: "Best match", newest: "Newest", changed: "Recently changed", size: "Size" },
  facets: {
    category: "Category",
    kasm: "Kasm version",
    arch: "Architecture",
    flag: "Flagged by Kasm",
    severity: "Worst finding",
    finding: "Finding",
  },
  showAll: (number: number) => `Show all ${number}`,
  results: (number: number, total: number) =>
    number === total ? workspaces(total) : `${number} of ${workspaces(total)}`,
  nothingFor: (what: string) => `Nothing for ${what}`,
  nothingWays: "These come close:",
  nothingHelp: "Check the spelling, or use fewer or more general words.",
  ways: {
    query: (number: number) => `Without the search: ${workspaces(number)}`,
    all: (number: number) => `The same search without filters: ${workspaces(number)}`,
    without: (value: string, number: number) => `Without “${value}”: ${workspaces(number)}`,
    instead: (value: string, number: number) => `${value}: ${workspaces(number)}`,
  },
  kasm: (version: string) => `Kasm ${version}`,
  start: "Open the builder",
  failed: "The search index did not load. Reload the page, or use the lists below.",
};

export const cards = {
  kasm: (range: string) => `Kasm ${range}`,
  flagged: (name: string) => `${name} is flagged by Kasm: show why`,
  flaggedBy: "Flagged by Kasm",
  key: [
    "Red border and triangle: Kasm flags it.",
    "Bars: the worst finding of this registry’s own review.",
    "What they mean",
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
  install: "How to install",
  startingPoint: "Use as a starting point",
  notes: "Notes from the publisher",
  screenshots: "Screenshots",
  about: "About",
  needs: "What it needs",
  image: "Image",
  registry: "Pulled from",
  dockerHub: "Docker Hub",
  architectures: "Processors",
  versions: "Kasm versions",
  size: "Size on disk",
  sizeNote: "uncompressed, worst case: no layer shared",
  cores: "CPU cores",
  memory: "Memory",
  gpus: "GPUs",
  gpuRequired: "GPU required",
  yes: "Yes",
  cpuMethod: "CPU method",
  none: "None",
  notStated: "Not stated by the publisher",
  channels: "Channels",
  trust: "Where it comes from",
  folder: "Folder in the repository",
  changed: "Last changed",
  added: "First published",
  fingerprint: "Fingerprint",
  fingerprintNote:
    "The “sha” of the list that Kasm reads: SHA-1 of the folder. It changes with every change of a file.",
  homepage: "Homepage",
  sourceCode: "Source of the image",
  license: "License",
  maintainer: "Maintainer",
  support: "Support",
  changes: "What it changes on your system",
  clean: "Nothing unusual",
  cleanText:
    "It runs as the ordinary user, without privileges and without devices or folders of the agent, and runs no command as root.",
  findings: (number: number) => count(number, "finding", "findings"),
  officialNone: "Kasm shows no flag for it.",
  official: "Kasm shows",
  sheet: "Access at a glance",
  areas: {
    account: ["Account", "The ordinary user, 1000"],
    privileged: ["Privileged mode", "Off"],
    isolation: ["System-call filter and confinement", "Docker’s defaults"],
    capabilities: ["Kernel capabilities", "Docker’s defaults"],
    devices: ["Devices of the agent", "None"],
    files: ["Folders of the agent", "None"],
    network: ["Network", "As Kasm sets it up"],
    namespaces: ["Processes, memory and kernel settings", "Its own"],
    commands: ["Commands at the start", "Those of the image"],
    other: ["Other settings", "None"],
  } as const,
  allFindings: "Findings in detail",
  purpose: "Why a workspace may need it",
  advice: "What to do",
  sources: "Sources",
  ruleLink: "This rule in full:",
  showLine: (line: number) => `Line ${line} of the JSON`,
  flagNote: (flag: string) => `Kasm shows it as ${flag}`,
  noFlagNote: "Kasm shows nothing for it",
  json: "The whole JSON",
  jsonText:
    "What a Kasm server reads, complete. The parts that set options of the container or run commands are marked at the side; lines with a finding are coloured.",
  schema: (version: string) => `Schema ${version}`,
  schemaFor: { "1.0": "Kasm 1.12 to 1.15", "1.1": "Kasm 1.16 and later" },
  download: "Download",
  raw: "Raw",
  runConfig: "run_config: options of the container",
  execConfig: "exec_config: commands in the container",
  dockerRun: "As a docker run command",
  dockerRunText:
    "Roughly what Kasm starts, to show what the settings mean. Kasm adds its own network, account and restart policy, which are not shown.",
  dockerRunNot: "What a docker command cannot say:",
  installing: "Install or check it in Kasm",
  installSteps: [
    "Add this registry to Kasm with its link:",
    "In Kasm, open Workspaces, then Registry, and find the workspace.",
    "To check it first, choose Edit instead of Install: every setting shows, the Docker Run Config Override and the Docker Exec Config among them. Compare them with the JSON on this page.",
    "Choose Install. Kasm pulls the image on its agents; that takes a while.",
  ],
  notMade: (versions: string) => `Made for Kasm ${versions}; other versions do not list it.`,
  related: (category: string) => `More in ${category}`,
};

export const flagsPage = {
  title: "Flags and findings",
  description:
    "What each flag that Kasm shows for a workspace means, and each finding of the review: why it matters, why a workspace may need it, and what to do.",
  intro:
    "Kasm gives a workspace a red border when its settings, called run_config, hold something out of the ordinary. Its tooltip shows one of three identifiers, which are explained first. The border alone says little: most workspaces with a desktop have one. So this registry also looks at every value, and the findings further down say what each one allows, why a workspace may need it, and what to do.",
  contents: "On this page",
  official: "The three flags that Kasm shows",
  now: "What to do now",
  seen: (number: number) => (number === 0 ? "In no workspace here" : `In ${workspaces(number)} here`),
  severities: "How serious a finding is",
  levels: {
    critical:
      "This setting alone is a known way to take control of the agent, the server that sessions run on.",
    high: "It removes a whole layer of protection, opens something of the agent, gives away a secret, or runs code that nobody can read beforehand.",
    medium:
      "More rights inside the session than usual, shared hardware, an open network, or no limit on what a session may use.",
    low: "Worth a look, mostly for operating it: what stays behind, names that clash, options that Docker refuses.",
    info: "Harmless, or even a protection. Shown only because Kasm may show its general flag for it.",
  },
  here: "Found in this registry",
  terms: "Words used here",
  properties: "Every property of run_config",
  propertiesIntro:
    "All names that Docker’s library takes. Any other name keeps the session from starting, and gets the flag flag_property as well.",
  property: "Property",
  kasmShows: "Kasm shows",
  byValue: "depends on the value",
  noFlag: "nothing",
  ruleColumn: "Findings",
  hereColumn: "Workspaces here",
  sources: "Sources",
};

export const notFound = {
  title: "Page not found",
  text: "There is nothing at this address. Perhaps you meant one of these:",
  none: "There is nothing at this address.",
  toHome: "To the workspaces",
  searchFor: (words: string) => `Search for “${words}”`,
};
