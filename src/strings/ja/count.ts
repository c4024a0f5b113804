/** "1,234件", with what is counted in place of "件". */
export const count = (number: number, what = "件"): string => `${number.toLocaleString("ja")}${what}`;
