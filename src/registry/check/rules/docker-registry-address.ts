import { parseImage, registryHost, type ImageReference } from "../../model/image-reference.ts";
import type { JsonObject } from "../../model/json.ts";
import { entriesOf } from "../../model/releases.ts";
import { quote } from "../../model/text.ts";
import { dockerRegistry as words } from "../../../strings/check.ts";
import type { WorkspaceRule } from "./rule.ts";

/** Hosts that hand out the images of another one. Source: docs.linuxserver.io, on lscr.io. */
const fronts: ReadonlyMap<string, string> = new Map([["lscr.io", "ghcr.io"]]);

/** Addresses that no container registry has: seen are web pages, empty texts and version numbers; and another host than that of the images. */
export const dockerRegistryAddress: WorkspaceRule = {
  name: "docker-registry-address",
  check({ data }, report) {
    const value = data["docker_registry"];
    if (typeof value !== "string") return;
    // Never shown: a message may end up in a public log.
    if (/^(\w+:\/\/)?[^/@]*@/.test(value.trim()))
      return report("credential-in-entry", "/docker_registry", { key: "docker_registry" });
    const cause = faultOf(value);
    const found = quote(value);
    if (cause)
      return report("docker-registry-address", "/docker_registry", { found, cause, cure: words.cure });
    const other = otherHost(value, data);
    if (other !== null)
      report("docker-registry-address", "/docker_registry", { found, ...words.otherHost(other) });
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

/** The host that the images name, where none of them names that of docker_registry. */
function otherHost(registry: string, data: JsonObject): string | null {
  const host = registryHost(registry);
  const images = [data["name"], ...entriesOf(data).map(({ entry }) => entry["image"])].flatMap((image) => {
    const reference = typeof image === "string" ? parseImage(image) : null;
    return reference && "registry" in reference ? [reference] : [];
  });
  const isAt = ({ registry: named, hasHost }: ImageReference): boolean =>
    !hasHost || named.toLowerCase() === host || fronts.get(named.toLowerCase()) === host;
  return host === "" || images.some(isAt) ? null : (images[0]?.registry ?? null);
}
