import { parseImage } from "../../model/image-reference.ts";
import { entriesOf, isLink } from "../../model/releases.ts";
import { quote } from "../../model/text.ts";
import { startsWithLogin } from "./misplaced-login.ts";
import type { WorkspaceRule } from "./rule.ts";

/** Image references that docker cannot read. */
export const invalidImage: WorkspaceRule = {
  name: "invalid-image",
  check({ schema, data }, report) {
    if (isLink(data)) return;
    const images: [pointer: string, key: string, value: unknown][] = [
      ["/name", "name", schema === "1.0" ? data["name"] : undefined],
    ];
    if (schema === "1.1") {
      for (const { entry, index } of entriesOf(data))
        images.push([`/compatibility/${index}/image`, `compatibility[${index}].image`, entry["image"]]);
    }
    for (const [pointer, key, value] of images) {
      // An empty text is the schema's to report, and a login that of its own rule.
      if (typeof value !== "string" || value === "" || startsWithLogin(value)) continue;
      const image = parseImage(value);
      if ("cause" in image)
        report("invalid-image", pointer, { key, found: quote(value), cause: image.cause, cure: image.cure });
    }
  },
};
