import type * as en from "../en/add.ts";
import type { Translation } from "../translated.ts";

export const add: Translation<typeof en.add> = {
  title: "Kasmに追加",
  otherWays: "スクリプト、Helm、Terraformで追加",
  description: "このレジストリをKasm Workspacesに追加する方法: 手動、スクリプト、Helm、Terraform。",
  intro:
    "Kasmに必要なのは、このレジストリのリンクだけです。以下のコマンドには入力済みです。`kasm.example.com`は自分のサーバーに置き換えてください。このページは何も保存せず、何も送信しません。",
  byHand: "手動",
  oldKasm: "Kasm 1.16～1.19",
  newKasm: "Kasm 1.20",
  newKasmNote: "同じ手順と思われますが、Kasm 1.20では試していません。",
  documented: "Kasmのドキュメントあり",
  partlyDocumented: "ドキュメントは一部のみ",
  undocumented: "Kasmのドキュメントなし",
  key: "APIキー",
  keyNote:
    "スクリプトとTerraformにはAPIキーが必要です。KasmのSettings → Developers → Add API Keyで作成します。作成直後は権限がないため、レジストリを作成する権限を与えてください。コマンドはキーとシークレットを環境変数`KASM_API_KEY`と`KASM_API_KEY_SECRET`から読み取るため、プロセス一覧には表示されません。",
  shell: "シェル用",
  script120: "スクリプト: Kasm 1.20",
  script120Note:
    "カタログAPIは`POST /api/admin/catalog/registries`を受け付けます。HTTP Basic認証で、APIキーを名前、そのシークレットをパスワードとして渡します。先にリクエストの本文を`registry.json`に書いてください。フィールドの一覧はKasmのページにあります。このページ用に検証できなかったため、ここでは推測で示していません。",
  script120Page: "このリクエストに関するKasmのページ",
  script119: "スクリプト: Kasm 1.16～1.19",
  script119Note:
    "コミュニティのTerraformプロバイダーは、この本文で`POST /api/public/create_registry`を送信します。このリクエストはKasmのドキュメントになく、変更される可能性があります。このコマンドをKasmサーバーで試してはいません。",
  channel: (channel, isOwn) =>
    isOwn
      ? `チャンネル\`${channel}\`は、このレジストリの一覧の既定です。`
      : `このレジストリの一覧にチャンネルはありません。\`${channel}\`は、このプロバイダーのテストが送信する値です。`,
  helm: "Helm",
  helmNote:
    "KasmのHelmチャートによる新規インストール用です。チャートは空のデータベースに一度だけ値を書き込み、既存のデータベースには手を加えません。チャートのページには`kasmConfig.config.registries`が記載されており、フィールドはチャートのテンプレートが読み取るものです。この一覧はKasm付属の一覧を置き換えるので、Kasm公式のレジストリも残す場合は、ここに併記してください。",
  helmValues: "チャートの値",
  helmPage: "この値に関するチャートのページ",
  terraform: "Terraform",
  terraformNote:
    "コミュニティのプロバイダーで、作者は開発途中としています。Kasm 1.16～1.19用のリクエストを送信します。プロバイダーのページには複数のアドレスが書かれているため、リポジトリからビルドし、置いた場所のアドレスを`source`に記入してください。プロバイダーのページには`kasm_registry`の別のフィールドが記載されていますが、ここに示すのはコードにあるもので、チャンネルには`stable`、`beta`、`develop`、または完全なバージョンを指定できます。Terraformはキーを`TF_VAR_kasm_api_key`と`TF_VAR_kasm_api_key_secret`から読み取ります。",
  terraformChannel: (channel) =>
    `このプロバイダーは、このレジストリのリストのチャンネル\`${channel}\`を受け付けません。代わりに\`stable\`を記載しているので、正しいチャンネルはKasmで選択してください。`,
  terraformCode: "設定",
  terraformPage: "プロバイダーのリポジトリ",
  api: "プログラム向けのこのレジストリのファイル",
};
