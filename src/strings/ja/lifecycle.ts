import type * as en from "../en/lifecycle.ts";
import type { Translation } from "../translated.ts";

const sentence = (text: string): string => (text === "" || /[.!?…。！？]$/.test(text) ? text : `${text}。`);
const sentences = (...texts: string[]): string =>
  texts
    .filter((text) => text !== "")
    .join(" ")
    .replaceAll("。 ", "。");

export const lifecycle: Translation<typeof en.lifecycle> = {
  inNotes: (notes, { since, because, replacement }) =>
    sentences(
      sentence(notes.trim()),
      since ? `${since}から非推奨です。` : "非推奨です。",
      sentence(because),
      replacement && `代わりに${replacement}を使用してください。`,
    ),
  deprecated: "非推奨",
  deprecatedSince: (date) => `${date}から非推奨`,
  withdrawn: "公開終了",
  withdrawnOn: (date) => `${date}に公開終了`,
  withdrawnText:
    "このレジストリでは、このワークスペースの公開を終了しました。インストール済みのものは、イメージを取得できる限り引き続き動作します。",
  useInstead: "代わりに使用するもの:",
  lastImages: () => "最後のイメージ",
  published: "公開期間",
  publishedFrom: (from, until) => `${from}～${until}`,
};
