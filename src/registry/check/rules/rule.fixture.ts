import { expect, test } from "vitest";
import type { JsonObject } from "../../model/json.ts";
import { schemaOf } from "../../model/releases.ts";
import type { SourceFile } from "../../model/types.ts";
import { bent, codesOf, picture, sound11 } from "../workspace.fixture.ts";
import { validateTogether, validateWorkspace } from "../workspace.ts";
import type { ParsedWorkspace } from "./rule.ts";

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
export function workspaceOf(
  folder: string,
  change: JsonObject = {},
  files: SourceFile[] = [picture("editor.png")],
): ParsedWorkspace {
  const own = { friendly_name: folder, name: `example/${folder.toLowerCase()}:1` };
  const content =
    schemaOf(change) === "1.1"
      ? bent({ ...own, name: undefined, ...change }, sound11)
      : bent({ ...own, ...change });
  return validateWorkspace({ folder, slug: folder.toLowerCase(), content, files }).workspace!;
}

/** One test a line, over the checks between workspaces: `folder code` of each problem. */
export function testTogether(lines: [name: string, workspaces: ParsedWorkspace[], codes: string[]][]): void {
  test.each(lines)("%s", (_, workspaces, codes) => {
    const found = validateTogether(workspaces);
    expect(
      workspaces.flatMap((workspace) =>
        found.get(workspace)!.map(({ code }) => `${workspace.folder} ${code}`),
      ),
    ).toEqual(codes);
  });
}
