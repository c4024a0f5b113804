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
      since ? `自 ${since} 起弃用。` : "已弃用。",
      sentence(because),
      replacement && `请改用 ${replacement}。`,
    ),
  deprecated: "已弃用",
  deprecatedSince: (date) => `自 ${date}起弃用`,
  withdrawn: "已撤下",
  withdrawnOn: (date) => `已于 ${date}撤下`,
  withdrawnText: "此注册表不再提供该工作区。只要镜像仍可拉取，已安装的工作区就能继续使用。",
  useInstead: "请改用：",
  lastImages: () => "最后使用的镜像",
  published: "发布时间",
  publishedFrom: (from, until) => `${from}至${until}`,
};
