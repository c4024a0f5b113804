import type * as en from "../en/guide.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const guide: Translation<typeof en.guide> = {
  find: "ガイド内を検索",
  placeholder: "名前、オプション、コード",
  severity: "重大度",
  anySeverity: "指定なし",
  usedHere: "ここで使われているものだけ",
  entries: (number) => count(number, "項目"),
  unusedEntries: (number) => `${count(number, "項目")}（ここでは未使用）`,
  nothing: "一致する項目はありません。",
  elsewhere: (number) => `ここで未使用の${count(number, "項目")}を表示`,
  clear: "すべての項目を表示",
};
