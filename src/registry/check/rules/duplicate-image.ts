import { fullName, parseImage } from "../../model/image-reference.ts";
import { compatibilityOf, isLink } from "../../model/releases.ts";
import type { RegistryRule } from "./rule.ts";

/** Two workspaces that install the same image for the same Kasm versions, with the same settings. */
export const duplicateImage: RegistryRule = {
  name: "duplicate-image",
  check(workspaces, report) {
    const first = new Map<string, string>();
    for (const workspace of workspaces) {
      if (isLink(workspace.data)) continue;
      const entries = compatibilityOf(workspace).filter(({ image, version }) => image && version);
      const [entry] = entries;
      if (!entry) continue;
      const key = JSON.stringify([
        entries.map(({ image, version }) => `${version} ${oneSpelling(image)}`).sort(),
        workspace.data["run_config"] ?? null,
        workspace.data["exec_config"] ?? null,
      ]);
      const other = first.get(key);
      const pointer = workspace.schema === "1.0" ? "/name" : "/compatibility/0/image";
      if (other)
        report(workspace, "duplicate-image", pointer, {
          image: entry.image,
          versions: entries.map(({ version }) => version).join(", "),
          other,
        });
      else first.set(key, workspace.folder);
    }
  },
};

function oneSpelling(text: string): string {
  const image = parseImage(text);
  return "cause" in image ? text : fullName(image);
}
