import type * as en from "../en/access.ts";
import type { Translation } from "../translated.ts";

export const access: Translation<typeof en.access> = {
  areas: {
    image: ["الصورة", "لا شيء"],
    account: ["المستخدم", "عادي (uid 1000)"],
    privileged: ["وضع الامتيازات", "معطّل"],
    isolation: ["عزل seccomp وAppArmor وSELinux", "افتراضي Docker"],
    capabilities: ["قدرات Linux", "افتراضي Docker"],
    devices: ["أجهزة المضيف", "لا شيء"],
    files: ["مجلدات المضيف", "لا شيء"],
    network: ["الشبكة", "افتراضي Kasm"],
    namespaces: ["مساحات الأسماء وsysctl", "معزولة"],
    commands: ["أوامر بدء التشغيل", "افتراضي الصورة"],
    other: ["إعدادات أخرى", "لا شيء"],
  },
  effects: {
    allCapabilities: (number) => `القدرات كلها (${number}) بسبب \`privileged\``,
    allDevices: "أجهزة المضيف كلها بسبب `privileged`",
    noConfinement: "المرشّح والتقييد معطّلان بسبب `privileged`",
    rootHook: (setting) => `الإعداد \`${setting}\` يشغّل أمرًا بصفة root`,
    privilegedHook: (setting, number) => `الإعداد \`${setting}\` يشغّل أمرًا بالقدرات كلها (${number})`,
    grantsRoot: (setting) => `الإعداد \`${setting}\` يتيح للمستخدمين أن يصبحوا root`,
  },
  architectures: "المعماريات",
  versions: "إصدارات Kasm",
  size: "الحجم على القرص",
  changed: "آخر تغيير",
  notStated: "غير مذكور",
};
