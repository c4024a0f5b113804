import type * as en from "../en/every-page.ts";
import type { Translation } from "../translated.ts";

export const site: Translation<typeof en.site> = {
  home: "مساحات العمل",
  search: "البحث في مساحات العمل",
  copied: "نُسخ",
  copyFailed: "حدّد النص وانسخه",
};

export const frame: Translation<typeof en.frame> = {
  skip: "الانتقال إلى المحتوى",
  navigation: "القائمة الرئيسية",
  flags: "دليل الأمان",
  verify: "التحقق",
  builtFrom: (commit) => `مبني من الإيداع ${commit} · التحقق`,
  create: "إضافة مساحة عمل",
  source: "المصدر",
  contact: "اتصال",
  external: "(يؤدي إلى موقع آخر)",
  breadcrumb: "موضعك الحالي",
  copy: "نسخ",
  updated: "آخر تحديث:",
  footer: "بلا ملفات تعريف ارتباط ولا تتبّع ولا طلبات إلى أطراف ثالثة.",
  inEnglish: "النصوص الطويلة في هذه الصفحة بالإنجليزية.",
};
