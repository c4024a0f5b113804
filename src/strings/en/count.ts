/** "1 workspace", "2 workspaces". Each language has a function of its own, for as many forms as it needs. */
export const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
