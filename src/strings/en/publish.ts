/** Words of building, previewing and serving the site: help texts, progress, results, and why it cannot be done. */

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;

/** `npm run build`. */
export const build = {
  summary:
    "Checks the workspaces, then builds the whole site. On any error nothing is written, and the out folder stays as it was.",
  out: "the folder that the site takes (default: dist)",
  site: "the address that the site will have",
  format: "how problems are shown: text (default), or github for workflow annotations",
  skipInvalid: "leave workspaces with errors out instead of stopping",
  timings: "say how long each stage took",
  cache: (folder: string) => `the folder with the icons of earlier builds (default: ${folder})`,
  noCache: "draw every icon again",
  /** Stages, as progress and --timings name them. */
  stages: {
    check: "read and check",
    icons: "icons",
    pages: "pages",
    search: "search",
    checksums: "checksums",
  },
  progress: ({ stage, done, total }: { stage: string; done: number; total: number }) =>
    `${stage}: ${done} of ${total}`,
  incompleteHistory:
    "The history of this checkout is incomplete, so the dates of the workspaces are those of its oldest commit, and no changes are published. For the real ones: git fetch --unshallow; in a workflow, fetch-depth: 0 for actions/checkout",
  unreadHistory: (cause: string) =>
    `The git history of the workspaces cannot be read (${cause}), so no changes are published, and dates may be those of files. To see what is wrong, run git log --oneline -- . in the folder of the workspaces. A commit of very many or large files can be taken out with git rebase, or passed over by building from git clone --depth 1`,
  built: ({ workspaces, files, out, address, isLocal }: Built) =>
    `${count(workspaces, "workspace")} and ${count(files, "file")} in ${out}, for ${address}${isLocal ? " (this machine alone; --site URL names another address)" : ""}`,
  leftOut: (names: readonly string[]) => `Left out because of errors: ${names.join(", ")}`,
  noneLeft: "Without the invalid workspaces none is left.",
  nothingWritten: "Nothing was written.",
  outUnchanged: (out: string) => `Nothing was written; ${out} is as it was.`,
  siteUnchanged: "The site there is unchanged.",
  restored: (out: string) =>
    `An earlier build was stopped while it exchanged the sites; ${out} is the site of before again.`,
  failed: ({ cause, places, outcome }: Record<"cause" | "places" | "outcome", string>) =>
    `${cause}: ${places}, where the site is built. ${outcome}`,
  beside: (out: string) => `beside ${out}`,
  besideOrIn: ({ out, cache }: { out: string; cache: string }) => `beside ${out} or in ${cache}`,
  /** A disk's errors, by code. */
  diskErrors: {
    ENOSPC: "the disk is full",
    EDQUOT: "your share of the disk is full",
    EROFS: "the disk is read-only",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EBUSY: "something uses the folder, or it is the root of a volume, and it cannot be replaced",
  },
};

type Built = { workspaces: number; files: number; out: string; address: string; isLocal: boolean };

/** `npm run dev` and `npm run preview`. */
export const serving = {
  devSummary: "Serves the store-front and reloads it when a workspace changes. Search needs a build.",
  previewSummary: "Serves the built site as a web host would, under the path that it was built for.",
  out: "the folder of the built site (default: dist)",
  port: "the port to listen on (default: 4321)",
  freePort: "the port to listen on (default: 4321; 0 takes a free one)",
  host: "listen on the network as well, not only on this machine",
  noPort: (typed: string) => `--port ${typed} is no port. Write a number from 0 to 65535.`,
  portTaken: (port: number) => `Port ${port} is taken. Choose another with --port.`,
  noSite: (out: string) =>
    `${out} holds no built site. Run npm run build first, or name another folder with --out.`,
};

/** Why a folder cannot take a site, or nothing can be built. */
export const refusals = {
  root: (out: string) =>
    `${out} is the root of the disk. Name a folder for the site, for instance --out dist.`,
  home: (out: string) =>
    `${out} is or holds your home folder. A build replaces the whole folder. Name another with --out.`,
  temporary: (out: string) =>
    `${out} is the system's folder for temporary files. A build replaces the whole folder. Name one inside it.`,
  holdsInput: ({ out, input }: { out: string; input: string }) =>
    `${out} is or holds ${input}, which the site is built from. A build replaces the whole folder. Name another with --out.`,
  insideInput: ({ out, input }: { out: string; input: string }) =>
    `${out} is inside ${input}, which the site is built from. Name a folder outside it with --out.`,
  deadLink: (out: string) => `${out} is a link that leads nowhere. Name a folder with --out.`,
  noFolder: (out: string) => `${out} is no folder. Name a folder with --out.`,
  volume: ({ out, inside }: { out: string; inside: string }) =>
    `${out} is the root of a disk or a volume, which cannot be replaced. Name a folder inside it, for instance --out ${inside}`,
  notOurs: ({ out, mark }: { out: string; mark: string }) =>
    `${out} is not empty and was not made by a build (it holds no ${mark} of ours). A build replaces the whole folder. Empty it, or name another with --out.`,
  anotherBuild: ({ out, process, folder }: { out: string; process: string; folder: string }) =>
    `another build is at work on ${out} (process ${process}). Wait for its end. If none is running, remove ${folder}`,
  unknownProcess: "unknown",
  unknownAddress:
    "The address of the site is not known, and CI is set: the lists would lead every server to localhost. Name the address with --site, the variable SITE_URL, or url in registry.json.",
  projectPath: ({ path, character }: { path: string; character: string }) =>
    `The path of this project, ${path}, holds the character ${character}, and Vite cannot work in such a folder. Move the project to another one.`,
  publicPath: (path: string) =>
    `public/ holds ${path}, which the registry itself publishes. Rename the one in public/.`,
  changedFile: ({ file, cause }: { file: string; cause: string }) => `${file} cannot be published: ${cause}`,
  damagedList: (list: string) => `${list} is damaged. Build the site again: npm run build`,
  changedList: (list: string) => `${list} was not written as it was validated.`,
  noSearchIndex: (cause: string) => `The search index could not be made: ${cause}`,
};
