import type * as en from "../en/guide.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

const entries = { one: "مدخل واحد", two: "مدخلان", few: "مداخل", many: "مدخلًا", other: "مدخل" };

export const guide: Translation<typeof en.guide> = {
  find: "البحث في الدليل",
  placeholder: "اسم أو خيار أو رمز",
  severity: "الخطورة",
  anySeverity: "أيّ درجة",
  usedHere: "المستخدم هنا فقط",
  entries: (number) => count(number, entries),
  unusedEntries: (number) => `${count(number, entries)}، من غير المستخدم هنا`,
  nothing: "لا مدخل مطابق.",
  elsewhere: (number) => `عرض ${count(number, { ...entries, two: "مدخلين" })} من غير المستخدم هنا`,
  clear: "عرض كل المداخل",
};
