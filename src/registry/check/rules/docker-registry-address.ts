import { quote } from "../../model/text.ts";
import { dockerRegistry as words } from "../../../strings/check.ts";
import type { WorkspaceRule } from "./rule.ts";

/** Addresses that no container registry has: seen are web pages, empty texts and version numbers. */
export const dockerRegistryAddress: WorkspaceRule = {
  name: "docker-registry-address",
  check({ data }, report) {
    const value = data["docker_registry"];
    if (typeof value !== "string") return;
    // Never shown: a message may end up in a public log.
    if (/^(\w+:\/\/)?[^/@]*@/.test(value.trim()))
      return report("credential-in-entry", "/docker_registry", { key: "docker_registry" });
    const cause = faultOf(value);
    if (cause)
      report("docker-registry-address", "/docker_registry", { found: quote(value), cause, cure: words.cure });
  },
};

function faultOf(value: string): string | null {
  if (value.trim() === "") return words.empty;
  if (value !== value.trim() || /\s/.test(value)) return words.space;
  if (/^v?\d+(\.[\dx]+)*$/i.test(value)) return words.version;
  const url = URL.parse(/^\w+:\/\//.test(value) ? value : `https://${value}`);
  if (!url) return words.noAddress;
  if (url.protocol !== "https:" && url.protocol !== "http:") return words.scheme(url.protocol);
  if (/\/v2?\d\.\d/.test(url.pathname)) return words.endsInVersion;
  if (/^(www\..*|(hub\.)?docker\.com|github\.com|gitlab\.com)$/.test(url.hostname)) return words.webPage;
  if (/\.(html?|php|md|json)$/i.test(url.pathname)) return words.webPage;
  return url.port === "" && !/\.|^localhost$|^\[/.test(url.hostname) ? words.noDomain : null;
}
