import { schema as words } from "../../../strings/check.ts";
import { closest } from "../../model/closest.ts";
import { keyAliases } from "../../model/foreign-keys.ts";
import { imageKey, measuredSize } from "../../model/image-lock.ts";
import type { JsonObject, JsonValue } from "../../model/json.ts";
import { entriesOf, isLink } from "../../model/releases.ts";
import { quote } from "../../model/text.ts";
import { example } from "../schema-words.ts";
import type { WorkspaceRule } from "./rule.ts";

export const sizeKey = "uncompressed_size_mb";

/** No size: of the workspace in 1.0, of an entry in 1.1. A link has none. */
export const sizeMissing: WorkspaceRule = {
  name: "size-missing",
  check({ schema, data, definition, images }, report) {
    if (isLink(data)) return;
    const holder = schema === "1.0" ? definition : definition.properties?.["compatibility"]?.items;
    const guess = example(holder?.properties?.[sizeKey] ?? {});
    /** Where images are looked at, the size is not for people to find out. */
    const cureOf = (image: JsonValue | undefined): string => {
      const measured = images && measuredSize(images, imageKey(String(image)));
      if (images && !images.has(imageKey(String(image)) ?? "")) return words.measure;
      return words.add({ key: sizeKey, value: measured?.toString() ?? guess });
    };
    if (schema === "1.0" && !saysSize(data))
      report("size-missing", "", { key: sizeKey, cure: cureOf(data["name"]) });
    // A size at the top of a 1.1 workspace is a problem of its own, whose cure ends this one as well.
    if (schema === "1.0" || Object.hasOwn(data, sizeKey)) return;
    for (const { entry, index } of entriesOf(data)) {
      if (saysSize(entry)) continue;
      const { version, image } = entry;
      const where =
        typeof version === "string" && version !== ""
          ? words.ofVersion(quote(version))
          : words.inEntry(`compatibility[${index}]`);
      report("size-missing", `/compatibility/${index}`, { key: sizeKey, cure: cureOf(image), where });
    }
  },
};

/** Whether an object has the key, or one that is reported as a misspelling or another unit of it. */
function saysSize(object: JsonObject): boolean {
  return Object.keys(object).some(
    (name) => name === sizeKey || keyAliases.get(name) === sizeKey || closest(name, [sizeKey]) !== null,
  );
}
