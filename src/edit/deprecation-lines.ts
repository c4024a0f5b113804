import type { Retirement } from "../registry/model/retirement.ts";

/** The lines of front matter that say that a workspace is deprecated. */
export function deprecationLines({ since, because, replacedBy }: Retirement): string[] {
  const said = Object.entries({
    since,
    // JSON is YAML.
    because: because && JSON.stringify(because),
    replaced_by: replacedBy && JSON.stringify(replacedBy),
  }).filter(([, value]) => value !== "");
  return said.length > 0
    ? ["deprecated:", ...said.map(([key, value]) => `  ${key}: ${value}`)]
    : ["deprecated: true"];
}
