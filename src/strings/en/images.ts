import { count } from "./count.ts";

/** Texts about images: of `npm run images`, what it reports, and what pages say of that. Apart from site.ts, which every page loads. */

const images = (number: number): string => count(number, "image", "images");

/** Why a container registry gave no facts. */
export const imageFaults = {
  /** What went wrong on the way, by the codes of doctor, and anything else. */
  way: {
    "timed-out": (host: string) => `${host} gives no answer in time`,
    "name-unknown": (host: string) => `no server has the name ${host}`,
    "private-address": (host: string) =>
      `${host} is in a private network or on this machine; --allow-private asks it all the same`,
    "too-large": (host: string) => `${host} answers with more than a manifest may hold`,
    "connection-broken": (host: string) => `${host} breaks off its answer`,
  },
  otherWay: (host: string, code: string) => `${host} cannot be reached (${code})`,
  enough: (host: string) => `${host} has been asked enough for one run; the next one goes on`,
  fewer: (host: string) => `${host} wants fewer requests; the next run goes on`,
  missing: (host: string) => `${host} does not have it`,
  private: (host: string) => `${host} wants a login for it, or does not have it`,
  status: (host: string, status: number) => `${host} answers with status ${status}`,
  otherDigest: (promised: string, found: string) =>
    `the answer has the digest ${found} instead of ${promised}`,
  noTokens: (host: string) => `${host} wants a token, and names no address that gives one`,
  noToken: (host: string) => `${host} gives no token`,
  notJson: "the answer is no JSON object",
  oddLayers: "its layers have impossible sizes, or are too many",
  noConfig: "it is no image that Docker can run",
};

/** Values of the facet of images. */
export const imageStates = { missing: "Missing", old: "Older than a year" };

/** What `npm run images` found out. */
export const imageFacts = {
  missing: (day: string) => `Not in its registry since ${day}`,
  private: (day: string) => `Could not be looked at without a login, since ${day}`,
  unreachable: (day: string) => `Its registry has not answered since ${day}`,
  size: (size: string) => `${size} unpacked`,
  about: (size: string) => `about ${size}`,
  built: (day: string) => `Last built ${day}`,
  root: "Runs as root, and run_config names no other user",
  source: "Source of the image",
  copyPinned: "Copy the image with its digest",
};

const texts = {
  summary:
    "Asks container registries about the images of the workspaces and keeps the answers in images.lock.json:\n" +
    "which processors they are for, how large they are, when they were built. What is known since today is not asked again.\n" +
    "Exit status: 0 done; 1 with --check, where an image is missing or lacks an architecture.",
  init: "begin to keep facts about images; without the file, nothing is asked",
  check: "write nothing, and fail where an image is missing or lacks an architecture",
  allowPrivate: "ask registries in private networks and on this machine too",
  format: "text (default), json, or github for workflow annotations",
  noFolder: (name: string) => `No workspace folder is named ${name}.`,
  off: (file: string) => `There is no ${file}, so nothing is asked. To begin: npm run images -- --init`,
  broken: (file: string) =>
    `${file} cannot be read. Restore it from git, or delete it and run: npm run images -- --init`,
  found: {
    new: "new",
    rebuilt: "built again",
    same: "unchanged",
    missing: "missing",
    private: "private",
    unreachable: "unreachable",
    later: "later",
  },
  megabytes: (number: number) => `${number.toLocaleString("en")} MB`,
  about: (size: string) => `about ${size}`,
  facts: (architectures: string, size: string, built: string) =>
    [architectures, size, built && `built on ${built}`].filter(Boolean).join(", "),
  lacks: (image: string, architecture: string, has: string) =>
    `${image} is not there for ${architecture}, only for ${has || "other processors"}. Take ${architecture} out of architecture, or name an image that has it.`,
  missing: (image: string) => `${image} is not in its registry. Correct its name or tag, or publish it.`,
  removed: (number: number) =>
    `${images(number)} that no workspace names ${number === 1 ? "is" : "are"} no longer in the file.`,
  unread: "A workspace.json cannot be read, so all that is known stays in the file. npm run check says more.",
  total: (all: number, asked: number, heads: number, gets: number) =>
    `${images(all)}, ${asked} asked about, with ${count(heads, "HEAD request", "HEAD requests")} and ${count(gets, "GET request", "GET requests")}.`,
};
export { texts as images };
