import type { WorkspaceRule } from "./rule.ts";

/** A size of nothing: a place holder that was never filled in. */
export const sizeZero: WorkspaceRule = {
  name: "size-zero",
  check({ data }, report) {
    const list = data["compatibility"];
    if (data["uncompressed_size_mb"] === 0) report("size-zero", "/uncompressed_size_mb", {});
    if (!Array.isArray(list)) return;
    list.forEach((entry, index) => {
      const isZero =
        entry !== null &&
        typeof entry === "object" &&
        !Array.isArray(entry) &&
        entry["uncompressed_size_mb"] === 0;
      if (isZero) report("size-zero", `/compatibility/${index}/uncompressed_size_mb`, {});
    });
  },
};
