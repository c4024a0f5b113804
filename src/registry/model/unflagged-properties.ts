/**
 * The run_config properties that Kasm shows no flag for, and how we know: "documented" is in Kasm's own documentation,
 * "inferred" follows from entries of Kasm's own store. Kasm has not published the list; when it does, this is the one place to correct.
 */
export const ignoredProperties = {
  entrypoint: "documented",
  hostname: "inferred",
  environment: "inferred",
} as const satisfies Record<string, "documented" | "inferred">;

/** Whether Kasm ignores a property of this name. Names are case-sensitive. */
export function isIgnored(property: string): boolean {
  return Object.hasOwn(ignoredProperties, property);
}
