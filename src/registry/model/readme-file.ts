/** Whether a file of a workspace's folder is its README.md, in whatever case. */
export function isReadme(name: string): boolean {
  return name.toLowerCase() === "readme.md";
}

/** The name of the README.md among these files, or the usual one where there is none. */
export function readmeName(files: readonly { name: string }[]): string {
  return files.find(({ name }) => isReadme(name))?.name ?? "README.md";
}
