import type * as en from "../en/add.ts";
import type { Translation } from "../translated.ts";

export const add: Translation<typeof en.add> = {
  title: "添加到 Kasm",
  otherWays: "通过脚本、Helm 或 Terraform 添加",
  description: "将此注册表添加到 Kasm Workspaces：手动、通过脚本、使用 Helm 或使用 Terraform。",
  intro:
    "Kasm 只需要此注册表的链接，下面的命令中已经填好。请将 `kasm.example.com` 替换为您自己的服务器；本页面不保存也不发送任何内容。",
  byHand: "手动添加",
  oldKasm: "Kasm 1.16 至 1.19",
  newKasm: "Kasm 1.20",
  newKasmNote: "步骤应当相同，但未在 Kasm 1.20 上试过。",
  documented: "Kasm 有文档说明",
  partlyDocumented: "部分有文档说明",
  undocumented: "Kasm 没有文档说明",
  key: "API 密钥",
  keyNote:
    "脚本和 Terraform 需要 API 密钥。在 Kasm 中通过 Settings → Developers → Add API Key 创建；密钥最初没有任何权限，请授予其创建注册表的权限。命令从环境变量 `KASM_API_KEY` 和 `KASM_API_KEY_SECRET` 读取密钥及其 secret，因此它们不会出现在进程列表中。",
  shell: "用于 shell",
  script120: "通过脚本：Kasm 1.20",
  script120Note:
    "目录 API 接受 `POST /api/admin/catalog/registries`，使用 HTTP Basic 认证，以 API 密钥作为用户名，以其 secret 作为密码。请先将请求正文写入 `registry.json`。字段列表见 Kasm 的页面；编写本页时无法核实这些字段，因此这里不作猜测。",
  script120Page: "Kasm 关于此请求的页面",
  script119: "通过脚本：Kasm 1.16 至 1.19",
  script119Note:
    "社区的 Terraform provider 会以此正文发送 `POST /api/public/create_registry`。Kasm 没有为该请求提供文档，可能会更改它。该命令未在 Kasm 服务器上试过。",
  channel: (channel, isOwn) =>
    isOwn
      ? `渠道 \`${channel}\` 是此注册表列表的默认渠道。`
      : `此注册表的列表没有渠道；\`${channel}\` 是该 provider 的测试所发送的值。`,
  helm: "使用 Helm",
  helmNote:
    "用于以 Kasm 的 Helm chart 进行的全新安装；它只会填充一次空数据库，不会改动已有的数据库。chart 的页面提到了 `kasmConfig.config.registries`；这里的字段是其模板所读取的字段。此列表会取代 Kasm 自带的列表，如需保留 Kasm 自己的注册表，请将其一并写入。",
  helmValues: "chart 的值",
  helmPage: "chart 关于这些值的页面",
  terraform: "使用 Terraform",
  terraformNote:
    "社区提供的 provider，作者称其仍在开发中；它发送 Kasm 1.16 至 1.19 的请求。其页面给出了多个地址，因此请从其代码仓库构建，并在 `source` 中填写您存放它的地址。其页面为 `kasm_registry` 描述了其他字段；这里的字段取自其代码，代码接受 `stable`、`beta`、`develop` 或完整版本号作为渠道。Terraform 从 `TF_VAR_kasm_api_key` 和 `TF_VAR_kasm_api_key_secret` 读取密钥。",
  terraformChannel: (channel) =>
    `该 provider 不接受此注册表列表的渠道 \`${channel}\`；这里以 \`stable\` 代替，正确的渠道可在 Kasm 中选择。`,
  terraformCode: "配置",
  terraformPage: "该 provider 的代码仓库",
  api: "此注册表供程序使用的文件",
};
