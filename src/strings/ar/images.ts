import type * as en from "../en/images.ts";
import type { Translation } from "../translated.ts";

export const imageStates: Translation<typeof en.imageStates> = { missing: "مفقودة", old: "أقدم من سنة" };

export const imageFacts: Translation<typeof en.imageFacts> = {
  missing: (day) => `غير موجودة في سجلّ الصور منذ ${day}`,
  private: (day) => `تعذّر الاطلاع عليها من دون تسجيل دخول منذ ${day}`,
  unreachable: (day) => `لم يستجب سجلّ الصور منذ ${day}`,
  size: (size) => `الحجم بعد فك الضغط: ${size}`,
  about: (size) => `نحو ${size}`,
  built: (day) => `آخر بناء: ${day}`,
  root: "تعمل بصفة root، ولا يحدد run_config مستخدمًا آخر",
  source: "مصدر الصورة",
  copyPinned: "نسخ اسم الصورة مع قيمة digest",
};
