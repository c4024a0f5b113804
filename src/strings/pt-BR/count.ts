const rules = new Intl.PluralRules("pt-BR");

/** “0 achado”, “1 achado”, “2 achados”. */
export const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString("pt-BR")} ${rules.select(number) === "one" ? one : many}`;
