import type { SourceFile } from "../types.ts";
import type { Draft, RegistryRule } from "./rule.ts";

/** Two folders with one image_src and different pictures. */
export const iconClash: RegistryRule = {
  name: "icon-clash",
  check(drafts, report) {
    const names = publishedIcons(drafts);
    const owners = new Map<string, string>();
    for (const draft of drafts) {
      const file = iconFile(draft);
      const published = names.get(draft);
      if (!file || !published) continue;
      if (published === file.name) {
        if (!owners.has(published)) owners.set(published, draft.folder);
      } else report(draft, "icon-clash", "/image_src", { name: file.name, other: owners.get(file.name) ?? "another workspace", published });
    }
  },
};

/**
 * The name under which each icon is published: image_src, or `<slug>-<image_src>` where an earlier folder has taken that name for
 * another picture. Equal pictures share a file.
 */
export function publishedIcons(drafts: readonly Draft[]): Map<Draft, string> {
  const taken = new Map<string, string>();
  const names = new Map<Draft, string>();
  for (const draft of drafts) {
    const file = iconFile(draft);
    if (!file) continue;
    let name = file.name;
    for (let n = 1; taken.has(name) && taken.get(name) !== file.sha1; n++) name = `${draft.slug}${n > 1 ? `-${n}` : ""}-${file.name}`;
    taken.set(name, file.sha1);
    names.set(draft, name);
  }
  return names;
}

/** The regular file that image_src names, if the folder holds it. */
export function iconFile({ data, files }: Pick<Draft, "data" | "files">): SourceFile | undefined {
  return files?.find(({ name, kind, sha1 }) => name === data["image_src"] && kind === "file" && sha1 !== "");
}
