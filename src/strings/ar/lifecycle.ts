import type * as en from "../en/lifecycle.ts";
import type { Translation } from "../translated.ts";

const sentence = (text: string): string => (text === "" || /[.!?…؟]$/.test(text) ? text : `${text}.`);
const sentences = (...texts: string[]): string => texts.filter((text) => text !== "").join(" ");

// 2026-11-29 behind Arabic letters would read 29-11-2026.
const dayOf = (since: string): string =>
  new Intl.DateTimeFormat("ar", { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(since));

export const lifecycle: Translation<typeof en.lifecycle> = {
  inNotes: (notes, { since, because, replacement }) =>
    sentences(
      sentence(notes.trim()),
      since ? `مساحة العمل هذه مهملة منذ ${dayOf(since)}.` : "مساحة العمل هذه مهملة.",
      sentence(because),
      replacement && `استخدم ${replacement} بدلًا منها.`,
    ),
  deprecated: "مهملة",
  deprecatedSince: (date) => `مهملة منذ ${date}`,
  withdrawn: "مسحوبة",
  withdrawnOn: (date) => `سُحبت في ${date}`,
  withdrawnText:
    "لم يعد هذا السجلّ يقدّم مساحة العمل هذه. تواصل النسخ المثبّتة عملها ما دام سحب صورتها من سجلّ الصور ممكنًا.",
  useInstead: "استخدم بدلًا منها:",
  lastImages: (number) => (number === 1 ? "آخر صورة" : "آخر الصور"),
  published: "مدة النشر",
  publishedFrom: (from, until) => `من ${from} إلى ${until}`,
};
