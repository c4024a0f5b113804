import { count } from "./count.ts";

/** Texts about changes of workspaces: on their pages, on the page of changes, in the feeds and in the summary of a pull request. */

const workspaces = (number: number): string => count(number, "workspace", "workspaces");

export const history = {
  /** Titles of changes. `what` is one of `items`. */
  added: (name: string) => `${name} added`,
  withdrawn: (name: string) => `${name} withdrawn`,
  renamed: (name: string, before: string) => `${before} renamed to ${name}`,
  manyRenamed: (workspaces: string) => `${workspaces} renamed`,
  /** The folder and with it the address; the name stays. */
  moved: (name: string, slug: string, before: string) => `${name} moved from ${before} to ${slug}`,
  changed: (name: string, what: string, more: number) =>
    `${name}: ${what}${more > 0 ? `, and ${more} more` : ""}`,
  workspaces,
  /** The names of the first of many, and how many more there are. */
  andMore: (names: string, more: number) => `${names} and ${more} more`,
  items: {
    unreadable: "workspace.json cannot be read",
    gained: (title: string) => `now “${title}”`,
    lost: (title: string) => `no longer “${title}”`,
    flagged: (property: string) => `Kasm now flags ${property}`,
    unflagged: (property: string) => `Kasm no longer flags ${property}`,
    image: (versions: string) => `another image for Kasm ${versions}`,
    rebuilt: "image built again under the same name",
    versions: {
      gained: (versions: string) => `now for Kasm ${versions} too`,
      lost: (versions: string) => `no longer for Kasm ${versions}`,
      both: (gained: string, lost: string) => `now for Kasm ${gained}, no longer for ${lost}`,
    },
    architectures: {
      gained: (names: string) => `now for ${names} too`,
      lost: (names: string) => `no longer for ${names}`,
      both: (gained: string, lost: string) => `now for ${gained}, no longer for ${lost}`,
    },
    size: "another size on disk",
    set: (path: string) => `${path} set`,
    removed: (path: string) => `${path} removed`,
    setting: (path: string) => `${path} changed`,
    texts: {
      friendly_name: "another name",
      description: "another description",
      notes: "other notes",
      categories: "other categories",
    },
    icon: "another icon",
    readme: "another text on its page",
    deprecated: "deprecated",
    undeprecated: "no longer deprecated",
    more: (number: string) => `${number} more differences`,
  },
  notStated: "not given",
  kinds: {
    security: "Security",
    added: "Added",
    changed: "Changed",
    deprecated: "Deprecated",
    renamed: "Renamed",
    withdrawn: "Withdrawn",
    unreadable: "Unreadable",
  },
  feedTitle: (name: string) => `${name}: changes`,
  securityFeedTitle: (name: string) => `${name}: changes of rights`,
  title: "Changes",
  intro: "Changes of this registry, and their effect on the rights of workspaces.",
  feeds: { atom: "Atom feed", json: "JSON feed", security: "Security feed", api: "API" },
  showMore: (number: number) => `Show ${number} more`,
  allAsJson: (number: number) => `All ${number} as JSON`,
  all: "All",
  show: "Show",
  none: "No change yet.",
  noHistory: "The history of this registry is not known here.",
  cut: (number: number) => `The newest ${number}. Older ones are with each workspace.`,
  since: (number: number, date: string) => `${count(number, "change", "changes")} since ${date}`,
  showAll: "Show all",
};
