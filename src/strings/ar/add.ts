import type * as en from "../en/add.ts";
import type { Translation } from "../translated.ts";

export const add: Translation<typeof en.add> = {
  title: "الإضافة إلى Kasm",
  otherWays: "بنص برمجي أو Helm أو Terraform",
  description: "إضافة هذا السجلّ إلى Kasm Workspaces: يدويًا أو بنص برمجي أو بواسطة Helm أو Terraform.",
  intro:
    "لا يحتاج Kasm إلا إلى رابط هذا السجلّ، وهو مُدرج مسبقًا في الأوامر أدناه. ضع خادمك مكان `kasm.example.com`؛ لا تحفظ هذه الصفحة شيئًا ولا ترسل شيئًا.",
  byHand: "يدويًا",
  oldKasm: "إصدارات Kasm من 1.16 إلى 1.19",
  newKasm: "إصدار Kasm 1.20",
  newKasmNote: "يُتوقع أن تكون الخطوات نفسها، لكنها لم تُجرَّب مع Kasm 1.20.",
  documented: "موثّق لدى Kasm",
  partlyDocumented: "موثّق جزئيًا",
  undocumented: "غير موثّق لدى Kasm",
  key: "مفتاح API",
  keyNote:
    "تحتاج النصوص البرمجية وTerraform إلى مفتاح API. أنشئه في Kasm من Settings → Developers → Add API Key؛ لا يملك المفتاح أي صلاحية في البداية، فامنحه صلاحية إنشاء السجلّات. تقرأ الأوامر المفتاح وسرّه من متغيري البيئة `KASM_API_KEY` و`KASM_API_KEY_SECRET`، فلا يظهران في قائمة العمليات.",
  shell: "لسطر الأوامر",
  script120: "بنص برمجي: Kasm 1.20",
  script120Note:
    "تقبل واجهة الكتالوج الطلب `POST /api/admin/catalog/registries`، بمصادقة HTTP Basic: مفتاح API هو الاسم، وسرّه هو كلمة المرور. اكتب أولًا متن الطلب في الملف `registry.json`. تسرد صفحة Kasm حقوله؛ ولم يتسنَّ التحقق منها لهذه الصفحة، فهي لا تخمّنها.",
  script120Page: "صفحة Kasm عن هذا الطلب",
  script119: "بنص برمجي: Kasm من 1.16 إلى 1.19",
  script119Note:
    "يرسل موفّر Terraform الذي يطوّره المجتمع الطلب `POST /api/public/create_registry` بهذا المتن. لا يوثّق Kasm هذا الطلب، وقد يغيّره. لم يُجرَّب الأمر مع خادم Kasm.",
  channel: (channel, isOwn) =>
    isOwn
      ? `القناة \`${channel}\` هي الافتراضية في قائمة هذا السجلّ.`
      : `لا قنوات في قائمة هذا السجلّ؛ والقيمة \`${channel}\` هي ما ترسله اختبارات ذلك الموفّر.`,
  helm: "بواسطة Helm",
  helmNote:
    "لتثبيت جديد بمخطط Helm الخاص بـ Kasm، الذي يملأ قاعدة بيانات فارغة مرة واحدة ولا يمسّ القائمة منها. تذكر صفحة المخطط `kasmConfig.config.registries`، والحقول هنا هي التي يقرؤها قالبه. تحلّ هذه القائمة محل القائمة المرفقة مع Kasm، فاذكر فيها أيضًا سجلّ Kasm نفسه إن أردت الإبقاء عليه.",
  helmValues: "قيم المخطط",
  helmPage: "صفحة المخطط عن هذه القيم",
  terraform: "بواسطة Terraform",
  terraformNote:
    "موفّر من المجتمع يصفه مؤلفه بأنه قيد التطوير، ويرسل الطلب الخاص بإصدارات Kasm من 1.16 إلى 1.19. تذكر صفحاته عدة عناوين له، لذا ابنِه من مستودعه واكتب في `source` العنوان الذي تحفظه فيه. تصف صفحاته حقولًا أخرى في `kasm_registry`؛ والحقول هنا مأخوذة من شيفرته، التي تقبل للقناة `stable` أو `beta` أو `develop` أو إصدارًا كاملًا. يقرأ Terraform المفتاح من `TF_VAR_kasm_api_key` و`TF_VAR_kasm_api_key_secret`.",
  terraformChannel: (channel) =>
    `يرفض الموفّر القناة \`${channel}\` الواردة في قائمة هذا السجلّ؛ وُضعت \`stable\` مكانها، ويمكن اختيار القناة الصحيحة في Kasm.`,
  terraformCode: "الإعدادات",
  terraformPage: "مستودع الموفّر",
  api: "ملفات هذا السجلّ للبرامج",
};
