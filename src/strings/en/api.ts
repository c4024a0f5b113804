/** Texts of the page about files for programs, of openapi.json, and of badges. */
export const api = {
  title: "API",
  description: "The files of this registry that programs read, with examples, and badges for a README.",
  intro:
    "Everything that this registry publishes is a file: programs read it without a key, an account or a limit of its own.",
  promise:
    "Files and keys are only added. None is renamed or removed, and none changes its meaning, so a program should pass over keys it does not know. The lists for Kasm alone keep to Kasm’s own schemas.",
  addresses: {
    index: "The registry, and a line for each workspace: addresses, fingerprints, flags, severity and dates.",
    openApi: "These files as an OpenAPI 3.1 document, with the schema of each.",
    versions: "The schema versions of the lists, one a line.",
    list11: "The list that Kasm 1.16 and later reads.",
    list10: "The list that Kasm 1.12 to 1.15 reads.",
    kasmVersions: "The Kasm versions that the 1.1 list serves.",
    workspace11:
      "A workspace as the 1.1 list has it, with its findings; where it is gone, when, or its new name.",
    workspace10: "The same as the 1.0 list has it.",
    changes: "The newest changes of all workspaces, 500 at most.",
    workspaceChanges: "The newest changes of one workspace.",
    feed: "The newest changes as an Atom feed.",
    securityFeed: "Changes that ask for more rights, as an Atom feed.",
    jsonFeed: "The newest changes as a JSON Feed.",
    withdrawn: "Workspaces that the registry has no more, and the new names of those that were renamed.",
    images: "Digests, sizes and ages of the images, as container registries tell them.",
    badge: "The Kasm versions of the registry, for a badge.",
    workspaceBadge: "The Kasm versions of a workspace, for a badge.",
    oembed: "The link to a workspace, for sites that show linked pages (oEmbed).",
    schemas: "The JSON Schemas of workspaces, lists and `registry.json`.",
    generator: "The program that made this site, and its version.",
    provenance:
      "The repository, commit and workflow that this site was built from. Published by the workflow, `provenance.sigstore.json` beside it is their signature.",
    checksums: "The SHA-256 of every file, as `sha256sum --check` reads it.",
  },
  /** In openapi.json. */
  found: "The file.",
  missing: "This registry has no such file.",
  slug: "The last part of the address of a workspace’s page.",
  files: "Files",
  filesNote:
    "Each address leads to the file; `{slug}` and `{name}` stand for a name, and lead to one of them.",
  examples: "Examples",
  examplesNote: "`curl` fetches a file, and `jq` picks from it.",
  wholeIndex: "The whole index",
  worst: "Each workspace with the severity of its worst finding",
  news: "The five newest changes",
  badges: "Badges",
  badgesNote:
    "Copy this Markdown into a README: it shows the Kasm versions. Shields.io draws the picture when somebody opens the README; this site loads nothing from there. A badge has a colour only where a finding of the security review stands out.",
  registryBadge: "For the registry",
  workspaceBadge: "For a workspace; others have their own name in the same two places",
  add: "Add this registry to Kasm",
  /** On badges. */
  kasm: "Kasm",
  noVersion: "no version",
};
