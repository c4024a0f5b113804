import type { WorkspaceRule } from "./rule.ts";

/** Strings (1.0) and objects (1.1) in one compatibility list. */
export const mixedCompatibility: WorkspaceRule = {
  name: "mixed-compatibility",
  check({ data }, report) {
    const list = data["compatibility"];
    if (!Array.isArray(list)) return;
    const strings = list.findIndex((item) => typeof item === "string");
    const objects = list.findIndex((item) => item !== null && typeof item === "object");
    if (strings >= 0 && objects >= 0)
      report("mixed-compatibility", `/compatibility/${Math.max(strings, objects)}`, {});
  },
};
