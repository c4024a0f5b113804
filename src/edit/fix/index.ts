import { isObject } from "../../registry/model/json.ts";
import { parseJson } from "../../registry/json/parse.ts";
import type { ImageLock } from "../../registry/model/image-lock.ts";
import { workspaceSchemas } from "../../registry/model/schemas.ts";
import type { SourceFile } from "../../registry/model/types.ts";
import { schemaOf } from "../../registry/model/releases.ts";
import { applyEdits } from "../../registry/json/edit.ts";
import { fixEncoding } from "./encoding.ts";
import type { Propose, Rename, Repair, Subject } from "./repair.ts";
import { architectureAlias } from "./repairs/architecture-alias.ts";
import { iconCase } from "./repairs/icon-case.ts";
import { iconContentType } from "./repairs/icon-content-type.ts";
import { misspeltKey } from "./repairs/misspelt-key.ts";
import { sizeOfImage } from "./repairs/size-of-image.ts";
import { versionForm } from "./repairs/version-form.ts";
import { wrongType } from "./repairs/wrong-type.ts";
import { fixSyntax } from "./syntax.ts";

export type { Rename, Repair } from "./repair.ts";

/** A file after its repairs. */
export interface Fixed {
  /** Text before and after, without byte-order mark; null where the encoding is unknown, equal where only the encoding was repaired. */
  before: string | null;
  after: string | null;
  repairs: Repair[];
  renames: Rename[];
}

/** In this order: a key must be right before its value is looked at, and a value must be a list before its items are. */
const repairs: readonly Propose[] = [
  misspeltKey,
  wrongType,
  architectureAlias,
  versionForm,
  iconCase,
  iconContentType,
  sizeOfImage,
];

/** Repairs of one kind in one file at most: far more than a workspace has values, and a guard against going round in circles. */
const mostRounds = 1000;

/**
 * Repairs what is safe to repair in a workspace.json: mistakes that can have been meant in one way only. Everything else stays byte for
 * byte; with nothing to repair, `after` is `before`. Repairing the result again changes nothing.
 */
export function fixWorkspace(
  bytes: Uint8Array,
  files: readonly SourceFile[] | null,
  images: ImageLock | null = null,
): Fixed {
  const fixed = fixText(bytes);
  if (fixed.after === null) return fixed;
  for (const propose of repairs) {
    for (let round = 0; round < mostRounds; round++) {
      const subject = readSubject(fixed.after, files, images, fixed.renames);
      const proposals = subject ? propose(subject) : [];
      if (proposals.length === 0) break;
      fixed.after = applyEdits(
        fixed.after,
        proposals.flatMap(({ edits }) => edits),
      );
      fixed.repairs.push(...proposals.map(({ repair }) => repair));
      fixed.renames.push(...proposals.flatMap(({ rename }) => (rename ? [rename] : [])));
    }
  }
  return fixed;
}

/** Repairs the encoding and the syntax of any JSON file: byte-order mark, UTF-16, comments, trailing commas. */
export function fixText(bytes: Uint8Array): Fixed {
  const encoded = fixEncoding(bytes);
  if (!encoded) return { before: null, after: null, repairs: [], renames: [] };
  const syntax = fixSyntax(encoded.text);
  return {
    before: encoded.text,
    after: syntax.text,
    repairs: [...encoded.repairs, ...syntax.repairs],
    renames: [],
  };
}

/** Null while the text is no JSON object. */
function readSubject(
  text: string,
  files: readonly SourceFile[] | null,
  images: ImageLock | null,
  renames: readonly Rename[],
): Subject | null {
  const { parsed } = parseJson(text);
  if (!parsed || !isObject(parsed.value)) return null;
  const schema = schemaOf(parsed.value);
  const renamed =
    files?.map((file) => ({
      ...file,
      name: renames.find(({ from }) => from === file.name)?.to ?? file.name,
    })) ?? null;
  const definition = workspaceSchemas[schema];
  return { text, tree: parsed.tree, data: parsed.value, schema, definition, files: renamed, images };
}
