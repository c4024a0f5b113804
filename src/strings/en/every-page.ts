/** Texts of the frame of every page. A file of their own, because every page loads the file in which a text of its scripts is. */
export const site = {
  skip: "Skip to the content",
  navigation: "Main",
  home: "Workspaces",
  flags: "Security guide",
  create: "Add a workspace",
  source: "Source",
  contact: "Contact",
  external: "(leads to another site)",
  search: "Search workspaces",
  breadcrumb: "You are here",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Select the text and copy it",
  updated: "Updated",
};
