import { isObject, toPointer } from "../../model/json.ts";
import { isSecretName } from "../../model/secrets.ts";
import { quote } from "../../model/text.ts";
import type { WorkspaceRule } from "./rule.ts";

const secretWord = /^(\w*password|passwd|passphrase|secret|pwd|pw|pin|otp|credential)s?$/;
const secretLastWord = /^(key|\w*(api|auth|access|private|secret)key|\w*token)$/;
const harmlessWord = /^(public|primary|foreign|sort|count|limit|max)$/;

/** Whether a key reads like the name of a secret: "tailscale_key", "API-Token", "clientSecret"; not "public_key" or "max_tokens". */
function namesSecret(key: string): boolean {
  const words = key
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  if (words.some((word) => secretWord.test(word))) return true;
  const isSecret = isSecretName(key) || secretLastWord.test(words.at(-1) ?? "");
  return isSecret && !words.some((word) => harmlessWord.test(word));
}

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
      if (question["allow_saving"] === true && (namesSecret(key) || question["input_type"] === "password"))
        report("launch-saved-secret", pointer, { key: shown });
    });
  },
};
