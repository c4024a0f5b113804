import { unknownKeys } from "../schema.ts";
import { shape as words } from "../../../strings/check.ts";
import { isObject, toPointer } from "../../model/json.ts";
import { keysOf10 } from "../../model/releases.ts";
import { entryKeys } from "../../model/schemas.ts";
import type { WorkspaceRule } from "./rule.ts";

/** Keys that Kasm does not know, and keys of the other schema. */
export const unknownKey: WorkspaceRule = {
  name: "unknown-key",
  check({ schema, data, parsed, definition }, report) {
    const known = Object.keys(definition.properties ?? {});
    const foreign = new Set<string>();
    for (const key of Object.keys(data)) {
      const instead = schema === "1.1" ? keysOf10.get(key) : undefined;
      if (instead) report("schema-10-key", `/${key}`, { key, instead }, "key");
      else if (schema === "1.0" && !known.includes(key) && entryKeys().includes(key)) {
        const cure =
          key === "image" ? words.imageIn10 : key === "version" ? words.versionIn10 : words.entryKeyIn10;
        report("schema-11-key", `/${key}`, { key, cure }, "key");
      } else continue;
      foreign.add(key);
    }
    for (const { code, pointer, args } of unknownKeys(parsed, definition, foreign))
      report(code, pointer, args, "key");
    const list = data["compatibility"];
    if (schema !== "1.1" || !Array.isArray(list)) return;
    list.forEach((item, index) => {
      if (!isObject(item)) return;
      for (const key of Object.keys(item)) {
        if (!entryKeys().includes(key))
          report(
            "unknown-key",
            toPointer(["compatibility", index, key]),
            {
              key: JSON.stringify(key).slice(1, -1).slice(0, 60),
              cure: words.knownHere(entryKeys()),
            },
            "key",
          );
      }
    });
  },
};
