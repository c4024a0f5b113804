import type { JsonObject } from "../registry/model/json.ts";
import { flagOfProperty } from "../registry/model/flags.ts";
import { reviewWorkspace } from "./index.ts";

/** For tests: one line a finding, "path rule severity". */
export function listFindings(data: JsonObject): string[] {
  return reviewWorkspace(data).map(({ path, rule, severity }) => `${path} ${rule} ${severity}`);
}

/** For tests: the same for a run_config alone. */
export function listRunConfig(config: JsonObject): string[] {
  return listFindings({ run_config: config });
}

/** Rules that only explain why Kasm flags a property. */
export const flagOnlyRules: readonly string[] = ["neutral-option", "empty-value"];

/** For tests: these lines without those that only explain a flag which Kasm, by the list of unflagged properties, does not show. */
export function ofFlagged(lines: readonly string[]): string[] {
  return lines.filter((line) => {
    const [property = "", rule = ""] = line.split(" ");
    return !(flagOnlyRules.includes(rule) && flagOfProperty(property) === null);
  });
}
