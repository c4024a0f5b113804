import type * as en from "../en/check.ts";
import type { Translation } from "../translated.ts";

// Of the texts of check, those alone that the store-front shows where registry.json names nothing.

export const registry: Translation<typeof en.registry> = {
  nameOf: (owner) => `${owner} 的工作区`,
  name: "工作区注册表",
  descriptionOf: (owner) => `由 ${owner} 发布的 Kasm 工作区。`,
  description: "Kasm 工作区。",
};
