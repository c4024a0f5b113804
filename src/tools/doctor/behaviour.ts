import { compareVersions } from "../../registry/model/kasm-versions.ts";

/**
 * How sure a row is. "seen": reported in public with this very cause; "inferred": the message was reported in public, the
 * cause is our reading of it; "open": a guess, because Kasm cannot be run here. A correction is one edit in this file.
 */
export type Certainty = "seen" | "inferred" | "open";

interface Message {
  /** What the admin reads, word for word, or null where nothing is said. */
  text: string | null;
  /** What the admin sees besides. */
  seen: string;
  /** Where it was reported. */
  source: string;
}

const template = "https://github.com/kasmtech/workspaces_registry_template/issues/";
const issues = "https://github.com/kasmtech/workspaces-issues/issues/";

/** The messages that a Kasm administrator gets when something about a registry is wrong. */
export const messages = {
  "valid-url": {
    text: "A valid url needs to be entered",
    seen: 'a red notice after Add Registry; after "install the official registry" another before it: "There was a problem"',
    source: `https://github.com/kasmtech/workspaces-images/issues/79 and ${issues}507 (Kasm 1.14.0)`,
  },
  "schema-list": {
    text: "This registry does not appear to have a valid schema list",
    seen: "a red notice titled Registry Error",
    source: `${template}2 (2023) and ${template}9 (2025)`,
  },
  "compatible-schema": {
    text: "This registry does not appear to have a compatible schema version available",
    seen: "a red notice titled Registry Error",
    source: `${template}7 (Kasm 1.16.1)`,
  },
  spinner: { text: null, seen: "a spinner that does not end", source: `${issues}364 (Kasm 1.13.0)` },
  "blank-page": {
    text: null,
    seen: "the whole Registry page stays empty, also for other registries, until the registry is deleted from the database",
    source: `${template}11 (Kasm 1.16.1; fixed in 1.17.0 and in later builds of 1.16)`,
  },
  "nothing-listed": {
    text: null,
    seen: "the registry is added, but shows no workspace",
    source: "https://github.com/kasmtech/workspaces-images/issues/119",
  },
  listed: {
    text: null,
    seen: "the workspaces, ready to install",
    source: "https://kasmweb.com/docs/latest/guide/workspace_registry.html",
  },
} as const satisfies Record<string, Message>;

export type MessageId = keyof typeof messages;

/** What a Kasm server meets on its way to the workspaces, in the order in which it meets it. */
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
  /** First and last Kasm version for which the row holds; every version where left out. */
  from?: string;
  to?: string;
  message: MessageId;
  certainty: Certainty;
  /** Why the server ends there, and where that is known from. */
  why: string;
}

/** The behaviour table: for a situation and a Kasm version the first row that fits. */
export const behaviour: readonly Row[] = [
  {
    situation: "address-unusable",
    message: "valid-url",
    certainty: "inferred",
    why: "what was typed is no address that can be asked",
  },
  {
    situation: "host-unreachable",
    message: "valid-url",
    certainty: "inferred",
    why: "the server got no answer; the same is reported where a firewall or a missing proxy setting keeps Kasm from the network",
  },
  {
    situation: "secure-connection-refused",
    message: "valid-url",
    certainty: "open",
    why: "the server does not accept the certificate, so it gets no answer",
  },
  {
    situation: "server-hangs",
    message: "spinner",
    certainty: "inferred",
    why: "the server waits for an answer that does not come",
  },
  {
    situation: "versions-not-found",
    message: "schema-list",
    certainty: "seen",
    why: "there is no versions.txt at the address plus /versions.txt",
  },
  {
    situation: "versions-not-text",
    message: "schema-list",
    certainty: "inferred",
    why: "what came as versions.txt holds no schema version",
  },
  {
    situation: "versions-unreadable",
    message: "schema-list",
    certainty: "open",
    why: "versions.txt cannot be read as lines of text",
  },
  {
    situation: "schema-not-named",
    message: "compatible-schema",
    certainty: "seen",
    why: "versions.txt does not name the schema that this version reads",
  },
  {
    situation: "list-not-found",
    message: "schema-list",
    certainty: "open",
    why: "versions.txt names the schema, but its list.json is not there",
  },
  {
    situation: "list-unreadable",
    message: "schema-list",
    certainty: "inferred",
    why: "list.json cannot be read as a list",
  },
  {
    situation: "list-empty",
    message: "schema-list",
    certainty: "inferred",
    why: "the list holds no workspace; at least one is needed",
  },
  {
    situation: "nothing-for-this-version",
    from: "1.16.x",
    to: "1.16.x",
    message: "blank-page",
    certainty: "seen",
    why: "no workspace names this version, which the first builds of 1.16 cannot bear",
  },
  {
    situation: "nothing-for-this-version",
    message: "nothing-listed",
    certainty: "inferred",
    why: "no workspace names this version",
  },
  {
    situation: "workspaces-found",
    message: "listed",
    certainty: "seen",
    why: "all that this version looks for is there",
  },
];

/** The row for a situation and a Kasm version ("1.18.x"). */
export function rowFor(situation: Situation, version: string): Row {
  const row = behaviour.find(
    (each) =>
      each.situation === situation &&
      (each.from === undefined || compareVersions(version, each.from) >= 0) &&
      (each.to === undefined || compareVersions(version, each.to) <= 0),
  );
  if (!row) throw new Error(`The behaviour table has no row for ${situation}.`);
  return row;
}

/** What follows once workspaces are listed; printed as a remark, because no message is shown for it. */
export const laterMessages = [
  {
    text: "Error Adding Workspace",
    when: "at Install",
    source: `${issues}660 (Kasm 1.16.1)`,
    certainty: "open",
    why: "the image cannot be pulled, or a value in the workspace is refused",
  },
] as const;
