import { entriesOf, isLink } from "../../model/releases.ts";
import type { WorkspaceRule } from "./rule.ts";

/** Size is 0: a place holder that was never filled in. */
export const sizeZero: WorkspaceRule = {
  name: "size-zero",
  check({ data }, report) {
    if (isLink(data)) return;
    if (data["uncompressed_size_mb"] === 0) report("size-zero", "/uncompressed_size_mb", {});
    for (const { entry, index } of entriesOf(data)) {
      if (entry["uncompressed_size_mb"] === 0)
        report("size-zero", `/compatibility/${index}/uncompressed_size_mb`, {});
    }
  },
};
