/** The comparison of workspaces. */
import { count } from "./count.ts";

export const compare = {
  title: "Compare workspaces",
  titleOf: (names: readonly string[]) => `Compare ${names.join(", ")}`,
  description:
    "Two or three workspaces side by side: what they may do, their versions and images, and the difference of their JSON.",
  noScript: "The comparison is made by JavaScript. Without it, open two workspaces beside each other:",
  none: "Choose two or three workspaces. The address of a comparison can be shared.",
  one: (name: string) => `${name} is chosen. Choose another workspace to compare.`,
  unknown: (slug: string) => `No workspace here has the address “${slug}”.`,
  searchFor: "Search for it",
  twice: (name: string) => `${name} was named twice, so it shows once.`,
  failed: (slug: string) => `“${slug}” did not load.`,
  listFailed: "The list of workspaces did not load.",
  retry: "Try again",
  choose: "Choose a workspace",
  third: "Add a third workspace",
  noMatch: "No workspace matches.",
  more: (number: number) => `${number} more. Type to find one of them.`,
  remove: (name: string) => `Remove ${name}`,
  removeShort: "Remove",
  rows: "Property",
  equalRows: (number: number) => `Equal: ${count(number, "row", "rows")}`,
  equalLines: (number: number) => `Equal: ${count(number, "line", "lines")}`,
  about: "Description",
  worst: "Worst finding",
  findings: "Findings",
  flags: "Flags in Kasm",
  noFlag: "None",
  difference: "Difference of workspace.json",
  differenceText:
    "Keys in alphabetical order, without sha and flags. − is in the first alone, + in the second.",
  pair: (first: string, second: string) => `${first} → ${second}`,
  same: "No difference.",
};
