import { unknownKeys } from "../schema.ts";
import { shape as words } from "../../../strings/check.ts";
import { isObject, toPointer } from "../../model/json.ts";
import { keysOf10 } from "../../model/releases.ts";
import type { WorkspaceRule } from "./rule.ts";

const of11 = new Set(["version", "image", "available_tags"]);

/** Keys that Kasm does not know, and keys of the other schema. */
export const unknownKey: WorkspaceRule = {
  name: "unknown-key",
  check({ schema, data, parsed, definition }, report) {
    const foreign = new Set<string>();
    for (const key of Object.keys(data)) {
      const instead = schema === "1.1" ? keysOf10.get(key) : undefined;
      if (instead) report("schema-10-key", `/${key}`, { key, instead }, "key");
      else if (schema === "1.0" && of11.has(key)) {
        const cure =
          key === "image" ? words.imageIn10 : key === "version" ? words.versionIn10 : words.tagsIn10;
        report("schema-11-key", `/${key}`, { key, cure }, "key");
      } else continue;
      foreign.add(key);
    }
    for (const { code, pointer, args } of unknownKeys(parsed, definition, foreign))
      report(code, pointer, args, "key");
    const list = data["compatibility"];
    if (schema !== "1.1" || !Array.isArray(list)) return;
    const known = Object.keys(definition.properties?.["compatibility"]?.items?.properties ?? {});
    list.forEach((item, index) => {
      if (!isObject(item)) return;
      for (const key of Object.keys(item)) {
        if (!known.includes(key))
          report(
            "unknown-key",
            toPointer(["compatibility", index, key]),
            {
              key: JSON.stringify(key).slice(1, -1).slice(0, 60),
              cure: words.knownHere(known),
            },
            "key",
          );
      }
    });
  },
};
