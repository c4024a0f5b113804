import { schema as words } from "../../../strings/check.ts";
import { closest } from "../../model/closest.ts";
import { keyAliases } from "../../model/foreign-keys.ts";
import type { JsonObject } from "../../model/json.ts";
import { entriesOf, isLink } from "../../model/releases.ts";
import { quote } from "../../model/text.ts";
import { example } from "../schema-words.ts";
import type { WorkspaceRule } from "./rule.ts";

export const sizeKey = "uncompressed_size_mb";

/** No size: of the workspace in 1.0, of an entry in 1.1. A link has none. */
export const sizeMissing: WorkspaceRule = {
  name: "size-missing",
  check({ schema, data, definition }, report) {
    if (isLink(data)) return;
    const holder = schema === "1.0" ? definition : definition.properties?.["compatibility"]?.items;
    const cure = words.add({ key: sizeKey, value: example(holder?.properties?.[sizeKey] ?? {}) });
    if (schema === "1.0" && !saysSize(data)) report("size-missing", "", { key: sizeKey, cure });
    // A size at the top of a 1.1 workspace is a problem of its own, whose cure ends this one as well.
    if (schema === "1.0" || Object.hasOwn(data, sizeKey)) return;
    for (const { entry, index } of entriesOf(data)) {
      if (saysSize(entry)) continue;
      const { version } = entry;
      const where =
        typeof version === "string" && version !== ""
          ? words.ofVersion(quote(version))
          : words.inEntry(`compatibility[${index}]`);
      report("size-missing", `/compatibility/${index}`, { key: sizeKey, cure, where });
    }
  },
};

/** Whether an object has the key, or one that is reported as a misspelling or another unit of it. */
function saysSize(object: JsonObject): boolean {
  return Object.keys(object).some(
    (name) => name === sizeKey || keyAliases.get(name) === sizeKey || closest(name, [sizeKey]) !== null,
  );
}
