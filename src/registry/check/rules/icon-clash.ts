import type { SourceFile, WorkspaceIcon } from "../../model/types.ts";
import { icons as words } from "../../../strings/check.ts";
import type { ParsedWorkspace, RegistryRule } from "./rule.ts";

/** Bytes of a file name at most on every system. */
const longestName = 240;

/** Two folders with one image_src and different pictures. */
export const iconClash: RegistryRule = {
  name: "icon-clash",
  check(workspaces, report) {
    const owners = new Map<string, string>();
    for (const [workspace, { file, published }] of publishedIcons(workspaces)) {
      if (published === file.name) {
        if (!owners.has(published)) owners.set(published, workspace.folder);
      } else
        report(workspace, "icon-clash", "/image_src", {
          name: file.name,
          other: owners.get(file.name) ?? words.anotherWorkspace,
          published,
        });
    }
  },
};

/**
 * The icon of each workspace that has one. The name under which it is published is image_src, or `<slug>-<image_src>` where an earlier folder has taken that name for
 * another picture. Equal pictures share a file.
 */
export function publishedIcons(workspaces: readonly ParsedWorkspace[]): Map<ParsedWorkspace, WorkspaceIcon> {
  const owners = workspaces.flatMap((workspace) => {
    const file = iconFile(workspace);
    return file ? [{ workspace, file }] : [];
  });
  const names = publishedNames(owners.map(({ workspace: { slug }, file }) => ({ ...file, slug })));
  return new Map(owners.map(({ workspace, file }, place) => [workspace, { file, published: names[place]! }]));
}

/** The names of icons in the order of the list; `sha1` stands for the content. */
export function publishedNames(icons: readonly (Icon & { slug: string })[]): string[] {
  const taken = new Map<string, Icon>();
  return icons.map(({ slug, ...icon }) => {
    let { name } = icon;
    for (let n = 1; isTaken(taken.get(fold(name)), name, icon); n++)
      name = prefixed(`${slug}${n > 1 ? `-${n}` : ""}`, icon);
    taken.set(fold(name), { name, sha1: icon.sha1 });
    return name;
  });
}

type Icon = Pick<SourceFile, "name" | "sha1">;

/** Names that differ in case or in Unicode form alone are one name on Windows and macOS, where the site may be built or served. */
function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function isTaken(owner: Icon | undefined, name: string, { sha1 }: Icon): boolean {
  return owner !== undefined && !(owner.name === name && owner.sha1 === sha1);
}

/** `<slug>-<image_src>`, or by content where that is longer than a file name can be. */
function prefixed(prefix: string, { name, sha1 }: Icon): string {
  const long = `${prefix}-${name}`;
  return new TextEncoder().encode(long).length <= longestName
    ? long
    : `${sha1}${/\.[^.]{1,8}$/.exec(name)?.[0] ?? ""}`;
}

/** The regular file that image_src names, if the folder holds it. */
function iconFile({ data, files }: ParsedWorkspace): SourceFile | undefined {
  return files?.find(({ name, kind, sha1 }) => name === data["image_src"] && kind === "file" && sha1 !== "");
}
