import { expect, test } from "vitest";
import type { JsonObject } from "../../model/json.ts";
import { schemaOf } from "../../model/releases.ts";
import type { SourceFile } from "../../model/types.ts";
import { bent, codesOf, picture, sound11 } from "../workspace.fixture.ts";
import { validateTogether, validateWorkspace } from "../workspace.ts";
import type { Draft } from "./rule.ts";

export { picture, sound11 };

/** Keys of the sound workspace that change, and the problems that follow: `line:column code`. */
type Line = [name: string, change: Record<string, unknown>, codes: string[], files?: SourceFile[]];

/** One test a line, over the checks of one workspace. */
export function testLines(lines: Line[], base?: JsonObject): void {
  test.each(lines)("%s", (_, change, codes, files) =>
    expect(codesOf(bent(change, base), files)).toEqual(codes),
  );
}

/** A sound workspace of its own name and image, with some keys changed. */
export function draftOf(
  folder: string,
  change: JsonObject = {},
  files: SourceFile[] = [picture("editor.png")],
): Draft {
  const own = { friendly_name: folder, name: `example/${folder.toLowerCase()}:1` };
  const content =
    schemaOf(change) === "1.1"
      ? bent({ ...own, name: undefined, ...change }, sound11)
      : bent({ ...own, ...change });
  return validateWorkspace({ folder, slug: folder.toLowerCase(), content, files }).draft!;
}

/** One test a line, over the checks between workspaces: `folder code` of each problem. */
export function testTogether(lines: [name: string, drafts: Draft[], codes: string[]][]): void {
  test.each(lines)("%s", (_, drafts, codes) => {
    const found = validateTogether(drafts);
    expect(drafts.flatMap((draft) => found.get(draft)!.map(({ code }) => `${draft.folder} ${code}`))).toEqual(
      codes,
    );
  });
}
