import type * as en from "../en/access.ts";
import type { Translation } from "../translated.ts";

export const access: Translation<typeof en.access> = {
  areas: {
    image: ["イメージ", "なし"],
    account: ["ユーザー", "一般（uid 1000）"],
    privileged: ["特権モード", "無効"],
    isolation: ["seccomp、AppArmor、SELinux", "Dockerの既定"],
    capabilities: ["ケーパビリティ", "Dockerの既定"],
    devices: ["ホストのデバイス", "なし"],
    files: ["ホストのフォルダー", "なし"],
    network: ["ネットワーク", "Kasmの既定"],
    namespaces: ["名前空間、sysctl", "分離"],
    commands: ["起動時のコマンド", "イメージの既定"],
    other: ["その他の設定", "なし"],
  },
  effects: {
    allCapabilities: (number) => `${number}個すべて（\`privileged\`のため）`,
    allDevices: "ホストのすべて（`privileged`のため）",
    noConfinement: "フィルターとアクセス制限が無効（`privileged`のため）",
    rootHook: (setting) => `\`${setting}\`がrootとしてコマンドを実行`,
    privilegedHook: (setting, number) => `\`${setting}\`が${number}個すべてでコマンドを実行`,
    grantsRoot: (setting) => `\`${setting}\`によりユーザーがrootになれる`,
  },
  architectures: "アーキテクチャ",
  versions: "Kasmのバージョン",
  size: "ディスク使用量",
  changed: "最終変更日",
  notStated: "記載なし",
};
