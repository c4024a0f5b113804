import type { SourceFile } from "../../model/types.ts";
import { icons as words } from "../../../strings/check.ts";
import type { Draft, RegistryRule } from "./rule.ts";

/** Bytes of a file name at most on every system. */
const longestName = 240;

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
      } else
        report(draft, "icon-clash", "/image_src", {
          name: file.name,
          other: owners.get(file.name) ?? words.anotherWorkspace,
          published,
        });
    }
  },
};

/**
 * The name under which each icon is published: image_src, or `<slug>-<image_src>` where an earlier folder has taken that name for
 * another picture. Equal pictures share a file.
 */
export function publishedIcons(drafts: readonly Draft[]): Map<Draft, string> {
  const taken = new Map<string, Owner>();
  const names = new Map<Draft, string>();
  for (const draft of drafts) {
    const file = iconFile(draft);
    if (!file) continue;
    let name = file.name;
    for (let n = 1; isTaken(taken.get(fold(name)), name, file); n++)
      name = prefixed(`${draft.slug}${n > 1 ? `-${n}` : ""}`, file);
    taken.set(fold(name), { name, sha1: file.sha1 });
    names.set(draft, name);
  }
  return names;
}

interface Owner {
  name: string;
  sha1: string;
}

/** Names that differ in case or in Unicode form alone are one name on Windows and macOS, where the site may be built or served. */
function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function isTaken(owner: Owner | undefined, name: string, { sha1 }: SourceFile): boolean {
  return owner !== undefined && !(owner.name === name && owner.sha1 === sha1);
}

/** `<slug>-<image_src>`, or by content where that is longer than a file name can be. */
function prefixed(prefix: string, { name, sha1 }: SourceFile): string {
  const long = `${prefix}-${name}`;
  return new TextEncoder().encode(long).length <= longestName
    ? long
    : `${sha1}${/\.[^.]{1,8}$/.exec(name)?.[0] ?? ""}`;
}

/** The regular file that image_src names, if the folder holds it. */
export function iconFile({ data, files }: Pick<Draft, "data" | "files">): SourceFile | undefined {
  return files?.find(({ name, kind, sha1 }) => name === data["image_src"] && kind === "file" && sha1 !== "");
}
