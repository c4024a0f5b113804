/** Texts that the scripts of every page load. A file of their own, because a page loads the file in which a text of its scripts is. */
export const site = {
  home: "Workspaces",
  search: "Search workspaces",
  copied: "Copied",
  copyFailed: "Select the text and copy it",
};

/** Texts of the frame of every page that no script needs. */
export const frame = {
  skip: "Skip to the content",
  navigation: "Main",
  flags: "Security guide",
  verify: "Verify",
  builtFrom: (commit: string) => `Built from commit ${commit} · Verify`,
  create: "Add a workspace",
  source: "Source",
  contact: "Contact",
  external: "(leads to another site)",
  breadcrumb: "You are here",
  copy: "Copy",
  updated: "Updated",
  /** On a page whose long texts are not translated; never shown in English. */
  inEnglish: "The longer texts of this page are in English.",
  footer: "No cookies, no tracking, no third-party requests.",
};
