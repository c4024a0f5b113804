import { isObject } from "../../model/json.ts";
import type { WorkspaceRule } from "./rule.ts";

/** Size is 0: a place holder that was never filled in. */
export const sizeZero: WorkspaceRule = {
  name: "size-zero",
  check({ data }, report) {
    const list = data["compatibility"];
    if (data["uncompressed_size_mb"] === 0) report("size-zero", "/uncompressed_size_mb", {});
    if (!Array.isArray(list)) return;
    list.forEach((entry, index) => {
      if (isObject(entry) && entry["uncompressed_size_mb"] === 0)
        report("size-zero", `/compatibility/${index}/uncompressed_size_mb`, {});
    });
  },
};
