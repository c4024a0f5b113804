import type * as en from "../en/every-page.ts";
import type { Translation } from "../translated.ts";

export const site: Translation<typeof en.site> = {
  home: "ワークスペース",
  search: "ワークスペースを検索",
  copied: "コピーしました",
  copyFailed: "テキストを選択してコピーしてください",
};

export const frame: Translation<typeof en.frame> = {
  skip: "本文へ移動",
  navigation: "メイン",
  flags: "セキュリティガイド",
  verify: "検証",
  builtFrom: (commit) => `コミット${commit}からビルド · 検証`,
  create: "新規追加",
  source: "ソース",
  contact: "連絡先",
  external: "（別のサイトに移動します）",
  breadcrumb: "現在の位置",
  copy: "コピー",
  updated: "更新:",
  footer: "Cookie、トラッキング、第三者へのリクエストはありません。",
  inEnglish: "このページの長い文章は英語です。",
};
