import type * as en from "../en/guide.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const guide: Translation<typeof en.guide> = {
  find: "在指南中查找",
  placeholder: "名称、选项或代码",
  severity: "严重程度",
  anySeverity: "不限",
  usedHere: "仅限此处用到的",
  entries: (number) => count(number, "个条目"),
  unusedEntries: (number) => `${count(number, "个条目")}，此处未用到`,
  nothing: "没有匹配的条目。",
  elsewhere: (number) => `显示此处未用到的 ${count(number, "个条目")}`,
  clear: "显示所有条目",
};
