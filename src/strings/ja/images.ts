import type * as en from "../en/images.ts";
import type { Translation } from "../translated.ts";

export const imageStates: Translation<typeof en.imageStates> = {
  missing: "見つからない",
  old: "1年以上前のもの",
};

export const imageFacts: Translation<typeof en.imageFacts> = {
  missing: (day) => `${day}以降、レジストリに存在しません`,
  private: (day) => `${day}以降、ログインなしでは確認できません`,
  unreachable: (day) => `${day}以降、レジストリが応答していません`,
  size: (size) => `展開後${size}`,
  about: (size) => `約${size}`,
  built: (day) => `最終ビルド: ${day}`,
  root: "rootとして実行され、run_configに別のユーザーの指定がありません",
  source: "イメージのソース",
  copyPinned: "ダイジェスト付きのイメージ名をコピー",
};
