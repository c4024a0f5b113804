const rules = new Intl.PluralRules("fr");

/** « 0 constat », « 1 constat », « 2 constats ». */
export const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString("fr")} ${rules.select(number) === "one" ? one : many}`;
