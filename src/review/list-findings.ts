import type { JsonObject } from "../registry/model/json.ts";
import { reviewWorkspace } from "./index.ts";

/** For tests: one line a finding, "path rule severity". */
export function listFindings(data: JsonObject): string[] {
  return reviewWorkspace(data).map(({ path, rule, severity }) => `${path} ${rule} ${severity}`);
}

/** For tests: the same for a run_config alone. */
export function listRunConfig(config: JsonObject): string[] {
  return listFindings({ run_config: config });
}
