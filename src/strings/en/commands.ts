/** Words of the commands in scripts/: help texts, questions, usage errors and results. */

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;

/** Shared by all commands. */
export const cli = {
  usage: (command: string, positionals: string) => `Usage: ${command} --${positionals} [options]`,
  help: "show this text",
  seeHelp: (command: string) => `See ${command} -- --help`,
  npmOptions: (command: string) =>
    `npm takes options for itself; put -- before them: ${command} -- --option value`,
  stopped: (command: string, message: string) => `${command} stopped: ${message}`,
  outputFailed: (cause: string) => `its output cannot be written (${cause}).`,
  processGone: "a process that it waits for has ended.",
  workspaces: "the content folder (default: workspaces)",
  site: "the address of the published site",
  only: "only this workspace folder; repeat it, or separate several by commas",
  unknownFolder: (name: string) => `--only ${name}: no workspace folder has this name.`,
  noContentFolder: (folder: string) => `No folder ${folder}.`,
  needsFolder: (option: string) => `--${option} needs the name of a folder.`,
  unknownValue: (option: string, value: string, allowed: readonly string[]) =>
    `--${option} ${value} is not known. Use one of: ${allowed.join(", ")}.`,
  notNumber: (option: string, value: string) =>
    `--${option} ${value} is not understood. Write a whole number, for instance --${option} 10.`,
  badSite: (site: string) =>
    `--site ${site} is no address. Write it whole, for instance --site https://registry.example.org/`,
  badSiteVariable: (site: string) =>
    `SITE_URL is ${site}, which is no address. Write it whole, for instance https://registry.example.org/, or unset it.`,
  notVersion: (typed: string, suggestion: string | null, newest: string) =>
    `${typed} is no Kasm version. ${suggestion ? `Write ${suggestion}.` : `Write it like ${newest}.`}`,
  notWritten: (cause: string) => `could not be written: ${cause}`,
} as const;

export const check = {
  summary:
    "Reads the workspaces, validates them, works out their flags and reviews their security. Writes nothing.",
  format: "text (default), json, or github for workflow annotations",
  strict: "fail on warnings too",
  review: "show all findings, not only those of medium severity and higher",
  failOn: (severities: readonly string[]) =>
    `fail when a finding is of this severity or higher: ${severities.join(", ")}`,
  gated: (gate: string, findings: readonly string[]) => `--fail-on ${gate}: ${findings.join(", ")}`,
} as const;

export const fix = {
  summary:
    "Shows the repairs that are safe to make, as a diff; --write makes them. Everything else stays byte for byte.\n" +
    "Exit status: 0 nothing to repair, or all repaired; 1 repairs are waiting for --write, or one could not be made.",
  write: "make the repairs",
  nothing: "Nothing to repair.",
  errorsLeft: (errors: number) =>
    `Nothing can be repaired safely. ${count(errors, "error")} ${errors === 1 ? "is" : "are"} left for you: npm run check`,
  waiting: (repairs: number, files: number) =>
    `${count(repairs, "repair")} in ${count(files, "file")}. Nothing was written: npm run fix -- --write makes them.`,
  failed: (repairs: number, files: number, failed: number) =>
    `${count(repairs, "repair")} in ${count(files, "file")}, of which ${count(failed, "file")} could not be written.`,
  written: (repairs: number, files: number) =>
    `${count(repairs, "repair")} in ${count(files, "file")}, written. npm run check shows the rest.`,
  exists: (name: string) => `${name} exists already`,
} as const;

export const addVersion = {
  summary: (newest: string) =>
    `Adds a Kasm version to the workspaces, of both schemas, changing nothing else: npm run add-version -- ${newest}\n` +
    "Exit status: 0 done, or nothing to do; 1 some workspace could not be edited.",
  from: "only workspaces that have this version; in schema 1.1 its entry is copied",
  imageTag: "the tag of the image in the new entry (schema 1.1)",
  convert: "convert the workspaces to this schema first; no version is needed then",
  force: "with --convert 1.0: drop the values that it cannot hold",
  dryRun: "show the changes as a diff and write nothing",
  unknownVersion: (version: string) =>
    `${version} is not among the Kasm versions that this template knows; it is added all the same.`,
  oneVersion: (typed: readonly string[]) => `One version at a time: ${typed.join(" ")}`,
  needsVersion: (newest: string) => `Name a version, for instance: npm run add-version -- ${newest}`,
  badTag: (tag: string) => `--image-tag ${tag} is no tag: letters, digits, dots, dashes and underscores.`,
  optionsNeedVersion: "--from and --image-tag need a version to add.",
  both: (converted: string, added: string) => `${converted}, and ${added}`,
  result: (changed: number, all: number, failed: number, dryRun: boolean) =>
    `${changed} of ${count(all, "workspace")} ${dryRun ? "would change" : "changed"}${
      failed > 0 ? `, ${failed} could not be edited` : ""
    }.`,
} as const;

export const newWorkspace = {
  summary:
    "Makes a workspace folder that passes the check. Asks for missing values on a terminal; elsewhere all come from options.\n" +
    "Exit status: 0 made; 1 not made, because it exists already or --from cannot be read; 2 wrong usage, or a missing value.",
  name: "the name people see; the folder is named after it",
  image: "the docker image with its tag",
  from: 'a "docker run …" command, or a compose file',
  service: "with --from: the service of the compose file",
  description: "a sentence or two",
  category: "repeat it, or separate several by commas",
  arch: "amd64, arm64, or both",
  compat: "Kasm versions (default: that of the image's tag, else the newest)",
  size: "size of the pulled image in megabytes",
  icon: "a picture (default: the first letter of the name is drawn)",
  schema: "the schema of workspace.json (default: 1.0)",
  replaces: "a workspace that this one replaces: its README.md will say that it is deprecated",
  noSuchWorkspace: (text: string) =>
    `--replaces: ${text} is no workspace here. Write its folder or its name.`,
  notDeprecated: (file: string) =>
    `${file} says already that its workspace is deprecated, or its front matter cannot be read. Edit it by hand, or leave out --replaces.`,
  yes: "take the defaults instead of asking",
  serviceNeedsFrom: "--service needs --from with a compose file.",
  unreadable: (line: number, column: number, message: string) =>
    `--from, line ${line}, column ${column}: ${message}`,
  chooseService: "Use --service NAME.",
  noDefaults: (options: readonly string[]) => `These have no default: ${options.join(", ")}.`,
  noTerminal: (options: readonly string[]) =>
    `Without a terminal to ask on, these options are needed: ${options.join(", ")}. Or take the defaults with --yes.`,
  exists: (folder: string) => `${folder} exists already. Choose another --name, or edit that workspace.`,
  leftOut: (option: string, reason: string) => `left out: ${option}. ${reason}`,
  note: (note: string) => `note: ${note}`,
  warning: (message: string) => `warning: ${message}`,
  flagged: (properties: readonly string[]) => `Kasm will flag: ${properties.join(", ")}`,
  sizeLater:
    "the size is left to npm run images, which measures it, and npm run fix -- --write, which writes it.",
  next: "npm run check checks all workspaces; npm run dev shows them.",
  nothingWritten: "Nothing was written.",
  inputEnded: "the input ended before the last answer. Nothing was written.",
} as const;

/** Questions of `npm run new`, and why an answer is refused. */
export const questions = {
  schema: "Schema",
  badSchema: (text: string, versions: readonly string[]) =>
    `"${text}" is no schema of a workspace. Use ${versions.join(" or ")}.`,
  image: "Docker image, with its tag",
  badImage: (text: string, cause: string, fix: string) =>
    `"${text}" is no docker image reference: ${cause}. ${fix}`,
  name: "Name",
  noName: "A workspace needs a name.",
  badName: "A name is one line of at most 200 characters.",
  description: "Description, a sentence or two",
  defaultDescription: (name: string) => `${name}, in the browser.`,
  categories: "Categories, at most three, separated by commas",
  architectures: "Architectures",
  badArchitecture: (text: string) =>
    `"${text}" is no architecture that Kasm knows. Use amd64, arm64, or both.`,
  noArchitecture: "Name amd64, arm64, or both.",
  versions: "Kasm versions it works with, separated by commas",
  badVersion: (text: string, newest: string) => `"${text}" is no Kasm version. Write it like ${newest}.`,
  noVersion: (newest: string) => `Name at least one Kasm version, like ${newest}.`,
  size: "Size of the pulled image in MB",
  badSize: (text: string) => `"${text}" is no whole number of megabytes.`,
  icon: "Icon file (none: the first letter of the name is drawn)",
  noFile: (name: string) => `No file ${name}.`,
  largeFile: (name: string) => `${name} is larger than 10 MB.`,
  notPicture: (name: string) =>
    `${name} is no picture that a browser shows. Use png, svg, webp, jpg, gif or ico.`,
} as const;

export const importCommand = {
  summary:
    "Imports a registry made with the official template: workspaces byte for byte, settings corrected, redirects from old addresses. Runs none of its code.",
  to: "the content folder to make (default: workspaces); it must be empty or hold only the example workspaces",
  public: "the folder for the registry's picture (default: public, with the default --to)",
  mergeVersions:
    "with two branches: add the Kasm versions that only the 1.0 branch names to the 1.1 workspaces",
  site: "the address of the published site, for the check at the end",
  needsSource:
    "Give one folder or git address, for instance: npm run import -- https://github.com/owner/kasm-registry",
  itself: "SOURCE is this repository itself. Give the folder or the address of the old one.",
  check: "Check:",
} as const;

export const doctor = {
  summary:
    "Reads a registry's address as a Kasm server does, and reports what its admin would see and why. Changes nothing.",
  kasm: (first: string, last: string) =>
    `Kasm versions or releases, for instance 1.18 or 1.17,1.18.1 (default: ${first} to ${last})`,
  format: "text (default) or json",
  timeout: "for each file, redirects included (default: 10)",
  needsAddress:
    "Give one address or one folder, for instance: npm run doctor -- https://example.github.io/kasm-registry/",
  badVersion: (typed: string) =>
    `--kasm ${typed} is no Kasm version. Write it as in "About" in Kasm, for instance 1.18.`,
  badTimeout: (typed: string) =>
    `--timeout ${typed} is not possible. Give seconds, more than 0 and at most 600.`,
} as const;

export const bundle = {
  summary:
    "Packs the built site, its checksums, an nginx configuration and the list of every image with a script to mirror them into one archive, for networks without internet.",
  from: "the built site (default: dist)",
  out: "the archive to write (default: registry.tar.gz)",
  imageHost: "the registry that the images are mirrored to, perhaps with a path: the lists name them there",
  noImageHost: (typed: string) =>
    `--image-host "${typed}" is no registry. Write its host, with a port or path where it has one: registry.intranet.example:5000`,
  needsName: (option: string) => `--${option} needs a name.`,
  skipped: (line: string) => `warning: not in images.txt: ${line}`,
  localAddress: (address: string) =>
    `warning: the site was built for ${address}, which leads every machine to itself. Build it for its later address: npm run build -- --site https://registry.intranet.example/`,
  written: (archive: string, files: number, images: number, megabytes: string) =>
    `${archive}: ${count(files, "file")}, ${count(images, "image")} to mirror, ${megabytes} MB`,
} as const;

export const diffLists = {
  summary:
    "Shows as Markdown how the published lists and flags of two content folders differ; for the job summary of a pull request.\n" +
    'Exit status: 1 where "fail_on" in the registry.json of --base refuses a new security finding.',
  summaryFile: "append the Markdown to this file, and print new findings as annotations for GitHub",
  base: "the content folder to compare with, for instance of the base branch",
  needsBase: "--base DIR is needed: the content folder to compare with.",
} as const;

export const tests = {
  noBrowser:
    "The browser tests need Chrome, Chromium or Edge, and none was found. Install one, or name it: CHROME_PATH=/path/to/chrome npm test",
} as const;
