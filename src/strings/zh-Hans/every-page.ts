import type * as en from "../en/every-page.ts";
import type { Translation } from "../translated.ts";

export const site: Translation<typeof en.site> = {
  home: "工作区",
  search: "搜索工作区",
  copied: "已复制",
  copyFailed: "请选中文本并复制",
};

export const frame: Translation<typeof en.frame> = {
  skip: "跳到正文",
  navigation: "主导航",
  flags: "安全指南",
  verify: "验证",
  builtFrom: (commit) => `由提交 ${commit} 构建 · 验证`,
  create: "添加工作区",
  source: "源代码",
  contact: "联系方式",
  external: "（打开其他网站）",
  breadcrumb: "当前位置",
  copy: "复制",
  updated: "更新于",
  footer: "无 Cookie，无跟踪，无第三方请求。",
  inEnglish: "本页较长的文字为英文。",
};
