import { textBefore } from "../registry/model/text.ts";
import { edits as words } from "../strings/tools.ts";
import type { Node } from "jsonc-parser";
import { applyEdits, insertItem, replaceNode, type Edit } from "../registry/json/edit.ts";
import { propertyOf } from "./fix/repair.ts";
import { parseImage } from "../registry/model/image-reference.ts";
import { compareVersions, minorVersion, parseVersion } from "../registry/model/kasm-versions.ts";
import { readEditable, textOfNode, type EditableSource } from "./source-edit.ts";

/** Outcome for a source, as half a sentence about the workspace; `text` differs from the source only where something changed. */
export type Edited = { text: string; note: string } | { fault: string };

export interface AddOptions {
  /** Take the entry of this version, and leave workspaces without it alone. Otherwise the newest that is not newer than the added one. */
  from?: string | undefined;
  /** The tag of the image in the new entry; 1.1 only. */
  imageTag?: string | undefined;
}

/**
 * Adds a Kasm version ("1.20.x") to compatibility, in number order and in the list's own direction and formatting; nothing else changes.
 * In schema 1.1 the new entry copies the image, size and tags of another. A version that is there already is left as it is.
 */
export function addVersion(content: Uint8Array | string, version: string, options: AddOptions = {}): Edited {
  const source = readEditable(content);
  if ("fault" in source) return source;
  const { text, versions, schema } = source;
  if (versions.includes(version)) return { text, note: words.hasVersion(version) };
  if (options.from !== undefined && !versions.includes(options.from))
    return { text, note: words.lacksVersion(options.from) };
  if (schema === "1.0" && options.imageTag !== undefined) return { fault: words.oneImage };
  const model = options.from ?? nearest(source, version);
  const entry =
    schema === "1.0"
      ? { json: JSON.stringify(version) }
      : copyEntry(source, model, version, options.imageTag);
  if ("fault" in entry) return entry;
  const after = applyEdits(text, [insertItem(text, source.list, position(source, version), entry.json)]);
  const note = schema === "1.0" ? words.added(version) : words.addedWithImage({ version, from: model });
  return { text: after, note };
}

/** The newest version that is not newer than the wanted one, else the oldest; "1.20.x" stands for all of its releases. */
function nearest({ versions }: EditableSource, version: string): string {
  // Until now, a server of this release took the entry of its minor version.
  if (versions.includes(minorVersion(version))) return minorVersion(version);
  const sorted = versions.filter((other) => other !== "").toSorted(compareVersions);
  const isNewer = (other: string): boolean =>
    minorVersion(other) !== version && compareVersions(other, version) > 0;
  return sorted.findLast((other) => !isNewer(other)) ?? sorted[0] ?? "";
}

/** The index that the version gets: behind the nearest lower ones, or before them in a list that runs from new to old. */
function position({ versions }: EditableSource, version: string): number {
  const known = versions.filter((other) => parseVersion(other));
  const steps = known
    .slice(1)
    .map((other, i) => compareVersions(minorVersion(known[i] ?? ""), minorVersion(other)));
  const falling = steps.every((step) => step >= 0) && steps.some((step) => step > 0);
  const lower = versions.filter((other) => compareVersions(other, version) < 0);
  const nearest = lower.toSorted(compareVersions).at(-1);
  if (nearest === undefined) return falling ? versions.length : 0;
  const isNearest = (other: string): boolean =>
    minorVersion(other) === minorVersion(nearest) && lower.includes(other);
  return falling ? versions.findIndex(isNearest) : versions.findLastIndex(isNearest) + 1;
}

/** The JSON of another entry, character by character, with the new version and, where wanted, the new tag. */
function copyEntry(
  { text, items, versions }: EditableSource,
  from: string,
  version: string,
  tag: string | undefined,
): { json: string } | { fault: string } {
  const model = items[versions.indexOf(from)];
  const versionNode = model && propertyOf(model, "version")?.value;
  if (!versionNode) return { fault: words.entryWithoutVersion };
  const edits = [replaceNode(versionNode, JSON.stringify(version))];
  if (tag !== undefined) {
    const tagged = withTag(model, tag);
    if ("fault" in tagged) return tagged;
    edits.push(...tagged.edits);
  }
  const json = applyEdits(
    textOfNode(text, model),
    edits.map((edit) => ({ ...edit, offset: edit.offset - model.offset })),
  );
  return { json };
}

/** The image with another tag, and that tag in available_tags in the place of the old one. */
function withTag(entry: Node, tag: string): { edits: Edit[] } | { fault: string } {
  const node = propertyOf(entry, "image")?.value;
  const image = typeof node?.value === "string" ? parseImage(node.value) : null;
  if (!node || !image || "cause" in image) return { fault: words.noTag };
  const bare = textBefore(String(node.value), "@");
  const name = image.tag === null ? bare : bare.slice(0, -image.tag.length - 1);
  const tags = propertyOf(entry, "available_tags")?.value.children ?? [];
  const old = tags.filter(({ value }) => value === image.tag && !tags.some((other) => other.value === tag));
  return {
    edits: [node, ...old].map((target) =>
      replaceNode(target, JSON.stringify(target === node ? `${name}:${tag}` : tag)),
    ),
  };
}
