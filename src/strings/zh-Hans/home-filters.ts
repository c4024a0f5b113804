import type * as en from "../en/home-filters.ts";
import type { Translation } from "../translated.ts";
import { count } from "./count.ts";

export const strip: Translation<typeof en.strip> = {
  label: "按所需权限划分的工作区",
  parts: {
    much: (number) => count(number, "个要求高得多的权限"),
    more: (number) => count(number, "个要求较高的权限"),
    usual: (number) => count(number, "个仅关闭 seccomp 过滤器（常见）"),
    minor: (number) => count(number, "个仅有低级别发现项"),
    none: (number) => count(number, "个无额外权限"),
  },
  accepted: (number) => count(number, "个仅要求您已接受的权限"),
  names: {
    much: "高得多的权限",
    more: "较高的权限",
    usual: "无 seccomp 过滤器",
    minor: "低级别发现项",
    none: "无额外权限",
  },
  accept: (finding) => `在此接受“${finding}”`,
  linked: "策略来自链接",
};

export const myKasm: Translation<typeof en.myKasm> = {
  label: "我的 Kasm",
  any: "不限",
  unlisted: (version) => `Kasm ${version} 不会列出`,
  unlistedSome: (number, shown, version) => `${shown} 个中有 ${number} 个不会在 Kasm ${version} 中列出`,
  showListed: "仅显示其余工作区",
  unlistedAll: (number, version, versions) =>
    number === 1
      ? `此工作区适用于 Kasm ${versions}，Kasm ${version} 不会列出。`
      : `这 ${number} 个工作区适用于 Kasm ${versions}，Kasm ${version} 均不会列出。`,
};

export const sheet: Translation<typeof en.sheet> = {
  title: "筛选",
  close: "关闭",
  show: (number) => (number === 0 ? "没有匹配的工作区" : `显示 ${count(number, "个工作区")}`),
};
