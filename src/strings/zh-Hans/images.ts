import type * as en from "../en/images.ts";
import type { Translation } from "../translated.ts";

export const imageStates: Translation<typeof en.imageStates> = { missing: "缺失", old: "超过一年" };

export const imageFacts: Translation<typeof en.imageFacts> = {
  missing: (day) => `自 ${day}起不在镜像仓库中`,
  private: (day) => `自 ${day}起未登录无法查看`,
  unreachable: (day) => `镜像仓库自 ${day}起没有响应`,
  size: (size) => `解压后 ${size}`,
  about: (size) => `约 ${size}`,
  built: (day) => `最近构建于 ${day}`,
  root: "以 root 身份运行，且 run_config 未指定其他用户",
  source: "镜像的源代码",
  copyPinned: "复制带摘要的镜像名称",
};
