/** The texts of the builder’s parts that are loaded later: checks, pasting, the icon, the zip. */

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

export const builderLive = {
  launch: {
    addQuestion: "Add a question",
    questions: "Questions",
    choices: { default: "Default", yes: "Yes", no: "No" },
  },
  line: (line: number, message: string) => `Line ${line}: ${message}`,
  jsonLine: (line: number) => `JSON, line ${line}`,
  status: (left: number, errors: number, warnings: number) =>
    [
      errors ? count(errors, "error", "errors") : "",
      left ? `${count(left, "field", "fields")} missing` : "",
      warnings ? count(warnings, "warning", "warnings") : "",
    ]
      .filter(Boolean)
      .join(" · ") || "No problems",
  error: "Error",
  warning: "Warning",
  noFlags: "No flag",
  advice: "What you can do",
  more: "More in the security guide",
  unnamed: "Name of the workspace",
  folderTaken: (folder: string) =>
    `The registry has a workspace in “${folder}”. Publishing replaces it; to add a new one, choose another folder.`,
  replaces: (folder: string, theirs: string, mine: string) =>
    `“${folder}” is the folder of “${theirs}” in this registry, and publishing replaces it by “${mine}”. To keep both, write another folder.`,
  iconAlt: "The icon as it will be published",
  iconReading: "Reading the picture …",
  iconTaken: (name: string, before: string, after: string, kilobytes: number, lost: string) =>
    `${name}${before ? `, ${before},` : ""} ${before ? "was made" : "is"} ${after} pixels, ${kilobytes} kB.${lost ? ` Left out, because a drawing may not run or load anything: ${lost}. Compare the picture.` : ""}`,
  iconDrawn: "Generated from the first letter. A picture of your own is easier to recognise.",
  pasteEmpty: "Paste a docker run command, a compose file or a workspace.json first.",
  pasteRead: "Form filled in.",
  pasteJson: "The form shows this workspace.json.",
  pasteBroken: "This JSON has a mistake. The JSON pane shows the place and the fix.",
  pasteService: "Choose a service …",
  pasteDone: (gaps: readonly string[]) =>
    `Form filled in.${gaps.length > 0 ? ` Still missing, because nothing pasted names them: ${gaps.join(", ")}.` : ""}`,
  pasteGaps: {
    description: "the description",
    icon: "the icon",
    versions: "the Kasm versions",
    size: "the size",
    architectures: "the architectures",
  },
  pasteTaken: "Taken from the image; change it in the form:",
  pasteNotes: "To look at:",
  pasteNotMapped: "Left out, and why:",
  opened: (folder: string) => `“${folder}” as published.`,
  notOpened: (slug: string) =>
    `The workspace “${slug}” could not be read. It may have been removed, or the network is down.`,
  downloaded: (folder: string) =>
    `Downloaded. Unpack the zip into the registry’s content folder; it holds “${folder}”.`,
  errorsFirst: (number: number) => `Fix ${count(number, "error", "errors")} first.`,
  githubIconNew: "Open GitHub’s editor with the icon",
  githubIconUpload: "Upload the icon, from the zip, into the folder",
  githubNoIcon: "No icon yet. “Generate from the first letter” makes one that needs no upload.",
  githubPixels: "A picture of pixels cannot be filled in by a link.",
  githubIconLong: "This drawing is too long for a link.",
  githubNew: "The path and the content are filled in.",
  githubLong: "The path is filled in. The JSON is too long for a link: copy it here and paste it there.",
  githubEdit: "The workspace exists: copy the JSON here and replace the old one there.",
  githubLongText: "The path is filled in. The text is too long for a link: copy it here and paste it there.",
  badAddress: "No whole address. Write it like https://example.org/.",
  badScreenshots: (names: readonly string[]) =>
    `No name of a picture: ${names.join(", ")}. Write the name of a png, jpg, webp or gif file without its folder.`,
  recipeAdded: (keys: readonly string[], left: readonly string[]) =>
    [
      keys.length > 0 ? `Filled in: ${keys.join(", ")}.` : "Nothing to add: all of it is there.",
      left.length > 0 ? `Left as it was: ${left.join(", ")}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  notLoaded: "A part of the builder did not load. Check the network and try again.",
};
