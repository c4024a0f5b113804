/** The texts of the builder’s parts that are loaded later: checks, pasting, the icon, the zip. */

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

export const builderLive = {
  line: (line: number, message: string) => `Line ${line}: ${message}`,
  jsonLine: (line: number) => `JSON, line ${line}`,
  status: (left: number, errors: number, warnings: number) =>
    [
      errors ? count(errors, "error", "errors") : "",
      left ? `${count(left, "field", "fields")} to fill in` : "",
      warnings ? count(warnings, "warning", "warnings") : "",
    ]
      .filter(Boolean)
      .join(" · ") || "No problems",
  error: "Error",
  warning: "Warning",
  noFlags: "No flag: nothing here that Kasm marks.",
  advice: "What to do",
  more: "More about this",
  unnamed: "Name of the workspace",
  folderTaken: (folder: string) =>
    `The registry has a workspace in “${folder}”. Publishing this replaces it; give another folder to add a new one.`,
  iconAlt: "The icon as it will be published",
  iconReading: "Reading the picture …",
  iconTaken: (name: string, before: string, after: string, kilobytes: number) =>
    `${name}${before ? `, ${before},` : ""} ${before ? "was made" : "is"} ${after} pixels, ${kilobytes} kB.`,
  iconDrawn: "Drawn from the initials. A picture of your own is easier to recognise.",
  pasteEmpty:
    "There is nothing to read yet. Paste a docker run command, a compose file or a workspace.json first.",
  pasteRead: "It was read into the form.",
  pasteJson: "It is a workspace.json, and the form shows it.",
  pasteBroken:
    "This JSON has a mistake in it. It is in the JSON pane now, which says what to mend, and where.",
  pasteService: "Choose a service …",
  pasteDone:
    "It was read into the form. Now fill in what no command says: the description, the icon, the Kasm versions and the size.",
  pasteNotMapped: "Not taken over:",
  opened: (folder: string) => `This is “${folder}” as it is published.`,
  notOpened: (slug: string) =>
    `The workspace “${slug}” could not be read. It may be gone, or there is no network.`,
  downloaded: (folder: string) =>
    `Downloaded. Unpack it into the registry’s content folder: it makes “${folder}”.`,
  errorsFirst: (number: number) =>
    `${count(number, "error stands", "errors stand")} in the way: a registry with it would not be built.`,
  githubNew: "The path and the content are filled in.",
  githubLong:
    "The path is filled in. The JSON is too long for a link: copy it here first, and paste it there.",
  githubEdit: "The workspace exists: copy the JSON here, and paste it there over the old one.",
  notLoaded: "A part of the builder did not load. Check the network and try again.",
};
