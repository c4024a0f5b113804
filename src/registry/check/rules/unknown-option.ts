import { isObject, toPointer } from "../../model/json.ts";
import { givesLogin } from "../../model/foreign-keys.ts";
import { adviseProperty, isPropertyName } from "../../model/run-config.ts";
import { quote } from "../../model/text.ts";
import { schema as words } from "../../../strings/check.ts";
import type { WorkspaceRule } from "./rule.ts";

/** Names in run_config that Docker's library refuses: a workspace that can be installed and never started. */
export const unknownOption: WorkspaceRule = {
  name: "unknown-option",
  check({ data, definition }, report) {
    const options = data["run_config"];
    if (!isObject(options)) return;
    for (const [option, value] of Object.entries(options)) {
      if (isPropertyName(option) || givesLogin(option, value)) continue;
      const cure = Object.hasOwn(definition.properties ?? {}, option)
        ? words.moveUp
        : (adviseProperty(option) ?? words.lookOptionUp).replaceAll("`", '"');
      report("unknown-option", toPointer(["run_config", option]), { option: quote(option), cure }, "key");
    }
  },
};
