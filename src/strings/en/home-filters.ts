import { count } from "./count.ts";

/** The parts of the home page that judge workspaces and suit them to a server. Apart from site.ts, so that no other page loads them. */

/** The strip above the cards; its parts together are all workspaces. */
export const strip = {
  label: "Workspaces by what they ask for",
  parts: {
    much: (number: number) => count(number, "asks for much more", "ask for much more"),
    more: (number: number) => count(number, "asks for more", "ask for more"),
    // The one rule that is common among public workspaces.
    usual: (number: number) =>
      `${count(number, "only switches", "only switch")} off the seccomp filter (usual)`,
    minor: (number: number) => count(number, "has low findings only", "have low findings only"),
    none: (number: number) => count(number, "has no extra access", "have no extra access"),
  },
  /** In place of the usual part while that setting is accepted. */
  accepted: (number: number) =>
    count(number, "asks only for what you accept", "ask only for what you accept"),
  /** The same as filters. */
  names: {
    much: "Much more access",
    more: "More access",
    usual: "No seccomp filter",
    minor: "Low findings",
    none: "No extra access",
  },
  accept: (finding: string) => `I accept “${finding}” here`,
  /** Where the link that was opened accepts what this browser does not. */
  linked: "policy came with the link",
};

export const myKasm = {
  label: "My Kasm",
  any: "Any",
  /** On a card. */
  unlisted: (version: string) => `Not listed by Kasm ${version}`,
  unlistedSome: (number: number, shown: number, version: string) =>
    `${number} of ${shown} ${number === 1 ? "is" : "are"} not listed by Kasm ${version}`,
  showListed: "Show the others only",
  unlistedAll: (number: number, version: string, versions: string) =>
    `Kasm ${version} does not list ${number === 1 ? "this workspace" : `any of these ${number} workspaces`}, made for Kasm ${versions}.`,
};

export const sheet = {
  title: "Filters",
  close: "Close",
  show: (number: number) =>
    number === 0 ? "No workspace matches" : `Show ${count(number, "workspace", "workspaces")}`,
};
