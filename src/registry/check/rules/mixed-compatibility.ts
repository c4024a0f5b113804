import { mixedAt } from "../../model/releases.ts";
import type { WorkspaceRule } from "./rule.ts";

/** Strings (1.0) and objects (1.1) in one compatibility list. */
export const mixedCompatibility: WorkspaceRule = {
  name: "mixed-compatibility",
  check({ data }, report) {
    const index = mixedAt(data);
    if (index !== null) report("mixed-compatibility", `/compatibility/${index}`, {});
  },
};
