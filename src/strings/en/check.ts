/**
 * Parts of the messages of problems, and the report of `npm run check`. A cause is half a sentence, a cure a whole one. Values in double
 * quotation marks, JSON and the names of keys and commands stay as they are.
 */

import { run } from "./cures.ts";

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Values, as messages name them. */
export const values = {
  leftOut: (characters: number) => `${characters} characters left out`,
  nothing: "nothing",
  emptyList: "an empty list",
  list: "a list",
  object: "an object",
  someText: "a text",
  text: (quoted: string) => `the text ${quoted}`,
  number: (number: number) => `the number ${number}`,
};

/** Types of the JSON Schemas, as what a value must be. */
export const types = {
  string: "a text in quotation marks",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list: [ … ]",
  object: "an object: { … }",
  null: "null",
  other: "another type",
  or: (names: readonly string[]) => names.join(" or "),
};

export const schema = {
  file: "The file",
  login: "a user name and a secret",
  isRequired: "It is required.",
  didYouMean: (name: string) => `Did you mean "${name}"?`,
  rename: (name: string) => `Rename it to "${name}".`,
  renameOrDelete: (name: string) => `Rename it to "${name}", or delete it.`,
  renameFrom: ({ from, to }: { from: string; to: string }) => `Rename "${from}" to "${to}".`,
  looksMisspelt: (name: string) => `"${name}" looks like a misspelling of it`,
  add: ({ key, value }: { key: string; value: string }) => `Add "${key}": ${value}.`,
  measure: `Run ${run.images}, which measures it, then ${run.fix}, which writes it.`,
  delete: "Delete it.",
  computed: "The list gets one that is computed, and this one is left out.",
  belongsIn: (field: string) => `It belongs in ${field}.`,
  moveInto: (field: string) => `Move it into ${field}, or delete it.`,
  moveUp: "Move it out of run_config, to the top level of the file, or delete it.",
  inMegabytes: (name: string) => `Write it in megabytes as "${name}", and delete this key.`,
  asList: (name: string, quoted: string) => `Write "${name}": [${quoted}] instead.`,
  asObject: (name: string) => `Write "${name}" instead, with the value as a JSON object and not as a text.`,
  moveIntoEntries: "Move it into each entry of compatibility, or delete it.",
  sizeOfEntry: 'Move it into each entry of compatibility as "uncompressed_size_mb", in megabytes.',
  ofVersion: (quoted: string) => `for ${quoted}`,
  inEntry: (name: string) => `in ${name}`,
  readsNothingElse: "A Kasm server reads nothing else there.",
  readsElse: "It is published as it is, and Kasm servers get along with it or ignore it.",
  breaksReaders: (expected: string) => `; null breaks readers that expect ${expected}`,
  isLeftOut: "; Kasm servers read null as if the key were left out",
  deleteOrSpell: "Delete it, or check its spelling.",
  deleteOrGive: "Delete the key, or give it a value.",
  giveValue: (value: string) => `Give it a value, for instance ${value}.`,
  holdItem: "It must hold at least one item.",
  holdText: "It must hold a text.",
  orMore: (limit: string) => `${limit} or more`,
  orLess: (limit: string) => `${limit} or less`,
  writeInRange: "Write a number that is.",
  write: (value: string) => `Write ${value}.`,
  writeForInstance: (value: string) => `Write for instance ${value}.`,
  writeUnquoted: (value: string) => `Write ${value}, without quotation marks.`,
  unquoteJson: "Write the JSON itself, without the quotation marks around it.",
  writeOneOfThem: "Write one of them.",
  architectures: 'Write "amd64" (Intel and AMD) or "arm64" (ARM).',
  knownHere: (names: readonly string[]) => `Known here are ${names.map((name) => `"${name}"`).join(", ")}.`,
  imageIn10: 'Rename it to "name".',
  imageBesideName: 'Delete it: "name" holds the image here, and "image_src" the icon.',
  versionIn10: "Write the version into compatibility and delete the key.",
  entryKeyIn10:
    "Delete it; or convert the workspace to schema 1.1 by npm run add-version -- --convert 1.1, and move it into each entry of compatibility.",
  lookOptionUp: "Look the name up on the store-front's page of flags, or delete it.",
};

/** Errors in the syntax of JSON, each as half a sentence and a cure. `seen` is the text at that place. */
export const json = {
  endOfFile: "the end of the file",
  secret: "a text that may be secret",
  openList: (line: number) => `the list that begins in line ${line}`,
  openObject: (line: number) => `the object that begins in line ${line}`,
  strayCharacter: (seen: string) => ({
    what: `Unexpected character ${seen}`,
    cure: "Delete it, or type it again.",
  }),
  quotationMark: (seen: string) => ({
    what: `Unexpected ${seen}, which is no JSON quotation mark`,
    cure: 'Use the straight double quotation mark: ".',
  }),
  literal: (word: string) => ({
    what: `Unexpected ${word}, which is no JSON value`,
    cure: "Write a value, or delete the key.",
  }),
  misspeltLiteral: ({ word, instead }: { word: string; instead: string }) => ({
    what: `Unexpected ${word}, which is no JSON value`,
    cure: `Write ${instead}.`,
  }),
  merge: {
    what: "The file holds the mark of an unresolved merge",
    cure: "Keep one of the two versions and delete the marks.",
  },
  wrongBracket: ({ seen, open, closer }: { seen: string; open: string; closer: string }) => ({
    what: `Unexpected ${seen}: ${open} is still open`,
    cure: `Put ${closer} before it, or write ${closer} instead.`,
  }),
  keyInList: (open: string) => ({
    what: `Unexpected key in ${open}: the list is not closed`,
    cure: "Add ] where the list ends, before the key.",
  }),
  quoteInText: (seen: string) => ({
    what: `The text before ${seen} ends too early, with the quotation mark there`,
    cure: 'Inside a text, write \\" for a quotation mark.',
  }),
  comma: (seen: string) => ({
    what: `A comma is missing before ${seen}`,
    cure: "Put a comma after the value before it.",
  }),
  colon: (seen: string) => ({ what: `A colon is missing before ${seen}`, cure: 'Write "key": value.' }),
  key: (seen: string) => ({
    what: `Expected a key, but found ${seen}`,
    cure: 'Keys are written in double quotation marks: "key": value.',
  }),
  value: (seen: string) => ({
    what: `A value is missing before ${seen}`,
    cure: "Write the value, or delete the key.",
  }),
  brace: { what: "A closing } is missing", cure: "Add } where the object ends." },
  bracket: { what: "A closing ] is missing", cure: "Add ] where the list ends." },
  afterEnd: (seen: string) => ({
    what: `Unexpected ${seen} after the end of the object`,
    cure: "Delete what comes after it, or the } that ends it too early.",
  }),
  openText: {
    what: "A text is not closed before the end of its line",
    cure: 'Add the closing "; a line break inside a text is written \\n.',
  },
  escape: {
    what: "A backslash in a text is followed by a character that cannot follow it",
    cure: "Write \\\\ for a backslash.",
  },
  unicode: {
    what: "\\u is not followed by four hexadecimal digits",
    cure: "Write the character itself, or all four digits.",
  },
  control: {
    what: "A text holds a raw control character, such as a tab or a line break",
    cure: "Write \\t or \\n instead.",
  },
  number: (seen: string) => ({
    what: `${seen} is no JSON number`,
    cure: "Write digits only, without a leading zero or plus.",
  }),
  other: (seen: string) => ({
    what: `Unexpected ${seen}`,
    cure: "Delete it, or put it in double quotation marks.",
  }),
  otherEncoding: "in another encoding (probably Windows-1252 or Latin-1)",
};

/** The disk's contents. */
export const disk = {
  kinds: { link: "a link", pipe: "a pipe", socket: "a socket", device: "a device", folder: "a folder" },
  moreFiles: (number: number) => `more than ${number} files`,
  files: (number: number) => `${number} files`,
  deeper: (number: number) => `more than ${number} folders deep`,
  levels: (number: number) => `${number} levels`,
  foldersOnly: "folders only",
  causes: {
    EACCES: "permission denied",
    EPERM: "permission denied",
    ENOENT: "it is gone",
    ELOOP: "it is a link",
    EISDIR: "it is a folder",
    ENOTDIR: "it is a file",
    EIO: "the disk reports an error",
    EMFILE: "too many open files",
    EFBIG: "it grew while it was read",
  },
  changed: {
    removed: "it was removed while the site was built; build again",
    unreadable: "it became unreadable while the site was built; build again",
    noFile: "it became something else than a file while the site was built; build again",
    content: "it changed while the site was built; build again",
  },
  publicFiles: (names: readonly string[]) =>
    `${names.join(", ")} ${names.length === 1 ? "is no regular file" : "are no regular files"}, or the name has a line break. All of public/ is published, and a link could publish any file of this machine. Put a copy of the file in its place, under a name of one line.`,
};

/** Git's errors for a repository. */
export const git = {
  notInstalled: "git is not installed",
  tooMuch: (megabytes: number) => `git has more than ${megabytes} MB to say`,
  tooMuchMemory: "a commit changes more files than a registry can have",
  tooManyVersions: (megabytes: number) =>
    `all versions of workspace.json together have more than ${megabytes} MB`,
  missingVersions:
    "this clone lacks the contents of some files, as one of git clone --filter does; git clone without it has them",
  tooSlow: (seconds: number) => `git took longer than ${seconds} seconds`,
  notCloned: ({ address, cause }: { address: string; cause: string }) =>
    `${address} cannot be cloned (${cause}). Check the address, and that the repository can be read without a question for a password.`,
  missingFiles:
    "Some files are missing from the git repository (a partial clone, or a damaged one). Clone it whole and try again.",
  endless: "The commit lists more files than a registry can have.",
  unreadableCommit: ({ commit, cause }: { commit: string; cause: string }) =>
    `The commit ${commit} cannot be read (${cause}).`,
};

/** Icons. Words after "which" describe a file name. */
export const icons = {
  invisible: "which holds an invisible character",
  path: "which is a path",
  encoded: "which is URL-encoded",
  character: "which holds a character that not every system allows in a file name",
  edge: "which begins or ends with a space, or ends with a dot",
  device: "which is the name of a device on Windows",
  long: "which is longer than 200 bytes",
  moveAndWrite: (name: string) => `Put the file in the workspace's folder and write ${name}.`,
  rename: "Rename the file, for instance to icon.png.",
  noPicture: "no picture",
  setTo: (name: string) => `Set image_src to ${name}, or add the file.`,
  add: "Add the file to the folder.",
  addAndName: 'Put a picture into the folder and write its name: "image_src": "icon.png".',
  noFormat: "its first bytes are of no picture format",
  announced: (extension: string) => `a .${extension} file`,
  size: (size: string) => `${size} pixels`,
  tooLarge: ({ size, limit }: { size: string; limit: number }) =>
    `${size} pixels; ${limit} a side is the limit`,
  tooManyFrames: ({ size, frames }: { size: string; frames: number }) =>
    `${frames} frames of ${size} pixels, more than a build draws`,
  anotherWorkspace: "another workspace",
};

/** Pictures: what a file is, and why it cannot be shown or drawn, as half a sentence about it. */
export const pictures = {
  formats: {
    png: "a PNG picture",
    jpeg: "a JPEG picture",
    gif: "a GIF picture",
    webp: "a WebP picture",
    svg: "an SVG drawing",
    ico: "a Windows icon (ICO)",
    bmp: "a BMP picture",
    tiff: "a TIFF picture",
    avif: "an AVIF picture",
    lfs: 'a pointer of Git LFS, not the picture: git lfs pull fetches it, and "lfs: true" in the checkout of a workflow',
  },
  damagedHeader: "its header is damaged",
  endsEarly: "the file ends too early",
  empty: "it holds no picture",
  damagedParts: "its parts are damaged",
  unknownEncoding: (name: string) => `it is declared to be in the encoding ${name}; save it as UTF-8`,
  otherEncoding: "its bytes are not in the encoding that it declares (UTF-8 where none is); save it as UTF-8",
  tooDeep: "its elements are nested too deeply",
  tooRepetitive: "it repeats itself too often (nested <use>)",
  referencesTooDeep: "its references are nested too deeply",
  tooManyElements: "it has too many elements",
  noSvg: "its first element is not <svg>",
  noNamespace: (namespace: string) => `its first element lacks xmlns="${namespace}"`,
  noSize: "it says no size and draws nothing",
  longDoctype: "its document type is too long",
  foreignEntity: "it declares an entity that is read from elsewhere",
  complexEntity: "it declares entities that hold more than plain text",
  longEntities: (most: number) => `its entities become more than ${most.toLocaleString("en")} characters`,
  tooMuchMemory: "it takes more than a gigabyte of memory to draw",
  tooMuchTime: (seconds: number) => `it takes longer than ${seconds} seconds to draw`,
  libraryEnded: "the picture library ended at it",
  notEncoded: (format: string) => `a ${format} picture is not re-encoded`,
};

const writeDigest = "Write @sha256: and 64 hexadecimal digits, or a tag.";

/** Why a text is no docker image reference. */
export const images = {
  digest: {
    cause: "the part after @ is no digest",
    cure: writeDigest,
  },
  digestAlgorithm: (algorithm: string) => ({
    cause: `"${algorithm}" is no kind of digest that Docker knows`,
    cure: writeDigest,
  }),
  digestLength: ({ algorithm, length, found }: { algorithm: string; length: number; found: number }) => ({
    cause: `a ${algorithm} digest has ${length} hexadecimal digits, and this one has ${found}`,
    cure: "Copy the whole digest, or write a tag instead.",
  }),
  digestCapitals: { cause: "the digest has capitals", cure: "Write its digits a to f in small letters." },
  bareDigest: {
    cause: "it is a digest or the id of an image, without a name",
    cure: "Write the name before it: owner/image@sha256: and the digits.",
  },
  emptyTag: {
    cause: "the tag after : is empty",
    cure: "Tags hold letters, digits, dots, dashes and underscores.",
  },
  tag: {
    cause: "the tag has characters that no tag can have",
    cure: "Tags hold letters, digits, dots, dashes and underscores.",
  },
  host: (host: string) => ({ cause: `${host} is no registry address`, cure: "Write host/repository:tag." }),
  slashes: {
    cause: "nothing is between two slashes, or at an end",
    cure: "Write registry/owner/image:tag.",
  },
  capitals: (lower: string) => ({ cause: "repository names have no capitals", cure: `Write ${lower}` }),
  repository: (part: string) => ({
    cause: `"${part}" is no repository name`,
    cure: "Repository names hold small letters and digits, with single dots, dashes or underscores between them.",
  }),
  long: (limit: number) => ({
    cause: `it is longer than ${limit} characters`,
    cure: "Write registry/owner/image:tag.",
  }),
  empty: {
    cause: "it is empty",
    cure: "Write the image to pull, for instance kasmweb/firefox:1.17.0.",
  },
  spaceAround: { cause: "it has white space around it", cure: "Delete the spaces." },
  spaceInside: { cause: "it has white space in it", cure: "Delete the spaces." },
  address: {
    cause: "it is a web address",
    cure: "Write it without https://, for instance ghcr.io/owner/image:tag.",
  },
  placeholder: (text: string) => ({
    cause: `${text} is a placeholder`,
    cure: `Write the value of ${text} in its place.`,
  }),
  command: { cause: "it is a command", cure: "Write the image alone." },
};

/** Why docker_registry is no address of a container registry. */
export const dockerRegistry = {
  empty: "which is empty",
  space: "which has white space in it",
  version: "which is a version",
  noAddress: "which is no address",
  scheme: (scheme: string) => `which begins with ${scheme}//`,
  endsInVersion: "which ends in a version",
  webPage: "which is a web page, not a registry",
  otherHost: (host: string) => ({
    cause: `and the image is at ${host}`,
    cure: `Write "https://${host}/".`,
  }),
  noDomain: "which is a name without a domain or a port",
  cure: 'Write for instance "https://index.docker.io/v1/" or "https://ghcr.io/", or delete the key for Docker Hub.',
};

/** Units of the numbers of a workspace, and the units that people write in their place. */
export const units = {
  memory: { counted: "megabytes", larger: "gigabytes", smaller: "bytes" },
  uncompressed_size_mb: { counted: "megabytes", larger: "gigabytes", smaller: "kilobytes or bytes" },
  shm_size: { counted: "bytes", unit: "megabytes" },
  cores: { counted: "cores", larger: "", smaller: "thousandths of a core" },
};

/** registry.json, and the workspaces together. */
export const registry = {
  nameOf: (owner: string) => `${owner} workspaces`,
  name: "Workspace registry",
  descriptionOf: (owner: string) => `Kasm workspaces published by ${owner}.`,
  description: "Workspaces for Kasm.",
  noFolder: {
    cause: "which can be no folder",
    cure: "Write the folder that it had, or the last part of its address.",
  },
  sameAddress: (other: string) => ({
    cause: `which has the same address as ${other}`,
    cure: "Take one of them out.",
  }),
  absolute: (example: string) => `Write an absolute address, for instance ${example}.`,
  empty: { cause: "which is empty", cure: "Delete the key; it is derived then." },
  login: {
    cause: "with a login in it",
    cure: "Delete the login and change it: the site would show it to everybody, and earlier commits still hold it.",
  },
  comma: "with a comma in the host name",
  space: "with white space in it",
  noScheme: "without https:// at its beginning",
  noAddress: "which is no http address",
  schemaVersion: "which ends in a schema version",
  didYouMean: (quoted: string) => `Did you mean ${quoted}?`,
  notSite: {
    repository: "the page of a repository, not the site that is published from it",
    host: "whose host looks misspelt",
    file: "which names a file",
    schema: "which ends in a schema version",
    page: "which looks like a page of the store-front",
    local: "which leads every machine to itself",
    query: "with a query or a fragment at its end, which is left out",
  },
  localCure: "Write the address at which the site is published, or delete the key; it is derived then.",
  pageAboutPicture: {
    cause: "a page about the picture, not the picture",
    cure: "Put the picture into public/ and write its file name, or write the address of the picture itself.",
  },
  noPicture: {
    cause: "which is named like a text or a page, not like a picture",
    cure: "Put a png, svg, webp, jpg or gif file into public/ and write its name.",
  },
  root: (quoted: string) => `Write the root: ${quoted}.`,
  language: "Write a language tag such as en, de or pt-BR.",
  version: (version: string) => `Write a version such as "${version}".`,
  alsoOthers: (number: number) => (number > 0 ? `, like ${number} more` : ""),
  noChannels: "there are none",
  otherType: "A value of another type is not used.",
};

/** README.md of a workspace and its front matter; what follows is the key. */
export const readme = {
  oddKey: "A key that is no plain text",
  notText: (found: string) => `is ${found}, but must be a text`,
  putInQuotes: "Put it in quotes.",
  noAddress: (found: string) => `is ${found}, which is no address that a visitor can follow`,
  fullAddress: "Write a full address that begins with https://.",
  fullAddressOrMail: "Write a full address that begins with https:// or mailto:.",
  unknownKey: "is not a key that the store-front knows",
  keys: (keys: readonly string[]) => `The keys are ${keys.join(", ")}.`,
  noEnd: "it has no end",
  tooLong: (limit: number) => `it is longer than ${limit.toLocaleString("en")} characters`,
  yamlOnly: "only YAML is read there",
  noList: "it is not a list of keys and values",
  unreadable: "it cannot be read",
  writeYaml: `Write it as YAML between two lines of three dashes, one "key: value" a line.`,
  tooManyPictures: ({ number, limit }: { number: number; limit: number }) =>
    `names ${number} pictures; the first ${limit} are shown`,
  keepBest: "Keep the ones that say most.",
  noFile: (found: string) => `holds ${found}, which names no file`,
  writeNames: 'Write file names, or "file" and "alt" for each.',
  notBare: (name: string) => `names ${name}, which is no bare file name`,
  noPicture: (name: string) => `names ${name}, which is no picture in this folder`,
  putPicture: "Put a png, jpg, webp or gif file beside README.md and write its name.",
  notDeprecated: (found: string) => `is ${found}, but must be true, or say since, because and replaced_by`,
  writeDeprecated:
    "Write deprecated: true, or since, because and replaced_by on lines of their own below it.",
  unknownDeprecatedKey: (key: string) => `holds ${key}, which is no key of it`,
  noDay: (found: string) => `holds ${found}, which is no day`,
  writeDay: "Write the year, the month and the day, as in 2026-11-29.",
  noText: (found: string) => `holds ${found}, which is no text`,
};

export const report = {
  contentFolder: "the content folder",
  review: "(review)",
  error: "error",
  warning: "warning",
  severities: { critical: "critical", high: "high", medium: "medium", low: "low", info: "info" },
  noProblems: (workspaces: number) => `No problems: ${valid(workspaces)}.`,
  summary: ({ errors, warnings, places, workspaces }: Record<SummaryNumber, number>) =>
    `${[...(errors ? [count(errors, "error", "errors")] : []), ...(warnings ? [count(warnings, "warning", "warnings")] : [])].join(" and ")} in ${count(places, "place", "places")}; ${valid(workspaces)}.`,
  codes: (address: string) => `${address} explains each code.`,
  examples: (folders: readonly string[]) =>
    `${folders.length === 1 ? `The example ${folders[0]} is` : `The ${folders.length} examples (${folders.join(", ")}) are`} left out, because the registry has workspaces of its own. To keep an example, change anything in its folder; to be rid of this note, delete the folders.`,
};

type SummaryNumber = "errors" | "warnings" | "places" | "workspaces";

const valid = (workspaces: number): string =>
  `${count(workspaces, "workspace", "workspaces")} ${workspaces === 1 ? "is" : "are"} valid`;
