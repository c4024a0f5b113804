export type ProblemSeverity = "error" | "warning";

/** A mistake for the author to mend. Severity and words come from problems.ts. */
export interface Problem {
  code: ProblemCode;
  /** Relative to the content folder, with forward slashes; "" for the folder itself. */
  file: string;
  /** JSON pointer; "" for the whole file. */
  pointer: string;
  /** Values that the wording needs. */
  args: Record<string, string>;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
}

type Args = Record<string, string>;

/** A row of the catalogue: how bad, and the words in three beats: what is there, why it is wrong, the edit to make. */
interface Wording {
  severity: ProblemSeverity;
  /** For headings and lists; no values in it. */
  title: string;
  message: (args: Args) => string;
}

const error = (title: string, message: Wording["message"]): Wording => ({
  severity: "error",
  title,
  message,
});
const warning = (title: string, message: Wording["message"]): Wording => ({
  severity: "warning",
  title,
  message,
});
/** A half sentence that is there only where the rule had something to suggest. */
const hint = (text: string | undefined, before = " "): string => (text ? before + text : "");

/**
 * Every problem this program can name. Codes are permanent: a code is never renamed or given another meaning.
 */
export const catalogue = {
  // Reading the disk
  "no-content-folder": error(
    "No content folder",
    (a) =>
      `There is no folder ${a["folder"]}. The workspaces of a registry are read from it. Make the folder, or name another with --workspaces.`,
  ),
  "no-workspaces": error(
    "No workspace",
    () =>
      `None of the folders in the content folder holds a workspace.json. A registry lists at least one workspace, and this may be the wrong folder. Add a workspace.json and an icon to one of them, or name another folder with --workspaces.`,
  ),
  "empty-registry": warning(
    "Empty registry",
    () =>
      `The content folder is empty. The store-front can be built, but Kasm takes no registry without a workspace. Add a folder with a workspace.json and an icon in it.`,
  ),
  "folder-without-json": warning(
    "Folder without workspace.json",
    (a) =>
      `${a["folder"]} holds ${a["files"]} but no workspace.json. A folder without one is not published. Add workspace.json, or delete the folder.`,
  ),
  "json-name-near-miss": error(
    "File name is not workspace.json",
    (a) =>
      `${a["file"]} is not read: only a file named exactly workspace.json is. The workspace would be missing without a word. Rename the file to workspace.json.`,
  ),
  "stray-workspace": error(
    "workspace.json outside a workspace folder",
    (a) =>
      `${a["file"]} is not read. A workspace is a folder directly below the content folder. Move it to a folder of its own there.`,
  ),
  "not-a-regular-file": error(
    "Not a regular file",
    (a) =>
      `${a["name"]} is ${a["kind"]}. Only regular files inside the workspace folder are read, so that nothing from outside is published. Put a copy of the file in its place.`,
  ),
  unreadable: error(
    "File cannot be read",
    (a) =>
      `${a["name"]} cannot be read (${a["cause"]}). Everything in a workspace folder is part of it. Give the file read permission, or delete it.`,
  ),
  "file-too-large": error(
    "File too large",
    (a) =>
      `${a["name"]} is ${a["size"]}; the limit is ${a["limit"]}. Every visitor and every Kasm server loads it. Make it smaller, or delete it.`,
  ),
  "folder-name-unsafe": error(
    "Folder name cannot be used",
    (a) =>
      `The name ${a["name"]} ${a["cause"]}. Names like this break on other systems and in addresses. Rename the folder to ${a["suggestion"]}.`,
  ),
  "folder-name-clash": error(
    "Folder names differ only in case",
    (a) =>
      `${a["folder"]} and ${a["other"]} are the same name on Windows and macOS. One would overwrite the other in a checkout. Rename one of them.`,
  ),

  // Reading JSON
  "json-empty": error(
    "Empty file",
    () =>
      `The file is empty. A workspace needs at least a name, an image and an icon. Start from another workspace.json, or from the builder page of the store-front.`,
  ),
  "json-encoding": error(
    "Not UTF-8",
    (a) =>
      `The file is ${a["encoding"]}, not UTF-8. Readers of JSON expect UTF-8 and show broken characters or nothing. Save it as "UTF-8" (without BOM) in your editor.`,
  ),
  "json-bom": error(
    "Byte-order mark",
    () =>
      `The file begins with a byte-order mark, an invisible character. Many JSON readers stop at it. Save the file as "UTF-8" instead of "UTF-8 with BOM".`,
  ),
  "json-syntax": error(
    "JSON syntax",
    (a) => `${a["what"]}. JSON with one wrong character cannot be read at all. ${a["cure"]}`,
  ),
  "json-trailing-comma": error(
    "Trailing comma",
    (a) =>
      `There is a comma before the closing ${a["close"]}. JSON allows a comma only between two values. Delete this comma.`,
  ),
  "json-comment": error(
    "Comment",
    () =>
      `There is a comment. JSON has no comments. Delete it; the key "notes" is for remarks to the administrator.`,
  ),
  "json-duplicate-key": error(
    "Key given twice",
    (a) =>
      `The key ${a["key"]} is given twice in one object; line ${a["first"]} has it first. Readers keep one of the two and drop the other without a word. Delete one.`,
  ),
  "json-too-deep": error(
    "Nested too deeply",
    (a) =>
      `The values are nested more than ${a["limit"]} levels deep. No workspace needs that, and readers fail on it. Remove the inner levels.`,
  ),
  "json-too-many": error(
    "Too many values",
    (a) =>
      `The file holds more than ${a["limit"]} keys, values and signs. No workspace needs that, and readers are busy with it for minutes. Remove what is not needed.`,
  ),
  "json-number": error(
    "Number out of range",
    (a) =>
      `The number ${a["number"]} is too large for a JSON reader. It would be read as infinity. Write a smaller number.`,
  ),
  "json-lone-surrogate": error(
    "Half a character",
    () =>
      `The text holds half of a two-part character (a lone surrogate). It cannot be written as UTF-8. Delete it, or write the whole character.`,
  ),
  "more-problems": warning(
    "More problems of one kind",
    (a) =>
      `There are ${a["count"]} more problems of the kind ${a["code"]} in this file. A report of all would bury the rest. Mend those that are shown, then check again.`,
  ),
  "json-not-object": error(
    "Not an object",
    (a) =>
      `The file holds ${a["found"]}. A ${a["kind"]} is one object. Put everything between one { and one }.`,
  ),

  // The shape of a workspace
  "missing-key": error(
    "Key missing",
    (a) => `The key "${a["key"]}" is missing${hint(a["near"], "; ")}. ${a["why"]} ${a["cure"]}`,
  ),
  "unknown-key": warning(
    "Unknown key",
    (a) =>
      `"${a["key"]}" is not a key that Kasm knows.${hint(a["near"])} It is published as it is and does nothing. ${a["cure"]}`,
  ),
  "unknown-setting": warning(
    "Unknown setting",
    (a) =>
      `"${a["key"]}" is not a setting of registry.json.${hint(a["near"])} Nothing reads it. ${a["cure"]}`,
  ),
  "unknown-option": warning(
    "Unknown option in run_config",
    (a) =>
      `${a["option"]} is no option that Docker's library knows. The workspace can be installed, but no session of it would start. ${a["cure"]}`,
  ),
  "size-zero": warning(
    "Size of nothing",
    () =>
      `uncompressed_size_mb is 0. Administrators plan the disks of their agents with it. Write the size of the pulled image in megabytes, as docker images shows it.`,
  ),
  "wrong-type": error(
    "Wrong type",
    (a) =>
      `${a["key"]} is ${a["found"]}, but must be ${a["expected"]}. A Kasm server reads nothing else there. ${a["cure"]}`,
  ),
  "null-value": error(
    "Null",
    (a) =>
      `${a["key"]} is null. A key is either given or left out; null breaks readers that expect ${a["expected"]}. ${a["cure"]}`,
  ),
  "empty-value": error("Empty value", (a) => `${a["key"]} is empty. ${a["why"]} ${a["cure"]}`),
  "not-allowed": error(
    "Value not allowed",
    (a) => `${a["key"]} is ${a["found"]}. Allowed are ${a["allowed"]}. ${a["cure"]}`,
  ),
  "out-of-range": error(
    "Number out of range",
    (a) => `${a["key"]} is ${a["found"]}. It must be ${a["limit"]}. Write a number that is.`,
  ),
  "duplicate-item": error(
    "Item given twice",
    (a) => `${a["key"]} holds ${a["item"]} twice. Each item counts once. Delete one.`,
  ),
  "wrong-pattern": error(
    "Wrong form",
    (a) => `${a["key"]} is ${a["found"]}. It must look like ${a["example"]}. Change it to that form.`,
  ),
  "unknown-architecture": error(
    "Unknown architecture",
    (a) =>
      `The architecture is ${a["found"]}. Kasm knows "amd64" and "arm64" and offers the workspace on no other. ${a["cure"]}`,
  ),
  "schema-10-key": error(
    "1.0 key in a 1.1 workspace",
    (a) =>
      `"${a["key"]}" belongs to schema 1.0, but compatibility is in the 1.1 shape. Kasm 1.16 and later take it from each compatibility entry. Move the value there as "${a["instead"]}" and delete the key.`,
  ),
  "schema-11-key": error(
    "1.1 key in a 1.0 workspace",
    (a) =>
      `"${a["key"]}" belongs to schema 1.1, but compatibility is in the 1.0 shape. Older servers do not read it here. ${a["cure"]}`,
  ),
  "mixed-compatibility": error(
    "Two shapes of compatibility",
    () =>
      `compatibility holds both version strings and objects. A workspace is in the 1.0 shape (strings) or in the 1.1 shape (objects). Write all entries in one shape.`,
  ),

  // What the values mean
  "version-pattern": warning(
    "Kasm version",
    (a) =>
      `The Kasm version is ${a["found"]}. Servers look for the form "1.17.x" and show the workspace to nobody otherwise. ${a["cure"]}`,
  ),
  "duplicate-version": warning(
    "Kasm version given twice",
    (a) => `The Kasm version "${a["version"]}" is given twice. Only one of the two is used. Delete one.`,
  ),
  "no-newest-version": warning(
    "Nothing for the newest Kasm",
    (a) =>
      `No workspace names ${a["newest"]}, the newest Kasm version; the newest here is ${a["found"]}. A current server shows an empty registry. Test your images there and add it: npm run add-version -- ${a["newest"]}`,
  ),
  "no-suitable-version": warning(
    "No Kasm version is served",
    () =>
      `No workspace names a Kasm version that reads a registry. No server shows anything of it. Add the version of your server to compatibility, for instance "1.17.x".`,
  ),
  "too-many-categories": warning(
    "More than three categories",
    (a) =>
      `There are ${a["count"]} categories. Kasm's documentation asks for three at most, and a list of many helps nobody. Keep the three that fit best.`,
  ),
  "near-duplicate-category": warning(
    "Nearly the same category",
    (a) =>
      `The category "${a["category"]}" is nearly "${a["other"]}", which ${a["count"]} of this registry have. Visitors see two groups where you mean one. Use one spelling.`,
  ),
  "invalid-image": error(
    "Not a docker image reference",
    (a) =>
      `${a["key"]} is ${a["found"]}, which is no docker image reference: ${a["cause"]}. The server cannot pull it. ${a["cure"]}`,
  ),
  "image-without-tag": warning(
    "Image without tag",
    (a) =>
      `${a["key"]} is ${a["found"]}, without a tag. Docker then takes "latest", which changes under the people who installed it. Add the tag you tested, for instance ${a["example"]}.`,
  ),
  "docker-registry-address": warning(
    "Not a registry address",
    (a) =>
      `docker_registry is ${a["found"]}, ${a["cause"]}. Kasm asks this address for the image. ${a["cure"]}`,
  ),

  // Icons
  "icon-missing": error(
    "Icon missing",
    (a) =>
      `image_src is ${a["found"]}, but the folder holds ${a["files"]}. The registry would show a broken picture. ${a["cure"]}`,
  ),
  "icon-case": error(
    "Icon name differs in case",
    (a) =>
      `image_src is ${a["found"]}, but the folder holds ${a["file"]}. File names are case-sensitive on the web. Set image_src to ${a["file"]}.`,
  ),
  "icon-borrowed": error(
    "Icon of a neighbour",
    (a) =>
      `image_src is ${a["found"]}, but the folder holds no such file; ${a["neighbour"]} does. An icon is read from the workspace's own folder only. Copy the file from there into this folder.`,
  ),
  "icon-url": error(
    "Icon is an address",
    (a) =>
      `image_src is ${a["found"]}, an address. Kasm looks for a file of that name in icons/ and shows a broken picture. Save the picture in this folder and write its file name.`,
  ),
  "icon-blob": error(
    "Icon is a browser's temporary address",
    (a) =>
      `image_src is ${a["found"]}. A blob: address exists only in the browser tab that made it. Save the picture in this folder and write its file name.`,
  ),
  "icon-path": error(
    "Icon is not a bare file name",
    (a) =>
      `image_src is ${a["found"]}, ${a["cause"]}. Icons are published by bare file name, from the workspace's own folder. ${a["cure"]}`,
  ),
  "icon-type": error(
    "File is not an image",
    (a) =>
      `${a["name"]} is no image that a browser shows (${a["found"]}). Allowed are png, svg, webp, jpg, gif and ico. Put a picture in its place.`,
  ),
  "icon-extension": error(
    "Icon not named as a picture",
    (a) =>
      `${a["name"]} does not end like the name of a picture. Web servers go by the end of a name, and what is announced as a page or a script runs on your site. Rename the file to ${a["suggestion"]} and set image_src to that.`,
  ),
  "icon-content-type": warning(
    "Icon content does not match its name",
    (a) =>
      `${a["name"]} is ${a["found"]} by content. A web server announces it as ${a["announced"]}, and strict browsers then refuse it. Rename the file to ${a["suggestion"]} and set image_src to that.`,
  ),
  "icon-broken": error(
    "Icon cannot be read",
    (a) =>
      `${a["name"]} cannot be read as a picture (${a["cause"]}). Browsers would show a broken picture. Export it again.`,
  ),
  "icon-not-square": warning(
    "Icon not square",
    (a) =>
      `${a["name"]} is ${a["size"]} pixels. Kasm shows icons in a square, so this one is squeezed or cut. Make it square, with empty space around it if need be.`,
  ),
  "icon-small": warning(
    "Icon small",
    (a) =>
      `${a["name"]} is ${a["size"]} pixels. Kasm asks for at least 50 × 50; a smaller one is blurred. Export it at 128 × 128 or more.`,
  ),
  "icon-clash": warning(
    "Two icons under one name",
    (a) =>
      `${a["name"]} is also the icon of ${a["other"]}, with another picture. In one list a name is one picture, so this one is published as "${a["published"]}". Rename the file to something of its own.`,
  ),

  // The registry as a whole
  "duplicate-name": warning(
    "Name given twice",
    (a) =>
      `The name "${a["name"]}" is also used by ${a["other"]}. People cannot tell the two apart. Add what sets them apart to one of the names.`,
  ),
  "duplicate-image": warning(
    "Image offered twice",
    (a) =>
      `${a["image"]} for ${a["versions"]} is also offered by ${a["other"]}. The two install the same thing. Delete one, or say in both what sets them apart.`,
  ),
  "mixed-channels": warning(
    "Some entries have channels, some have none",
    (a) =>
      `This workspace has an entry without available_tags${a["also"]}, but ${a["other"]} has some. When a channel is chosen, Kasm hides the entries without. Give each entry its tags, or none.`,
  ),
  "unknown-channel": warning(
    "Default channel unknown",
    (a) =>
      `default_channel is "${a["channel"]}", which no workspace has among its available_tags (${a["channels"]}). The first of them is used. Write one of them.`,
  ),
  "registry-icon-missing": error(
    "Icon of the registry missing",
    (a) =>
      `icon is ${a["found"]}, but public/ holds no such file. The registry would show a broken picture in Kasm. Put the file there, or write an absolute address (https://…).`,
  ),
  "registry-address": error(
    "Not an address",
    (a) => `${a["key"]} is ${a["found"]}, ${a["cause"]}. Servers and visitors follow it. ${a["cure"]}`,
  ),
  "list-invalid": error(
    "The list would be invalid",
    (a) =>
      `The ${a["schema"]} list would break its own schema at ${a["where"]}: ${a["cause"]}. A server would refuse the whole registry, so nothing is written. Mend the workspace named here; if it looks right, this is a fault of the generator: report it.`,
  ),
  "readme-front-matter": warning(
    "Front matter of README.md",
    (a) =>
      `The front matter cannot be used: ${a["cause"]}. The store-front shows the text without it. ${a["cure"]}`,
  ),
  "readme-key": warning(
    "Key in the front matter of README.md",
    (a) => `${a["key"]} ${a["cause"]}. The store-front leaves it out. ${a["cure"]}`,
  ),
  "rule-failed": error(
    "A check failed",
    (a) =>
      `The check "${a["rule"]}" stopped at this workspace (${a["cause"]}). The other checks went on. This is a fault of the generator, not yours: please report it with this file.`,
  ),
} as const satisfies Record<string, Wording>;

export type ProblemCode = keyof typeof catalogue;

export const problemCodes = Object.keys(catalogue) as ProblemCode[];

/** Whether the problem stops a build. */
export function severityOf(problem: Pick<Problem, "code">): ProblemSeverity {
  return catalogue[problem.code].severity;
}

/** Characters of one value in a message at most; a list of file names or versions may be long. */
const longestArgument = 300;

/** The problem in three beats: what, why, the edit to make. One line of plain text, in which no value can speak to a terminal. */
export function messageOf(problem: Pick<Problem, "code" | "args">): string {
  const wording: Wording = catalogue[problem.code];
  const args = Object.fromEntries(
    Object.entries(problem.args).map(([name, value]) => [
      name,
      value.length > longestArgument ? `${value.slice(0, longestArgument)}…` : value,
    ]),
  );
  return visible(wording.message(args).replace(/\s+/g, " ").trim());
}

const longest = 60;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The text with control, direction and other invisible characters as escapes: names come from strangers and go to terminals and logs. */
export function visible(text: string): string {
  return text.replace(invisible, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A value as JSON, shortened to a line: how messages quote what they found. Control and direction characters become escapes. */
export function quote(value: unknown): string {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
  const shown = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return visible(shown);
}

/** "a string", "the number 3", "a list": what a value is, for people. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  switch (typeof value) {
    case "string":
      return `the text ${quote(value)}`;
    case "number":
      return `the number ${value}`;
    case "boolean":
      return String(value);
    case "undefined":
      return "nothing";
    default:
      return "an object";
  }
}

/** Orders by file, line and column, then by code, so that a report reads from top to bottom and never changes order. */
export function compareProblems(a: Problem, b: Problem): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
