import { stringsOf } from "../../model/releases.ts";
import type { WorkspaceRule } from "./rule.ts";

/** More categories than Kasm's documentation asks for. */
export const tooManyCategories: WorkspaceRule = {
  name: "too-many-categories",
  check({ data }, report) {
    const count = stringsOf(data["categories"]).length;
    if (count > 3) report("too-many-categories", "/categories", { count: String(count) });
  },
};
