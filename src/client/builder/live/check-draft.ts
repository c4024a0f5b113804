import { toPointer } from "../../../registry/model/json.ts";
import { officialFlags } from "../../../registry/model/flags.ts";
import type { ImageLock } from "../../../registry/model/image-lock.ts";
import { folderNameFault } from "../../../registry/model/folder-name.ts";
import { readImage } from "../../../icons/inspect/format.ts";
import { faultAt, parseJson, type Fault } from "../../../registry/json/parse.ts";
import { type ProblemSeverity, severityOf } from "../../../registry/model/problem.ts";
import { names } from "../../../strings/names.ts";
import { messageOf, quote } from "../../../registry/model/text.ts";
import { reviewWorkspace } from "../../../review/index.ts";
import { warningsOf } from "../../../review/warnings.ts";
import { warningsBeside } from "../../../registry/check/limit-faults.ts";
import { duplicateName } from "../../../registry/check/rules/duplicate-name.ts";
import { nearDuplicateCategory } from "../../../registry/check/rules/near-duplicate-category.ts";
import type { ParsedWorkspace } from "../../../registry/check/rules/rule.ts";
import { slugOf } from "../../../registry/model/slug.ts";
import type { Finding, Flag, SourceFile } from "../../../registry/model/types.ts";
import { validateWorkspace } from "../../../registry/check/workspace.ts";
import type { Card } from "../../../site/card.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { folderOf, type Draft } from "../draft.ts";
import { textOf } from "../draft-values.ts";

/** The code of the builder's own remark on a folder that holds a workspace of another name. */
export const folderOfAnother = "folder-of-another";

/** A problem in the words of `check`, with the field that it belongs to. */
export interface Remark {
  code: string;
  severity: ProblemSeverity;
  message: string;
  /** JSON pointer of the field; "" for the text as a whole, "#folder" for the folder. */
  pointer: string;
  /** Line in the JSON, from 1. */
  line: number;
  /** A key that was not given at all: something left to do rather than a mistake. */
  isMissing: boolean;
  /** The JSON cannot be read. */
  isSyntax: boolean;
}

export interface DraftCheck {
  remarks: Remark[];
  flags: Flag[];
  findings: Finding[];
}

/** Everything that `check` would say about the draft, by the same functions. `neighbours` are the other workspaces of the registry, `images` what it knows about images. */
export function checkDraft(
  draft: Draft,
  neighbours: readonly Card[],
  images: ImageLock | null = null,
): DraftCheck {
  const folder = folderOf(draft);
  const { workspace: checked, faults } = validateWorkspace({
    folder,
    slug: slugOf(folder),
    content: draft.text,
    files: filesOf(draft),
    images,
  });
  const remarks = [
    ...faults.map((fault) => toRemark(fault, checked === null)),
    ...(checked
      ? [...warningsBeside(faults, warningsOf(checked)), ...amongNeighbours(checked, neighbours)].map(
          (fault) => toRemark(fault, false),
        )
      : []),
    ...pendingFaults(draft),
    ...folderFaults(draft),
    ...replacedNeighbour(draft, neighbours),
  ];
  return { remarks, flags: officialFlags(draft.data), findings: reviewWorkspace(draft.data) };
}

/** Whether a remark is shown at its field: only when the field was visited, or the visitor asked for everything. */
export function isDue({ pointer, isSyntax }: Remark, { showAll, seen }: Draft): boolean {
  return (
    isSyntax ||
    showAll ||
    pointer === "" ||
    seen.some((visited) => visited === pointer || pointer.startsWith(`${visited}/`))
  );
}

/** The folder as it would be on the disk. */
function filesOf({ icon, data }: Draft): SourceFile[] {
  const name = data["image_src"];
  if (!icon || typeof name !== "string") return [];
  return [
    {
      name,
      path: name,
      size: icon.bytes.length,
      sha1: "not needed",
      kind: "file",
      image: readImage(icon.bytes),
    },
  ];
}

function toRemark(fault: Fault, isSyntax: boolean): Remark {
  const { code, args, pointer, line } = fault;
  const isMissing = code === "size-missing" || (code === "missing-key" && !args["near"]);
  return {
    code,
    severity: severityOf(fault),
    message: messageOf(fault),
    pointer: isMissing ? pointer + toPointer([args["key"] ?? ""]) : pointer,
    line,
    isMissing,
    isSyntax,
  };
}

/** The rules between workspaces that a name and categories are enough for. The one under the same folder is the one being changed. */
function amongNeighbours(current: ParsedWorkspace, neighbours: readonly Card[]): Fault[] {
  const faults: Fault[] = [];
  const others = neighbours
    .filter(({ slug }) => slug !== current.slug)
    .map(({ name, slug, categories }): Pick<ParsedWorkspace, "folder" | "slug" | "schema" | "data"> => ({
      folder: name,
      slug,
      schema: "1.0",
      data: { friendly_name: name, categories },
    }));
  for (const rule of [duplicateName, nearDuplicateCategory]) {
    // These two rules read no more than what is given here.
    rule.check([...others, current] as ParsedWorkspace[], (workspace, code, pointer, args, at) => {
      if (workspace === current) faults.push(faultAt(current.parsed, pointer, code, args, at));
    });
  }
  return faults;
}

/** JSON fields of the form whose text is no JSON yet. */
function pendingFaults({ pending }: Draft): Remark[] {
  return Object.entries(pending).flatMap(([pointer, text]) =>
    parseJson(text)
      .faults.slice(0, 1)
      .map((fault) => ({ ...toRemark(fault, false), pointer, line: 0 })),
  );
}

function folderFaults({ folder }: Draft): Remark[] {
  const name = folder.trim();
  const cause = name.includes("/") ? names.slash : name ? folderNameFault(name) : null;
  if (!cause) return [];
  const fault: Fault = {
    code: "folder-name-unsafe",
    args: { name: quote(name), cause, suggestion: quote(slugOf(name)) },
    pointer: "",
    line: 0,
    column: 0,
  };
  return [{ ...toRemark(fault, false), pointer: "#folder" }];
}

/** The workspace of another name that publishing would replace: somebody started from it and renamed the copy. */
function replacedNeighbour(draft: Draft, neighbours: readonly Card[]): Remark[] {
  const folder = folderOf(draft);
  const mine = textOf(draft.data, "friendly_name").trim();
  const taken = neighbours.find(({ slug }) => slug === slugOf(folder));
  if (!taken || mine === "" || mine === taken.name) return [];
  const message = words.replaces(folder, taken.name, mine);
  return [
    {
      code: folderOfAnother,
      severity: "warning",
      message,
      pointer: "#folder",
      line: 0,
      isMissing: false,
      isSyntax: false,
    },
  ];
}
