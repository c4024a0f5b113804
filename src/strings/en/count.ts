/** "1 workspace", "2 workspaces". A language with more forms than two needs a function of its own here. */
export const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
