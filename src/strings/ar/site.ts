import type * as en from "../en/site.ts";
import type { Translation } from "../translated.ts";
import { count, ofWorkspaces, workspaces } from "./count.ts";

const list = (names: readonly string[], type: Intl.ListFormatType): string =>
  new Intl.ListFormat("ar", { type }).format(names);

export const severityWords: Translation<typeof en.severityWords> = {
  critical: "حرجة",
  high: "عالية",
  medium: "متوسطة",
  low: "منخفضة",
  info: "معلومة",
  none: "بلا وصول إضافي",
};

export const flagWords: Translation<typeof en.flagWords> = {
  flag_user: "مستخدم آخر",
  flag_privileged: "وضع الامتيازات",
  flag_property: "خيار Docker آخر",
  none: "بلا علامة في Kasm",
};

export const home: Translation<typeof en.home> = {
  heading: "مساحات العمل",
  facts: { workspaces },
  linkLabel: "رابط سجلّ مساحات العمل، لـ Kasm",
  howTo: "إضافة هذا السجلّ إلى Kasm",
  steps: [
    "في Kasm، بصفة مسؤول، افتح Workspaces ثم Registry.",
    "تحت Registries اختر Add New، والصق الرابط، وأكّد أنك تثق به.",
    "يعرض الزر Edit كل إعدادات مساحة العمل، ويضيفها الزر Install.",
  ],
  shelf: "تغيّرت مؤخرًا",
  browse: "تصفّح",
  all: (number) => (number === 1 ? "قائمة مساحات العمل" : `كل مساحات العمل (${number})`),
  more: (number) => `عرض ${number} أخرى`,
  empty: "لا مساحات عمل بعد",
  emptyHelp:
    "أضف أول مساحة عمل بأداة الإنشاء، أو مجلدًا داخل workspaces/. يقبل Kasm السجلّ متى احتوى على مساحة عمل واحدة.",
};

export const find: Translation<typeof en.find> = {
  kasm: (version) => `Kasm ${version}`,
  placeholder: "اسم أو صورة أو فئة أو نص",
  hint: "اضغط / للبحث",
  clearAll: "مسح الكل",
  remove: (value) => `إزالة المرشّح ${value}`,
  filters: "تصفية",
  sort: "الترتيب",
  sorts: {
    "": "الاسم",
    best: "الأكثر صلة",
    access: "الأوسع وصولًا أولًا",
    newest: "الأحدث أولًا",
    changed: "تغيّرت مؤخرًا",
    size: "الأصغر أولًا",
  },
  facets: {
    category: "الفئة",
    kasm: "إصدار Kasm",
    arch: "المعمارية",
    finding: "ما تطلبه",
    flag: "علامة Kasm",
    image: "الصورة",
  },
  showAll: (number) => `عرض الكل (${number})`,
  results: (number, total) =>
    number === total ? workspaces(total) : `${number} من أصل ${ofWorkspaces(total)}`,
  guide: (number) => `في دليل الأمان (${number})`,
  nothingFor: (query) => `لا مساحة عمل تطابق ${query}`,
  nothingWays: "جرّب بدلًا من ذلك:",
  nothingHelp: "تحقّق من الإملاء، أو استخدم كلمات أقل أو أعمّ.",
  ways: {
    query: (number) => `مسح البحث (${number})`,
    all: (number) => `إزالة كل المرشّحات (${number})`,
    without: (value, number) => `إزالة «${value}» (${number})`,
    instead: (value, number) => `${value} (${number})`,
  },
  start: "فتح أداة الإنشاء",
  failed: "تعذّر تحميل فهرس البحث. أعد تحميل الصفحة أو استخدم القوائم أدناه.",
};

export const cards: Translation<typeof en.cards> = {
  kasm: (range) => `Kasm ${range}`,
  only: (architectures) => `${architectures} فقط`,
  marks: { new: "جديدة", updated: "محدّثة", deprecated: "مهملة" },
  imageMissing: "الصورة مفقودة",
  flagged: (name) => `وضع Kasm علامة على ${name}: عرض السبب`,
  flaggedBy: "علامة من Kasm",
  compare: (name) => `مقارنة ${name}`,
  compareShort: "مقارنة",
  compareChosen: (number) => `مقارنة ${number}`,
  chooseOneMore: "اختر واحدة أخرى للمقارنة",
  chosenAll: "ثلاث على الأكثر",
  clear: "مسح",
  key: [
    "المثلث: وضع Kasm علامة عليها.",
    "السطر الأخير: أخطر ملاحظة في المراجعة التي يجريها هذا السجلّ.",
    "المزيد في دليل الأمان",
  ],
};

export const listing: Translation<typeof en.listing> = {
  kasm: (version) => `Kasm ${version}`,
  all: "كل مساحات العمل",
  categoryIntro: (number) => `في هذه الفئة ${workspaces(number)}.`,
  kasmIntro: (number, version) =>
    `مساحات العمل المعدّة لإصدار Kasm ${version}: ${number.toLocaleString("ar")}.`,
  page: (page, last) => `الصفحة ${page} من ${last}`,
  pages: "الصفحات",
  previous: "السابق",
  next: "التالي",
  categories: "الفئات",
  versions: "إصدارات Kasm",
};

export const workspace: Translation<typeof en.workspace> = {
  install: "الإضافة إلى Kasm",
  startingPoint: "إنشاء نسختك الخاصة",
  notes: "تعليقات الناشر",
  asksAtLaunch: "أسئلة عند التشغيل",
  answerNeeded: "مطلوب",
  answersIn: "تُكتب الإجابات في هذا الملف داخل الجلسة:",
  link: "تفتح",
  screenshots: "لقطات الشاشة",
  about: "نبذة",
  needs: "المتطلبات",
  image: "الصورة",
  registry: "سجلّ الصور",
  sizeNote: "بلا ضغط، في أسوأ الحالات: لا طبقات مشتركة",
  cores: "أنوية المعالج",
  memory: "الذاكرة",
  gpus: "معالجات الرسوم",
  gpuRequired: "يلزم معالج رسوم",
  yes: "نعم",
  cpuMethod: "طريقة تخصيص المعالج",
  none: "لا شيء",
  notGiven: (names) => `غير مذكور: ${list(names, "conjunction")}.`,
  expected: { license: "الترخيص", source: "مصدر الصورة", maintainer: "المشرف على الصيانة" },
  channels: "القنوات",
  trust: "المصدر والسلامة",
  publisher: "الناشر",
  repository: "المستودع",
  folder: "المجلد في المستودع",
  added: "أول نشر",
  fingerprint: "البصمة",
  fingerprintNote: "بصمة SHA-256 لملفات المجلد، وتتغير مع كل تغيير.",
  shaNote: "قيمة «sha» في القائمة التي يقرؤها Kasm (SHA-1).",
  homepage: "الصفحة الرئيسية",
  sourceCode: "مصدر الصورة",
  license: "الترخيص",
  maintainer: "المشرف على الصيانة",
  support: "الدعم",
  changes: "المراجعة الأمنية",
  verdict: {
    controls: (setting) => `يتحكم مستخدمو مساحة العمل هذه في المضيف بسبب \`${setting}\`.`,
    decide: (number, isUsual) =>
      isUsual
        ? count(number, {
            one: "إعداد معتاد واحد يتطلب قرارك:",
            two: "إعدادان معتادان يتطلبان قرارك:",
            few: "إعدادات معتادة تتطلب قرارك:",
            many: "إعدادًا معتادًا تتطلب قرارك:",
            other: "إعداد معتاد تتطلب قرارك:",
          })
        : count(number, {
            one: "إعداد واحد يتطلب قرارك:",
            two: "إعدادان يتطلبان قرارك:",
            few: "إعدادات تتطلب قرارك:",
            many: "إعدادًا تتطلب قرارك:",
            other: "إعداد تتطلب قرارك:",
          }),
    minor: (number) =>
      count(number, {
        one: "ملاحظة واحدة منخفضة الخطورة:",
        two: "ملاحظتان منخفضتا الخطورة:",
        few: "ملاحظات منخفضة الخطورة:",
        other: "ملاحظة منخفضة الخطورة:",
      }),
    alsoDecide: "يتطلب قرارك أيضًا:",
    alsoMinor: "وأيضًا:",
    more: (number) => `و${number} أخرى`,
    defaults: "عزل Docker الافتراضي:",
    otherwise: "وما عدا ذلك على افتراضي Docker:",
    link: "رابط: يفتح صفحة ويب ولا تُشغَّل أي حاوية.",
    usual: (number, total) => `ينطبق هذا على ${number} من أصل ${total} هنا.`,
    accepted: "أنت تقبل هذا الإعداد هنا، ولا شيء آخر يتطلب قرارك.",
    settingsOnly: "يخص هذا الإعدادات وحدها؛ أما محتوى الصورة فلا يُفحص.",
    inSentence: (title) => title,
    copyWithout: (field, setting) => `نسخ ${field} من دون ${setting}`,
    forEdit: (field) => `للحقل ${field} تحت Edit في Kasm`,
  },
  holds: {
    account: "ليس root",
    isolation: "مرشّح seccomp مفعّل",
    capabilities: "بلا قدرات إضافية",
  },
  holdsOfHost: { devices: "أجهزة", files: "مجلدات", network: "منافذ" },
  noneOfHost: (names) => `بلا ${list(names, "disjunction")} من المضيف`,
  findings: (number) =>
    count(number, { one: "ملاحظة واحدة", two: "ملاحظتان", few: "ملاحظات", other: "ملاحظة" }),
  officialNone: "بلا علامة في Kasm.",
  official: "يعرض Kasm:",
  sheet: "الوصول في لمحة",
  defaultRows: (number) => `ما عدا ذلك: افتراضي Docker (${number})`,
  allFindings: "الملاحظات بالتفصيل",
  purpose: "لماذا قد يلزم",
  advice: "ما يمكنك فعله",
  sources: "المراجع",
  ruleLink: "المزيد في دليل الأمان:",
  showLine: (line) => `السطر ${line} من JSON`,
  flagNote: (flag) => `علامة Kasm: ${flag}`,
  noFlagNote: "بلا علامة في Kasm",
  json: "الإعدادات بصيغة نصية",
  formText: "للحقول التي تحمل هذه الأسماء تحت Edit في Kasm. المميَّز: الأسطر التي عليها ملاحظات.",
  jsonFor: {
    "1.0": "كما تقرؤه إصدارات Kasm من 1.12 إلى 1.15. المميَّز: الأسطر التي عليها ملاحظات.",
    "1.1": "كما يقرؤه Kasm 1.16 وما بعده. المميَّز: الأسطر التي عليها ملاحظات.",
  },
  download: "تنزيل",
  raw: "الملف الخام",
  dockerText: "تقريبي، للقراءة فقط. يضيف Kasm شبكته ومستخدمه وسياسة إعادة التشغيل الخاصة به.",
  notMapped: "إعدادات بلا مقابل:",
  installSteps: [
    "أضف هذا السجلّ إلى Kasm برابطه.",
    "في Kasm افتح Workspaces ثم Registry، وابحث عن مساحة العمل.",
    "لفحصها أولًا اختر Edit بدلًا من Install، فتظهر كل الإعدادات. قارنها بما في run_config في هذه الصفحة.",
  ],
  installImage: "اختر Install. يسحب Kasm الصورة إلى وكلائه، ويستغرق ذلك بعض الوقت.",
  installLink: "اختر Install. مساحة العمل هذه رابط، فلا تُسحب أي صورة.",
  steps: "الخطوات في Kasm",
  otherVersions: "لا تظهر في الإصدارات الأخرى.",
  similar: "مساحات عمل مشابهة",
  compare: "مقارنة",
  compareWith: (name) => `المقارنة مع ${name}`,
};

export const flagsPage: Translation<typeof en.flagsPage> = {
  title: "دليل الأمان",
  description:
    "كل علامة يعرضها Kasm لمساحة عمل، وكل ملاحظة في المراجعة الأمنية: الخطر، ولماذا قد يلزم الإعداد، وما يمكنك فعله.",
  intro:
    "يضع Kasm حول مساحة العمل إطارًا أحمر عندما يختلف run_config، أي خيارات حاويتها، عن القيم الافتراضية. ويذكر التلميح إحدى ثلاث علامات، وهي أول ما يرد هنا. ومعظم مساحات العمل التي فيها سطح مكتب تحمل هذا الإطار، فلا يدل وحده على الكثير. أما المراجعة الأمنية لهذا السجلّ فتقرأ كل قيمة؛ وتأتي ملاحظاتها بعد ذلك، ومع كل منها الخطر، ولماذا قد يلزم الإعداد، وما يمكنك فعله.",
  contents: "في هذه الصفحة",
  official: "علامات Kasm",
  now: "ما يمكنك فعله",
  seen: (number) => (number === 0 ? "ليس في أي مساحة عمل هنا" : `في ${ofWorkspaces(number)} هنا`),
  severities: "درجات الخطورة",
  levels: {
    critical: "هذا الإعداد وحده طريقة معروفة للسيطرة على مضيف الجلسات.",
    high: "يزيل الإعداد طبقة كاملة من العزل، أو يفتح جزءًا من المضيف، أو يكشف سرًّا، أو يشغّل شيفرة لا يستطيع أحد قراءتها مسبقًا.",
    medium: "صلاحيات أكثر داخل الجلسة، أو عتاد مشترك، أو شبكة مفتوحة، أو موارد بلا حدّ.",
    low: "يتعلق بالتشغيل غالبًا: بقايا، أو أسماء متعارضة، أو خيارات يرفضها Docker.",
    info: "غير ضار، أو وسيلة حماية. يُذكر لأن Kasm قد يضع علامة عليه.",
  },
  found: "وُجد في هذا السجلّ",
  here: (number) => `العدد هنا: ${number}`,
  linkHere: "رابط هذا المدخل",
  terms: "المصطلحات",
  properties: "كل خصائص run_config",
  propertiesIntro:
    "كل الأسماء التي تقبلها حزمة Docker SDK للغة Python. أي اسم آخر يمنع بدء الجلسة، ويحصل أيضًا على العلامة flag_property.",
  property: "الخاصية",
  kasmShows: "علامة Kasm",
  byValue: "بحسب القيمة",
  noFlag: "لا شيء",
  ruleColumn: "الملاحظات",
  hereColumn: "مساحات العمل هنا",
  sources: "المراجع",
};

export const notFound: Translation<typeof en.notFound> = {
  title: "الصفحة غير موجودة",
  text: "لا توجد صفحة بهذا العنوان. هل قصدت إحدى هذه الصفحات؟",
  none: "لا توجد صفحة بهذا العنوان.",
  toHome: "كل مساحات العمل",
  searchFor: (words) => `البحث عن «${words}»`,
};
