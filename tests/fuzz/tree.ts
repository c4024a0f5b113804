import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { pathBytes } from "./paths.ts";

/** The entry at a path below the content folder: bytes, a folder, a link, or a file of this many NUL bytes that take no room. */
export type Content = Uint8Array | { folder: true } | { link: string } | { hole: number };

/** By path, with forward slashes. A path may name what another one needs as a folder; what cannot be written is left out. */
export type Tree = ReadonlyMap<string, Content>;

/** Puts a tree in the place of whatever was in `root`. */
export function writeTree(root: string, tree: Tree): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const [path, content] of tree) {
    const target = (part: string): Buffer => Buffer.concat([Buffer.from(`${root}/`), pathBytes(part)]);
    const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    try {
      if (parent) mkdirSync(target(parent), { recursive: true });
      if (content instanceof Uint8Array) writeFileSync(target(path), content);
      else if ("folder" in content) mkdirSync(target(path), { recursive: true });
      else if ("link" in content) symlinkSync(content.link, target(path));
      else {
        writeFileSync(target(path), "");
        truncateSync(target(path) as unknown as string, content.hole);
      }
    } catch (error) {
      // Two names that are one on this disk, or a name that it does not take: then the tree is one without it.
      if (
        !["EEXIST", "EISDIR", "ENOTDIR", "ENAMETOOLONG", "EILSEQ", "EINVAL", "ENOENT"].includes(
          (error as NodeJS.ErrnoException).code ?? "",
        )
      )
        throw error;
    }
  }
}

type Row = { path: string } & ({ text: string } | { base64: string } | Exclude<Content, Uint8Array>);

/** A tree as JSON that a person can read, and back: texts as they are, other bytes as base64; in the order in which they are written. */
export function treeToJson(tree: Tree): string {
  const rows = [...tree].map(([path, content]): Row => {
    if (!(content instanceof Uint8Array)) return { path, ...content };
    const text = Buffer.from(content).toString("utf8");
    return {
      path,
      ...(Buffer.from(text).equals(content) ? { text } : { base64: Buffer.from(content).toString("base64") }),
    };
  });
  return `${JSON.stringify(rows, null, 2)}\n`;
}

export function treeFromJson(json: string): Tree {
  return new Map(
    (JSON.parse(json) as Row[]).map(({ path, ...content }) => [
      path,
      "text" in content
        ? Buffer.from(content.text)
        : "base64" in content
          ? Buffer.from(content.base64, "base64")
          : content,
    ]),
  );
}
