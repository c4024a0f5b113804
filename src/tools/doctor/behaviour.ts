import type { seenWords, whyWords } from "../../strings/doctor.ts";

/**
 * How sure a row is. "seen": reported in public with this very cause; "inferred": the message was reported in public, the
 * cause is our reading of it; "open": a guess, because Kasm cannot be run here. A correction is one edit in this file.
 */
export type Certainty = "seen" | "inferred" | "open";

interface Message {
  /** Exact text that the admin reads, or null where nothing is said. */
  text: string | null;
  /** Where it was reported. */
  source: string;
}

const template = "https://github.com/kasmtech/workspaces_registry_template/issues/";
const issues = "https://github.com/kasmtech/workspaces-issues/issues/";

/** The messages that a Kasm administrator gets when something about a registry is wrong. */
export const messages = {
  "valid-url": {
    text: "A valid url needs to be entered",
    source: `https://github.com/kasmtech/workspaces-images/issues/79 and ${issues}507 (Kasm 1.14.0)`,
  },
  "schema-list": {
    text: "This registry does not appear to have a valid schema list",
    source: `${template}2 (2023) and ${template}9 (2025)`,
  },
  "compatible-schema": {
    text: "This registry does not appear to have a compatible schema version available",
    source: `${template}7 (Kasm 1.16.1)`,
  },
  spinner: { text: null, source: `${issues}364 (Kasm 1.13.0)` },
  "blank-page": {
    text: null,
    source: `${template}11 (Kasm 1.16.1; fixed in 1.17.0 and in later builds of 1.16)`,
  },
  "nothing-listed": {
    text: null,
    source:
      "https://github.com/kasmtech/workspaces-images/issues/119 and https://github.com/doctorfree/kasm-registry/issues/2 (Kasm 1.17)",
  },
  listed: {
    text: null,
    source: "https://kasmweb.com/docs/latest/guide/workspace_registry.html",
  },
} as const satisfies Record<keyof typeof seenWords, Message>;

export type MessageId = keyof typeof messages;

/** Situations of a Kasm server on its way to the workspaces, in the order in which it meets them. */
export type Situation =
  | "address-unusable"
  | "host-unreachable"
  | "server-hangs"
  | "secure-connection-refused"
  | "versions-not-found"
  | "versions-not-text"
  | "versions-unreadable"
  | "schema-not-named"
  | "list-not-found"
  | "list-unreadable"
  | "list-empty"
  | "nothing-for-this-version"
  | "workspaces-found";

interface Row {
  situation: Situation;
  /** The releases for which the row holds; every release where left out. */
  releases?: readonly string[];
  message: MessageId;
  certainty: Certainty;
  /** Key of the reason in src/strings/en/doctor.ts, where it is not the situation. */
  why?: keyof typeof whyWords;
}

/** The behaviour table: for a situation and a Kasm release the first row that fits. */
export const behaviour: readonly Row[] = [
  {
    situation: "address-unusable",
    message: "valid-url",
    certainty: "inferred",
  },
  {
    situation: "host-unreachable",
    message: "valid-url",
    certainty: "inferred",
  },
  {
    situation: "secure-connection-refused",
    message: "valid-url",
    certainty: "open",
  },
  {
    situation: "server-hangs",
    message: "spinner",
    certainty: "inferred",
  },
  {
    situation: "versions-not-found",
    message: "schema-list",
    certainty: "seen",
  },
  {
    situation: "versions-not-text",
    message: "schema-list",
    certainty: "inferred",
  },
  {
    situation: "versions-unreadable",
    message: "schema-list",
    certainty: "open",
  },
  {
    situation: "schema-not-named",
    message: "compatible-schema",
    certainty: "seen",
  },
  {
    situation: "list-not-found",
    message: "schema-list",
    certainty: "open",
  },
  {
    situation: "list-unreadable",
    message: "schema-list",
    certainty: "inferred",
  },
  {
    situation: "list-empty",
    message: "schema-list",
    certainty: "inferred",
  },
  {
    situation: "nothing-for-this-version",
    releases: ["1.16.0", "1.16.1"],
    message: "blank-page",
    certainty: "seen",
    why: "nothing-for-first-1.16",
  },
  {
    situation: "nothing-for-this-version",
    message: "nothing-listed",
    certainty: "seen",
  },
  {
    situation: "workspaces-found",
    message: "listed",
    certainty: "seen",
  },
];

/** The row for a situation and a Kasm release ("1.18.1"). */
export function rowFor(situation: Situation, release: string): Row {
  const row = behaviour.find(
    (each) => each.situation === situation && (each.releases?.includes(release) ?? true),
  );
  if (!row) throw new Error(`The behaviour table has no row for ${situation}.`);
  return row;
}

/** Messages that come after the workspaces are listed, for a remark. */
export const laterMessages = [
  {
    text: "Error Adding Workspace",
    source: `${issues}660 (Kasm 1.16.1)`,
    certainty: "open",
    why: "install-fails",
  },
] as const;
