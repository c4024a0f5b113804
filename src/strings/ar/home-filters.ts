import type * as en from "../en/home-filters.ts";
import type { Translation } from "../translated.ts";
import { count, ofWorkspaces } from "./count.ts";

/** How many workspaces do something; two of them do it in the dual. */
const doing = (number: number, verb: string, dual: string, rest: string): string =>
  count(number, {
    one: `واحدة ${verb} ${rest}`,
    two: `اثنتان ${dual} ${rest}`,
    few: `${verb} ${rest}`,
    other: `${verb} ${rest}`,
  });
const having = (number: number, what: string): string =>
  count(number, { one: `واحدة ${what}`, two: `اثنتان ${what}`, few: what, other: what });

export const strip: Translation<typeof en.strip> = {
  label: "مساحات العمل بحسب ما تطلبه",
  parts: {
    much: (number) => doing(number, "تطلب", "تطلبان", "وصولًا أوسع بكثير"),
    more: (number) => doing(number, "تطلب", "تطلبان", "وصولًا أوسع"),
    usual: (number) => doing(number, "تعطّل", "تعطّلان", "مرشّح seccomp فقط (معتاد)"),
    minor: (number) => having(number, "بملاحظات منخفضة فقط"),
    none: (number) => having(number, "بلا وصول إضافي"),
  },
  accepted: (number) => doing(number, "لا تطلب", "لا تطلبان", "إلا ما تقبله"),
  names: {
    much: "وصول أوسع بكثير",
    more: "وصول أوسع",
    usual: "بلا مرشّح seccomp",
    minor: "ملاحظات منخفضة",
    none: "بلا وصول إضافي",
  },
  accept: (finding) => `أقبل «${finding}» هنا`,
  linked: "جاءت السياسة مع الرابط",
};

export const myKasm: Translation<typeof en.myKasm> = {
  label: "إصدار Kasm لديّ",
  any: "أيّ إصدار",
  unlisted: (version) => `لا تظهر في Kasm ${version}`,
  unlistedSome: (number, shown, version) => `${number} من أصل ${shown} لا تظهر في Kasm ${version}`,
  showListed: "عرض البقية فقط",
  unlistedAll: (number, version, versions) =>
    number === 1
      ? `مساحة العمل هذه معدّة لإصدارات Kasm ${versions}، ولا تظهر في Kasm ${version}.`
      : `مساحات العمل هذه (${number}) معدّة لإصدارات Kasm ${versions}، ولا تظهر أيّ منها في Kasm ${version}.`,
};

export const sheet: Translation<typeof en.sheet> = {
  title: "المرشّحات",
  close: "إغلاق",
  show: (number) => (number === 0 ? "لا مساحة عمل مطابقة" : `عرض ${ofWorkspaces(number)}`),
};
