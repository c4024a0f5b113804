/** Keeps Astro from telling its makers about builds, and from asking for a newer version of itself: nothing here connects to a host that the author did not name. */
export function keepOffline(): void {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  process.env["ASTRO_DISABLE_UPDATE_CHECK"] = "true";
}
