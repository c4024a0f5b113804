import pLimit from "p-limit";
import type { Problem } from "../registry/model/problem.ts";
import { quote, textBefore } from "../registry/model/text.ts";
import type { FlaggedWorkspace, Registry } from "../registry/model/types.ts";
import { brandPictureNames, drawBrandPicture } from "../site/brand-pictures.ts";
import { iconPictures } from "../site/icons.ts";

/** An icon that cannot be published: whose it is, and why, as half a sentence. */
export interface IconFailure {
  workspace: FlaggedWorkspace;
  cause: string;
}

/** More than the picture processes draw at once, so that none of them waits for a job. */
const jobsAtOnce = 24;

/** Draws every icon before any page asks for one. Returns the failures, so that all of them are reported together. */
export async function drawIcons(
  { workspaces, identity }: Pick<Registry, "workspaces" | "identity">,
  progress: (done: number, total: number) => void,
): Promise<IconFailure[]> {
  const failures: IconFailure[] = [];
  const limit = pLimit(jobsAtOnce);
  let done = 0;
  await limit.map(workspaces, async (workspace) => {
    try {
      await iconPictures(workspace, identity.icons);
    } catch (error) {
      failures.push({ workspace, cause: causeOf(error) });
    }
    progress(++done, workspaces.length);
  });
  return failures;
}

/** Starts to draw the registry's own pictures, so that the picture processes end before Astro needs the memory. Their pages report errors. */
export function startBrandPictures(registry: Registry, publicFolder: string): void {
  for (const name of brandPictureNames) drawBrandPicture(name, registry, publicFolder).catch(() => {});
}

/** A failure as the problem that reports show. */
export function iconProblem({ workspace, cause }: IconFailure): Problem {
  return {
    code: "icon-broken",
    file: `${workspace.folder}/workspace.json`,
    pointer: "/image_src",
    line: 1,
    column: 1,
    args: { name: quote(workspace.icon.file.name), cause },
  };
}

function causeOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return textBefore(words, "\n").replace(/\.$/, "").slice(0, 160);
}
