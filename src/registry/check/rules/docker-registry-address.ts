import { quote } from "../../model/problems.ts";
import type { WorkspaceRule } from "./rule.ts";

const cure =
  'Write for instance "https://index.docker.io/v1/" or "https://ghcr.io/", or delete the key for Docker Hub.';

/** Addresses that no container registry has: seen are web pages, empty texts and version numbers. */
export const dockerRegistryAddress: WorkspaceRule = {
  name: "docker-registry-address",
  check({ data }, report) {
    const value = data["docker_registry"];
    if (typeof value !== "string") return;
    const cause = faultOf(value);
    if (cause) report("docker-registry-address", "/docker_registry", { found: quote(value), cause, cure });
  },
};

function faultOf(value: string): string | null {
  if (value.trim() === "") return "which is empty";
  if (value !== value.trim() || /\s/.test(value)) return "which has white space in it";
  if (/^v?\d+(\.[\dx]+)*$/i.test(value)) return "which is a version";
  let url: URL;
  try {
    url = new URL(/^\w+:\/\//.test(value) ? value : `https://${value}`);
  } catch {
    return "which is no address";
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return `which begins with ${url.protocol}//`;
  if (/\/v2?\d\.\d/.test(url.pathname)) return "which ends in a version";
  if (
    /^(hub\.docker\.com|www\.docker\.com|docker\.com|(www\.)?github\.com|(www\.)?gitlab\.com)$/i.test(
      url.hostname,
    )
  )
    return "which is a web page, not a registry";
  if (url.hostname.startsWith("www.") || /\.(html?|php|md|json)$/i.test(url.pathname))
    return "which is a web page, not a registry";
  if (
    !url.hostname.includes(".") &&
    url.hostname !== "localhost" &&
    url.port === "" &&
    !url.hostname.startsWith("[")
  )
    return "which is a name without a domain or a port";
  return null;
}
