import type { JsonValue } from "./json.ts";

/** Keys of a workspace that the schemas do not have, and that people write all the same. Kasm's image records have some of them. */

/** They name something of one deployment, so that they mean nothing in a registry. */
export const deploymentKeys: ReadonlySet<string> = new Set([
  "filter_policy_id",
  "session_banner_id",
  "server_id",
  "server_pool_id",
  "zone_id",
  "zone_name",
  "restrict_to_zone",
  "restrict_to_server",
  "image_id",
  "hash",
  "available",
]);

/** A list has them, computed from the workspace: those of an author are left out. */
export const computedKeys: ReadonlySet<string> = new Set(["sha", "flags"]);

/** They switch off a control of Kasm's: a finding of the review says so, src/review/checks/fields.ts. */
export const controlKeys: ReadonlySet<string> = new Set([
  "filter_policy_force_disabled",
  "session_banner_force_disabled",
]);

const credentialKeys: ReadonlySet<string> = new Set([
  "docker_user",
  "docker_username",
  "docker_token",
  "docker_password",
]);

/** Names of the login of a container registry, which a list would show to everybody, in any spelling: docker_password, dockerPassword, Docker-Password. */
export function isCredential(key: string): boolean {
  return credentialKeys.has(
    key
      .replace(/([a-z])([A-Z])/g, "$1_$2")
      .replaceAll("-", "_")
      .toLowerCase(),
  );
}

/** Whether a key gives such a login away. */
export function givesLogin(key: string, value: JsonValue): boolean {
  return isCredential(key) && value !== null && value !== "";
}

/** Whether an address gives a login away: `s3://key:secret@host/bucket`. A placeholder such as {secret} is none. */
export function holdsLogin(address: string): boolean {
  const [, scheme = "", user = "", secret = ""] =
    /(?:^|[\s"'=])([a-z][a-z0-9+.-]{0,20}):\/\/([^\s/:@]{1,200}):([^\s@]{1,500})@[^\s/]/i.exec(address) ?? [];
  // Secrets of S3 hold slashes; on the web a slash ends the host.
  const isPath = secret.includes("/") && /^https?$/i.test(scheme);
  return secret !== "" && !isPath && !/[<>{}$]|^[*.x]+$/i.test(user + secret);
}

/** The key that a workspace has for the same. */
export const keyAliases: ReadonlyMap<string, string> = new Map([
  ["memory_bytes", "memory"],
  ["uncompressed_size_bytes", "uncompressed_size_mb"],
  ["docker_run_config_override", "run_config"],
  ["category", "categories"],
]);

/** The commands of exec_config. */
export const execHooks: ReadonlySet<string> = new Set(["first_launch", "go", "assign"]);
