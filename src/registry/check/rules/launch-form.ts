import { isObject, toPointer } from "../../model/json.ts";
import { quote } from "../../model/text.ts";
import type { WorkspaceRule } from "./rule.ts";

/** Keys that read like the name of a secret: "tailscale_key", "API-Token". */
const secret =
  /(^|[^a-z])(api|auth|access|private|secret|license)?[_-]?(key|token|secret|password|passwd|passphrase|pwd|pin)s?($|[^a-z])/i;

/** A launch form that asks for one key twice, writes to no absolute path, or lets Kasm save a secret. */
export const launchForm: WorkspaceRule = {
  name: "launch-form",
  check({ data }, report) {
    const config = data["launch_config"];
    if (!isObject(config)) return;
    const mapping = config["file_mapping"];
    const destination = isObject(mapping) ? mapping["destination"] : undefined;
    if (typeof destination === "string" && !/^(\/|[a-z]:[\\/])/i.test(destination))
      report("launch-destination", "/launch_config/file_mapping/destination", { found: quote(destination) });
    const first = new Map<string, number>();
    const questions = Array.isArray(config["launch_form"]) ? config["launch_form"] : [];
    questions.forEach((question, index) => {
      const key = isObject(question) ? question["key"] : undefined;
      if (!isObject(question) || typeof key !== "string" || key === "") return;
      const pointer = toPointer(["launch_config", "launch_form", index, "key"]);
      const shown = quote(key).slice(1, -1);
      const other = first.get(key);
      if (other === undefined) first.set(key, index);
      else report("launch-duplicate-key", pointer, { key: shown, first: String(other + 1) });
      if (question["allow_saving"] === true && secret.test(key))
        report("launch-saved-secret", pointer, { key: shown });
    });
  },
};
