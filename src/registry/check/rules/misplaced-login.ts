import { givesLogin } from "../../model/foreign-keys.ts";
import { isObject, toPointer } from "../../model/json.ts";
import { entriesOf } from "../../model/releases.ts";
import type { Report, WorkspaceRule } from "./rule.ts";

/** A login of a container registry in an image name, or in a key of run_config, exec_config or one of its hooks. */
export const misplacedLogin: WorkspaceRule = {
  name: "misplaced-login",
  check({ data }, report) {
    reportKeys(data["run_config"], ["run_config"], report);
    const hooks = data["exec_config"];
    reportKeys(hooks, ["exec_config"], report);
    for (const [hook, value] of isObject(hooks) ? Object.entries(hooks) : [])
      reportKeys(value, ["exec_config", hook], report);
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

/** `user:secret@host/image`; a digest also follows an @, but no path follows the digest. */
export function startsWithLogin(image: unknown): boolean {
  if (typeof image !== "string") return false;
  const [login = "", path = ""] = image
    .trim()
    .replace(/^\w{1,20}:\/\//, "")
    .split("@", 2);
  return /^[^:/\s]+:[^/\s]+$/.test(login) && /^[^/\s]+\//.test(path);
}
