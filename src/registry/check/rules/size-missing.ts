import { shape as words } from "../../../strings/check.ts";
import { isObject } from "../../model/json.ts";
import { quote } from "../../model/text.ts";
import { example } from "../schema-words.ts";
import type { WorkspaceRule } from "./rule.ts";

const key = "uncompressed_size_mb";

/** No size: of the workspace in 1.0, of an entry in 1.1. A link has none. */
export const sizeMissing: WorkspaceRule = {
  name: "size-missing",
  check({ schema, data, definition }, report) {
    if (data["image_type"] === "Link") return;
    const list = Array.isArray(data["compatibility"]) ? data["compatibility"] : [];
    const { properties } = schema === "1.0" ? definition : definition.properties!["compatibility"]!.items!;
    const cure = words.add({ key, value: example(properties![key]!) });
    if (schema === "1.0" && !Object.hasOwn(data, key)) report("size-missing", "", { key, cure });
    if (schema === "1.0") return;
    list.forEach((entry, index) => {
      if (!isObject(entry) || Object.hasOwn(entry, key)) return;
      const where = words.ofVersion(quote(entry["version"]));
      report("size-missing", `/compatibility/${index}`, { key, cure, where });
    });
  },
};
