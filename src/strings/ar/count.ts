const rules = new Intl.PluralRules("ar");

/** What is counted, by the number: `one` and `two` say it themselves, `few` is the plural of 3 to 10. */
export interface Forms {
  one: string;
  two: string;
  few: string;
  /** 11 to 99, where it differs from `other`. */
  many?: string;
  /** 0, 100, 101, 102 and the like. */
  other: string;
}

/** "مساحة عمل واحدة", "مساحتا عمل", "3 مساحات عمل", "11 مساحة عمل". */
export function count(number: number, forms: Forms): string {
  const form = rules.select(number);
  if (form === "one" || form === "two") return forms[form];
  const what = form === "few" ? forms.few : form === "many" ? (forms.many ?? forms.other) : forms.other;
  return `${number.toLocaleString("ar")} ${what}`;
}

const forms: Forms = {
  one: "مساحة عمل واحدة",
  two: "مساحتا عمل",
  few: "مساحات عمل",
  other: "مساحة عمل",
};
export const workspaces = (number: number): string => count(number, forms);
/** The same after a preposition or a noun that governs it. */
export const ofWorkspaces = (number: number): string => count(number, { ...forms, two: "مساحتي عمل" });
