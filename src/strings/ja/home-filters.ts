import type * as en from "../en/home-filters.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const strip: Translation<typeof en.strip> = {
  label: "要求するアクセス権で分けたワークスペース",
  parts: {
    much: (number) => `${count(number)}は大幅に広いアクセス権を要求`,
    more: (number) => `${count(number)}は広めのアクセス権を要求`,
    usual: (number) => `${count(number)}はseccompフィルターの無効化のみ（一般的）`,
    minor: (number) => `${count(number)}は重大度「低」の検出事項のみ`,
    none: (number) => `${count(number)}は追加のアクセス権なし`,
  },
  accepted: (number) => `${count(number)}は許容済みの設定のみ`,
  names: {
    much: "大幅に広いアクセス権",
    more: "広めのアクセス権",
    usual: "seccompフィルターなし",
    minor: "重大度「低」のみ",
    none: "追加のアクセス権なし",
  },
  accept: (finding) => `ここでは「${finding}」を許容する`,
  linked: "リンクで指定されたポリシー",
};

export const myKasm: Translation<typeof en.myKasm> = {
  label: "自分のKasm",
  any: "指定なし",
  unlisted: (version) => `Kasm ${version}には表示されません`,
  unlistedSome: (number, shown, version) => `${shown}件中${number}件はKasm ${version}には表示されません`,
  showListed: "表示されるものだけにする",
  unlistedAll: (number, version, versions) =>
    number === 1
      ? `このワークスペースはKasm ${versions}用のため、Kasm ${version}には表示されません。`
      : `この${number}件のワークスペースはKasm ${versions}用のため、Kasm ${version}には表示されません。`,
};

export const sheet: Translation<typeof en.sheet> = {
  title: "フィルター",
  close: "閉じる",
  show: (number) =>
    number === 0 ? "一致するワークスペースはありません" : `${count(number, "件のワークスペース")}を表示`,
};
