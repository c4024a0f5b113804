import type { JsonObject } from "../../registry/model/json.ts";
import type { Node } from "jsonc-parser";
import type { SchemaVersion, SourceFile } from "../../registry/model/types.ts";
import type { ImageLock } from "../../registry/model/image-lock.ts";
import type { Schema } from "../../registry/model/schemas.ts";
import { propertiesOf } from "../../registry/model/locate.ts";
import { visible } from "../../registry/model/text.ts";
import type { Edit } from "../../registry/json/edit.ts";

/** A change that was made, in words: `"1.13" became "1.13.x"`. */
export interface Repair {
  /** The mistake; the code that `check` gives it. */
  code: string;
  message: string;
}

/** A file of the workspace folder that gets another name. */
export interface Rename {
  from: string;
  to: string;
}

/** A workspace as a repair sees it: strict JSON, of either schema. */
export interface Subject {
  text: string;
  tree: Node;
  data: JsonObject;
  schema: SchemaVersion;
  definition: Schema;
  /** The files beside workspace.json; null where there is no folder. */
  files: readonly SourceFile[] | null;
  /** What is known about images; null where nothing is. */
  images: ImageLock | null;
}

/** A change that a repair proposes. */
export interface Proposal {
  repair: Repair;
  edits: Edit[];
  rename?: Rename;
}

/** One kind of repair: safe, because no other edit can have been meant. */
export type Propose = (subject: Subject) => Proposal[];

/** The property of an object with this key, if the key is there exactly once. */
export function propertyOf(object: Node, key: string): { key: Node; value: Node } | null {
  const [found, duplicate] = propertiesOf(object).filter(({ key: { value } }) => value === key);
  return found && !duplicate ? found : null;
}

/** The text of a value for a message: at most 60 characters, invisible ones as escapes. */
export function shown(text: string, { offset, length }: Node): string {
  const written = text.slice(offset, offset + length);
  const short = written.length > 60 ? `${written.slice(0, 59)}…` : written;
  return visible(short);
}

/** The entries of compatibility that are objects. */
export function compatibilityObjects({ tree }: Subject): Node[] {
  const list = propertyOf(tree, "compatibility")?.value;
  return list?.type === "array" ? (list.children ?? []).filter(({ type }) => type === "object") : [];
}
