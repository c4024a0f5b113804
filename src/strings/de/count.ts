/** "1 Workspace", "2 Workspaces". */
export const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString("de")} ${number === 1 ? one : many}`;

/** "a, b und c", or another word in place of "und". */
export const listed = (names: readonly string[], type: Intl.ListFormatType = "conjunction"): string =>
  new Intl.ListFormat("de", { type }).format(names);
