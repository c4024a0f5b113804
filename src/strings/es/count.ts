const rules = new Intl.PluralRules("es");

/** «0 hallazgos», «1 hallazgo», «2 hallazgos». */
export const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString("es")} ${rules.select(number) === "one" ? one : many}`;
