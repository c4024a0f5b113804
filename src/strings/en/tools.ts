/**
 * Words of the tools behind the commands: what import found, what a repair or an edit did, what a change does to the lists, and the README
 * of a bundle. Values in double quotation marks and names of files and keys stay as they are.
 */

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;

/** Why a source cannot be imported, and what of it is not. */
export const importSource = {
  noSource: (folder: string) =>
    `${folder} is no folder and no git address. Give the folder of a registry made with the official template, or its address (https://github.com/owner/name).`,
  uncommitted:
    "The folder has changes that are not committed. Only commits are imported; commit the changes first if they should come along.",
  noWorkspaces: (folder: string) =>
    `${folder} holds no folder "workspaces". A registry made with the official template has one. Give the folder above it.`,
  severalRegistries: ({ folder, number, names }: { folder: string; number: number; names: string }) =>
    `${folder} holds ${number} registries (${names}…). Give one of them.`,
  noBranch: "The git repository has no branch. Commit the registry first.",
  onlyBranch: (branch: string) =>
    `The source has no branch named 1.0 or 1.1; the branch ${branch} is imported.`,
  noWorkspacesInBranches: (branches: readonly string[]) =>
    `${branches.length === 1 ? `The branch ${branches[0]} holds` : `The branches ${branches.join(" and ")} hold`} no folder "workspaces". A registry made with the official template has one.`,
  unreadableRepository: (cause: string) => `The git repository cannot be read (${cause}).`,
  link: (path: string) => `${path} is a link; it is not taken over.`,
  submodule: (path: string) => `${path} is another repository (submodule); it is not taken over.`,
  noRegularFile: (path: string) => `${path} is no regular file; it is not taken over.`,
  largeFile: ({ path, megabytes }: { path: string; megabytes: number }) =>
    `${path} is larger than ${megabytes} MB; it is not taken over.`,
  tooLarge: (megabytes: number) =>
    `The files of the source have more than ${megabytes} MB together. That is no registry of the official template.`,
  tooManyFiles: (limit: number) =>
    `The source has more than ${limit} files. That is no registry of the official template.`,
  empty: "The folder workspaces/ of the source is empty: nothing to import.",
  unsafeName: (quoted: string) => `${quoted} has a name that is not safe to write; it is not taken over.`,
  outsideFolders: (path: string) => `${path} lies outside a workspace folder; it is not taken over.`,
  occupied: ({ folder, found }: { folder: string; found: string }) =>
    `${folder} is not empty (${found}). Nothing is overwritten. Name another folder with --to, or move what is there away.`,
  pictureNotCopied: ({ from, to }: { from: string; to: string }) =>
    `The picture ${from} was not copied, because this is not the repository's own content folder. Copy it to public/ and set "icon": "${to}" in registry.json, or import with --public DIR.`,
  pictureRenamed: ({ taken, name }: { taken: string; name: string }) =>
    `public/${taken} is another picture already; the imported one is public/${name}.`,
};

/** How two branches become one content folder. */
export const importMerge = {
  sameWorkspace: ({ folder, branch, taken, takenBranch }: Record<MergedNames, string>) =>
    `${folder} of the branch ${branch} is the same workspace as ${taken} of the branch ${takenBranch}, which is taken.`,
  otherName: ({ folder, taken }: { folder: string; taken: string }) => `${folder} (here ${taken})`,
  olderVersions: ({ name, branch, versions, canMerge }: OlderVersions & { canMerge: boolean }) =>
    `${name}: the branch ${branch} also names Kasm ${versions}, which the other branch does not; those servers will not see it. ${canMerge ? "To keep them, import with --merge-versions, or add them to compatibility." : "Add them to compatibility if they should."}`,
  versionsAdded: ({ name, branch, versions, image }: OlderVersions & { image: string }) =>
    `${name}: Kasm ${versions} of the branch ${branch} added to compatibility with the image ${image}.`,
};

type MergedNames = "folder" | "branch" | "taken" | "takenBranch";
type OlderVersions = Record<"name" | "branch" | "versions", string>;

/** Which settings of site/next.config.js cannot be read, as half sentences. */
export const nextConfig = {
  notJavaScript: (message: string) => `the file cannot be read as JavaScript (${message})`,
  tooMuch: (message: string) =>
    `what follows in the file refers to other values too often, or nests them too deeply (${message})`,
  steps: ({ most, line }: { most: number; line: number }) => `more than ${most} steps, in line ${line}`,
  noObject: "the file exports no object that can be read without running it",
  spread: ({ prefix, line }: { prefix: string; line: number }) =>
    `${prefix}... (line ${line}) spreads in other settings`,
  value: ({ key, line, value }: { key: string; line: number; value: string }) =>
    `${key} (line ${line}) is ${value}`,
  noEnv: "env is missing",
  call: "computed by a function call",
  elsewhere: "read from elsewhere when the site is built",
  notText: (written: string) => `not a text (${written})`,
  variable: "a variable whose value is not in the file",
  computed: "computed when the site is built",
};

/** How the settings of the old registry were corrected, each in a sentence. */
export const importSettings = {
  noConfig:
    "The source has no site/next.config.js, so nothing is known about the registry itself; everything is derived. Write into registry.json what should be said.",
  unread: (half: string) => `${half}; it is not taken over. Write it into registry.json if it is needed.`,
  templateName: (name: string) =>
    `name was the template's own "${name}"; left out, it is derived from the repository.`,
  emptyName: "name was empty; left out, it is derived from the repository.",
  spacedName: ({ from, name }: { from: string; name: string }) =>
    `name was ${from} with spaces around it; now ${name}.`,
  templateDescription: "description was the template's own text; left out.",
  mended: ({ key, from, to, reasons }: Record<"key" | "from" | "to", string> & { reasons: string[] }) =>
    `${key} was ${from}; now ${to}${reasons.length > 0 ? ` (${reasons.join(", ")})` : ""}.`,
  reasons: {
    spaces: "without spaces",
    scheme: "with https:// in front",
    comma: "with a dot for the comma",
    schemaFolder: "without the schema's folder",
    slash: "with a slash at its end",
    query: "without what follows the path",
  },
};

/** Where the old site was. */
export const importAddress = {
  fromDomain: ({ isEmpty, domain }: { isEmpty: boolean; domain: string }) =>
    `listUrl was ${isEmpty ? "empty" : "the template's own"}; the address comes from the custom domain ${domain}.`,
  empty: "listUrl was empty; left out, the address is detected.",
  template: (address: string) =>
    `listUrl was the template's own "${address}"; left out, the address is detected.`,
  noAddress: (from: string) => `listUrl was ${from}, which is no address; left out, the address is detected.`,
  otherDomain: ({ host, domain }: { host: string; domain: string }) =>
    `listUrl said ${host}, but the custom domain of the site is ${domain}; the address is now https://${domain}/.`,
  basePath: ({ base, path }: { base: string; path: string }) =>
    `basePath was ${base} where listUrl says ${path}; basePath is not needed any more.`,
  publishedElsewhere: ({
    said,
    repository,
    published,
  }: Record<"said" | "repository" | "published", string>) =>
    `listUrl said ${said}, but ${repository} is published at ${published}; the address is detected.`,
};

/** The registry's icon. A reason is half a sentence about the address. */
export const importIcon = {
  leftOut: ({ from, reason }: { from: string; reason: string }) =>
    `icon was ${from}, ${reason}; left out, the registry's own icon in public/ is used.`,
  copied: ({ from, reason, to }: Record<"from" | "reason" | "to", string>) =>
    `icon was ${from}, ${reason}; the picture is copied to public/${to} and icon is now "${to}".`,
  rawAddress: ({ from, raw }: { from: string; raw: string }) =>
    `icon was ${from}, a page of GitHub about the picture; now the picture itself, ${raw}.`,
  reasons: {
    empty: "which is empty",
    template: "the template's own, which Kasm cannot load because it is relative",
    noWebAddress: "which is no web address",
    relative: "which is relative",
    relativeAndMissing: "which is relative, and no such picture is in site/public/",
    noPicture: "which is no picture that a browser shows",
    noAddress: "which is no address",
    githubPage: "a page of GitHub about the picture",
    oldSite: "a file of the old site",
    templateLogo: "the template's own logo",
    missingOnOldSite: "a file of the old site that is not in site/public/ (it goes away with the old site)",
  },
};

/** Where visitors ask for help. */
export const importContact = {
  template: (address: string) =>
    `contactUrl was the template's own "${address}", Kasm's support; left out, it is the issues page of the repository.`,
  mail: ({ from, to }: { from: string; to: string }) => `contactUrl was ${from}; now ${to}.`,
  noAddress: (from: string) =>
    `contactUrl was ${from}, which is no address; left out, it is the issues page of the repository.`,
  pagesIssues: ({ from, to }: { from: string; to: string }) =>
    `contactUrl was ${from}, a page that GitHub Pages does not have; now ${to}.`,
  oldPage: (from: string) =>
    `contactUrl was ${from}, a page inside the old site; left out, it is the issues page of the repository.`,
};

/** The report of `npm run import`. */
export const importReport = {
  imported: ({ workspaces, files, from, to }: Record<"workspaces" | "files", number> & Ends) =>
    `Imported ${count(workspaces, "workspace")} (${count(files, "file")}, byte for byte) from ${from} into ${to}`,
  branches: ({ first, firstCount, second, secondFolders, secondCount }: Branches) =>
    `${count(firstCount, "workspace")} of the branch ${first}, ${secondCount} that only the branch ${second} has${secondFolders === "" ? "" : `: ${secondFolders}`}`,
  nothingSet: "nothing is set; everything is derived",
  corrected: "Corrected:",
  notes: "To know:",
  redirects: (pages: number) =>
    `${count(pages, "page")} of the old site will redirect to the new ones (old-addresses.json).`,
};

type Ends = Record<"from" | "to", string>;
type Branches = Record<"first" | "second" | "secondFolders", string> &
  Record<"firstCount" | "secondCount", number>;

type MirrorSizes = Record<"known" | "compressed" | "unpacked", number> & { isEstimated: boolean };
const size = (bytes: number): string =>
  bytes < 1e9 ? `${Math.ceil(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
const mirrorSizes = ({ known, compressed, unpacked, isEstimated }: MirrorSizes, images: number): string =>
  `The images ${known === images ? "" : `that images.lock.json knows (${known} of ${images}) `}take ${size(compressed)} to transfer for amd64 and arm64, and ${isEstimated ? "about " : ""}${size(unpacked)} on an agent that has all of them; layers that images share are counted with each.`;

/** The archive that `npm run bundle` makes. */
export const bundleText = {
  mirrorSizes,
  noSite: (folder: string) =>
    `${folder} holds no built site (versions.txt and a list.json are missing). Build it first: npm run build`,
  noName: "a workspace",
  noImage: ({ text, workspace, cause }: Record<"text" | "workspace" | "cause", string>) =>
    `${text} of ${workspace}: ${cause}`,
  readme: ({
    name,
    address,
    images,
    imageHost,
    sizes,
  }: {
    name: string;
    address: string;
    images: number;
    imageHost: string;
    sizes?: MirrorSizes | undefined;
  }) => `${name}: a Kasm workspace registry, to carry into a network without internet

1. Check that everything arrived:         sha256sum --check SHA256SUMS
2. Serve site/ with any web server, at the address it was built for: ${address}
   nginx/root.conf and nginx/sub-path.conf are tested configurations.
3. Mirror the images of images.txt (${images} of them) into a registry of your own with skopeo:
     outside:  ./mirror-images.sh /media/usb/images
     inside:   ./mirror-images.sh --from /media/usb/images docker://${imageHost || "registry.intranet.example"}
   ${
     imageHost
       ? `The lists name the images at ${imageHost}.`
       : "The lists name the images where they were published. npm run bundle -- --image-host HOST names them in your registry instead."
   }${
     sizes
       ? `
   ${mirrorSizes(sizes, images)}
   An image with a digest is copied by it, so you get what was looked at, even where its tag has moved since.`
       : ""
   }
4. In Kasm: Admin > Workspaces > Registry > Add New, and paste ${address}
   The certificate of that address must be one that the Kasm server trusts.
`,
};

/** A change's effects on the published lists, in Markdown. */
export const listDiff = {
  title: "Changes to the lists",
  abridged: ({ keys, file }: Record<"keys" | "file", string>) =>
    `Too long to be shown whole: ${keys}. Read ${file} before merging.`,
  alike: (characters: number) => `${characters} characters as before`,
  sameCount: (workspaces: number) => `${workspaces} workspaces, as before`,
  counts: ({ before, after }: { before: number; after: number }) => `${before} → ${after} workspaces`,
  nothing: "Nothing changes in the lists.",
  review: "To look at before merging",
  columns: ["Workspace", "New flags", "Severity"],
  none: "none",
  registry: "The registry itself",
  added: (workspaces: number) => `New (${workspaces})`,
  changed: (workspaces: number) => `Changed (${workspaces})`,
  removed: (workspaces: number) => `Gone (${workspaces})`,
  moved: (workspaces: number) => `Moved or renamed (${workspaces})`,
  /** Examples of the template that the lists do not have; `names` are quoted. */
  aside: (names: readonly string[]) =>
    `Left out, because these are unedited examples and the registry has workspaces of its own: ${names.join(", ")}. To publish one, change anything in its folder.`,
  newFindings: (findings: number) => `New security findings (${findings})`,
  findingTitle: ({ severity, title }: Record<"severity" | "title", string>) =>
    `New finding (${severity}): ${title}`,
  notAnnotated: (findings: number) =>
    `GitHub shows ten annotations of a kind; ${findings} of these findings are only listed here.`,
  refused: ({ failOn, settings }: Record<"failOn" | "settings", string>) =>
    `${settings} has "fail_on": "${failOn}". Remove the setting; or an owner raises or removes "fail_on" on the branch, or merges regardless.`,
  gated: ({ findings, failOn, settings }: { findings: number; failOn: string; settings: string }) =>
    `This pull request brings ${findings} new ${findings === 1 ? "finding" : "findings"} of severity ${failOn} or worse, and ${settings} on the branch has "fail_on": "${failOn}". Remove the ${findings === 1 ? "setting" : "settings"}; or an owner of the repository raises or removes "fail_on" on the branch, or merges regardless.`,
  loweredGate:
    'After this pull request, "fail_on" refuses less than before, or nothing: later ones can bring what this branch refuses now. Merge it only if that is meant.',
  brokenGate:
    'On the branch that this pull request goes into, registry.json has an error, so "fail_on" is not applied. Correct it there.',
  filesOnly: "only files beside workspace.json changed (icon, README).",
  unflagged: (flags: string) => `No longer flagged: ${flags}`,
  cut: "… and more than fits in here. Run `npm run check` in a checkout to see everything.",
};

/** Repairs of `npm run fix`, each as a line of its report. */
export const repairs = {
  utf16: "written as UTF-8 instead of UTF-16",
  byteOrderMark: "byte-order mark deleted",
  comment: (line: number) => `comment in line ${line} deleted`,
  comma: ({ before, line }: { before: string; line: number }) =>
    `comma before ${before} deleted, line ${line}`,
  value: ({ key, from, to }: Record<"key" | "from" | "to", string>) => `${key}: ${from} became ${to}`,
  added: ({ key, value }: Record<"key" | "value", string>) => `${key}: ${value}, as the image takes`,
  duplicate: ({ key, from, present }: Record<"key" | "from" | "present", string>) =>
    `${key}: ${from} deleted, ${present} is there`,
  listOfOne: "a list of one",
  key: ({ from, to }: { from: string; to: string }) => `key ${from} became ${to}`,
  iconCase: ({ from, to }: { from: string; to: string }) =>
    `image_src: ${from} became ${to}, as the file is named`,
  iconRenamed: ({ from, format, to }: Record<"from" | "format" | "to", string>) =>
    `${from} is ${format}: renamed to ${to}, and image_src with it`,
};

/** Results of an edit, or why it cannot be made; each is half a sentence about the workspace. */
export const edits = {
  hasVersion: (version: string) => `has ${version} already`,
  lacksVersion: (version: string) => `does not have ${version}`,
  oneImage: "is in schema 1.0, where all versions share one image; --convert 1.1 gives each its own",
  added: (version: string) => `got ${version}`,
  addedWithImage: ({ version, from }: { version: string; from: string }) =>
    `got ${version}, with the image of ${from}`,
  entryWithoutVersion: "has an entry without a version in compatibility",
  noTag: "has an image whose tag cannot be told",
  usesSchema: (schema: string) => `is in schema ${schema} already`,
  noName: 'has no "name", the image that each version would get',
  noSize: 'has an "uncompressed_size_mb" that is no number; correct it first',
  moved: (schema: string) => `moved to schema ${schema}`,
  movedWithout: ({ schema, losses }: { schema: string; losses: string }) =>
    `moved to schema ${schema}, without ${losses}`,
  keyBeside: (key: string) => `has "${key}" beside the entries of compatibility; delete it first`,
  noWholeEntry: "has no entry with a version and an image in compatibility",
  wouldLose: (losses: string) => `would lose what schema 1.0 cannot say: ${losses}. --force drops it`,
  lostImage: ({ version, image }: { version: string; image: string }) => `${version} with the image ${image}`,
  lostSize: ({ version, size }: { version: string; size: string }) =>
    `the size of ${version}${size === "" ? "" : `, ${size} MB`}`,
  lostKey: ({ key, version }: { key: string; version: string }) => `${key} of ${version}`,
  notUtf8: "is not plain UTF-8; npm run fix may mend it",
  notJson: "cannot be read as JSON; npm run check says why",
  noVersions: "has no compatibility list with a version in it",
  mixedVersions: "mixes strings and objects in compatibility",
};
