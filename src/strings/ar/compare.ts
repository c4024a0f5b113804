import type * as en from "../en/compare.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const compare: Translation<typeof en.compare> = {
  title: "مقارنة مساحات العمل",
  titleOf: (names) => `مقارنة ${names.join("، ")}`,
  description: "مساحتا عمل أو ثلاث جنبًا إلى جنب: ما يُسمح لها به، وإصداراتها وصورها، والفرق بين ملفات JSON.",
  noScript: "تحتاج المقارنة إلى JavaScript. من دونه افتح مساحتي عمل جنبًا إلى جنب:",
  none: "اختر مساحتي عمل أو ثلاثًا. يمكن مشاركة عنوان صفحة المقارنة.",
  one: (name) => `اخترت ${name}. اختر مساحة عمل أخرى للمقارنة.`,
  unknown: (slug) => `لا توجد هنا مساحة عمل بالعنوان «${slug}».`,
  searchFor: "البحث عنها",
  twice: (name) => `ورد الاسم ${name} مرتين، فيظهر مرة واحدة.`,
  failed: (slug) => `تعذّر تحميل «${slug}».`,
  listFailed: "تعذّر تحميل قائمة مساحات العمل.",
  retry: "إعادة المحاولة",
  choose: "اختيار مساحة عمل",
  third: "إضافة مساحة عمل ثالثة",
  noMatch: "لا مساحة عمل مطابقة.",
  more: (number) => `يوجد ${number} أخرى. اكتب للعثور على إحداها.`,
  remove: (name) => `إزالة ${name}`,
  removeShort: "إزالة",
  rows: "الخاصية",
  equalRows: (number) =>
    `متطابق: ${count(number, { one: "صف واحد", two: "صفان", few: "صفوف", many: "صفًا", other: "صف" })}`,
  equalLines: (number) =>
    `متطابق: ${count(number, { one: "سطر واحد", two: "سطران", few: "أسطر", many: "سطرًا", other: "سطر" })}`,
  about: "الوصف",
  worst: "أخطر ملاحظة",
  findings: "الملاحظات",
  flags: "علامات Kasm",
  noFlag: "لا شيء",
  difference: "الفرق في workspace.json",
  differenceText:
    "المفاتيح بالترتيب الأبجدي، من دون sha والعلامات. العلامة − لما في الأولى وحدها، والعلامة + لما في الثانية وحدها.",
  pair: (first, second) => `${first} ← ${second}`,
  same: "لا فرق.",
};
