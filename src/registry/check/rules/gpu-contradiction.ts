import type { WorkspaceRule } from "./rule.ts";

/** A session that needs a graphics processor and reserves none. */
export const gpuContradiction: WorkspaceRule = {
  name: "gpu-contradiction",
  check({ data }, report) {
    if (data["require_gpu"] === true && data["gpu_count"] === 0)
      report("gpu-contradiction", "/gpu_count", {});
  },
};
