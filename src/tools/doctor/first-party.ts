const hosts: ReadonlySet<string> = new Set(["registry.kasmweb.com", "ai.registry.kasmweb.com"]);

/** Kasm's own registries: their name is rightly Kasm's, and their icon is a relative one that Kasm's pages know. */
export function isFirstParty(address: string | null): boolean {
  return hosts.has(URL.parse(address ?? "")?.hostname ?? "");
}
