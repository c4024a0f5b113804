import type * as en from "../en/access.ts";
import type { Translation } from "../translated.ts";

export const access: Translation<typeof en.access> = {
  areas: {
    image: ["镜像", "无"],
    account: ["用户", "普通用户（uid 1000）"],
    privileged: ["特权模式", "关闭"],
    isolation: ["seccomp、AppArmor、SELinux", "Docker 默认"],
    capabilities: ["权能（capabilities）", "Docker 默认"],
    devices: ["宿主机设备", "无"],
    files: ["宿主机文件夹", "无"],
    network: ["网络", "Kasm 默认"],
    namespaces: ["命名空间、sysctl", "隔离"],
    commands: ["启动命令", "镜像默认"],
    other: ["其他设置", "无"],
  },
  effects: {
    allCapabilities: (number) => `全部 ${number} 项，因为 \`privileged\``,
    allDevices: "宿主机的全部设备，因为 `privileged`",
    noConfinement: "过滤器和访问限制均关闭，因为 `privileged`",
    rootHook: (setting) => `\`${setting}\` 以 root 身份运行命令`,
    privilegedHook: (setting, number) => `\`${setting}\` 以全部 ${number} 项权能运行命令`,
    grantsRoot: (setting) => `\`${setting}\` 允许用户成为 root`,
  },
  architectures: "架构",
  versions: "Kasm 版本",
  size: "磁盘占用",
  changed: "最近更改",
  notStated: "未提供",
};
