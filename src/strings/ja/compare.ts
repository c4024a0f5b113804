import type * as en from "../en/compare.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const compare: Translation<typeof en.compare> = {
  title: "ワークスペースを比較",
  titleOf: (names) => `${names.join("、")}を比較`,
  description:
    "2つまたは3つのワークスペースを並べ、許可される操作、バージョン、イメージ、JSONの差分を比較します。",
  noScript: "比較にはJavaScriptが必要です。使用しない場合は、2つのワークスペースを並べて開いてください:",
  none: "2つまたは3つのワークスペースを選択してください。比較結果のURLは共有できます。",
  one: (name) => `${name}を選択しました。比較するワークスペースをもう1つ選択してください。`,
  unknown: (slug) => `アドレスが「${slug}」のワークスペースはありません。`,
  searchFor: "検索する",
  twice: (name) => `${name}が2回指定されたため、1つだけ表示しています。`,
  failed: (slug) => `「${slug}」を読み込めませんでした。`,
  listFailed: "ワークスペースの一覧を読み込めませんでした。",
  retry: "再試行",
  choose: "ワークスペースを選択",
  third: "3つ目のワークスペースを追加",
  noMatch: "一致するワークスペースはありません。",
  more: (number) => `ほか${number}件。入力して絞り込めます。`,
  remove: (name) => `${name}を外す`,
  removeShort: "外す",
  rows: "項目",
  equalRows: (number) => `同一: ${count(number, "行")}`,
  equalLines: (number) => `同一: ${count(number, "行")}`,
  about: "説明",
  worst: "最も重大な検出事項",
  findings: "検出事項",
  flags: "Kasmのフラグ",
  noFlag: "なし",
  difference: "workspace.jsonの差分",
  differenceText:
    "キーはアルファベット順で、shaとフラグは除いています。−は1つ目だけ、+は2つ目だけにあるものです。",
  pair: (first, second) => `${first} → ${second}`,
  same: "差分はありません。",
};
