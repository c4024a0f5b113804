import { schema as words } from "../../../strings/check.ts";
import { givesLogin, holdsLogin } from "../../model/foreign-keys.ts";
import { isObject, toPointer, type JsonObject } from "../../model/json.ts";
import { entriesOf } from "../../model/releases.ts";
import type { Report, WorkspaceRule } from "./rule.ts";

/** Texts for people, in which an address may be an example, and keys with a rule of their own. */
const otherTexts: ReadonlySet<string> = new Set([
  "friendly_name",
  "description",
  "notes",
  "name",
  "docker_registry",
  "image_src",
]);

/** A login in an image name, in a key of run_config, exec_config or one of its hooks, or in an address. */
export const misplacedLogin: WorkspaceRule = {
  name: "misplaced-login",
  check({ data }, report) {
    reportKeys(data["run_config"], ["run_config"], report);
    const hooks = data["exec_config"];
    reportKeys(hooks, ["exec_config"], report);
    for (const [hook, value] of isObject(hooks) ? Object.entries(hooks) : [])
      reportKeys(value, ["exec_config", hook], report);
    reportAddresses(data, report);
    if (startsWithLogin(data["name"])) report("credential-in-entry", "/name", { key: "name" });
    for (const { entry, index } of entriesOf(data)) {
      const key = `compatibility[${index}].image`;
      if (startsWithLogin(entry["image"]))
        report("credential-in-entry", toPointer(["compatibility", index, "image"]), { key });
    }
  },
};

function reportKeys(value: unknown, place: string[], report: Report): void {
  if (!isObject(value)) return;
  for (const [key, member] of Object.entries(value))
    if (givesLogin(key, member))
      report("credential-in-entry", toPointer([...place, key]), { key: [...place, key].join(".") }, "key");
}

/** Logins in the values of keys that hold an address or a path, and in the folders of volume_mappings. */
function reportAddresses(data: JsonObject, report: Report): void {
  const what = words.login;
  for (const [key, value] of Object.entries(data))
    if (typeof value === "string" && !otherTexts.has(key) && holdsLogin(value))
      report("credential-in-entry", toPointer([key]), { key, what });
  const mounts = data["volume_mappings"];
  // The pointer of the folder itself would show the secret in reports.
  if (isObject(mounts) && Object.keys(mounts).some(holdsLogin))
    report("credential-in-entry", "/volume_mappings", { key: "volume_mappings", what }, "key");
}

/** `user:secret@host/image`; a digest also follows an @, but no path follows the digest. */
export function startsWithLogin(image: unknown): boolean {
  if (typeof image !== "string") return false;
  const [login = "", path = ""] = image
    .trim()
    .replace(/^\w{1,20}:\/\//, "")
    .split("@", 2);
  return /^[^:/\s]+:[^/\s]+$/.test(login) && /^[^/\s]+\//.test(path);
}
