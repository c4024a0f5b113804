import { compareVersions, kasmServers, suits } from "../registry/model/kasm-versions.ts";

/** The servers that a visitor may have, newest first: those known, and those that only this registry names. Pure. */
export function serversToChoose(versions: readonly string[]): string[] {
  const unknown = versions.filter((version) => !kasmServers.some((server) => suits(server, version)));
  return [...kasmServers, ...unknown].sort((a, b) => compareVersions(b, a));
}
