import pLimit from "p-limit";
import { schemaVersions } from "../registry/lists/assemble.ts";
import type { Painter } from "../icons/jobs.ts";
import type { FlaggedWorkspace, Registry } from "../registry/model/types.ts";
import { needsThumbnail, thumbnailName, thumbnailSide } from "../site/icons.ts";
import type { SiteWriter } from "./site-writer.ts";

/** An icon that could not be published: whose it is, and why, as half a sentence. */
export interface IconFailure {
  workspace: FlaggedWorkspace;
  cause: string;
}

/**
 * Icons under way at once. While this process collects its garbage or renders, the processes for pictures go on with what waits in them;
 * pictures of pages wait behind it. Many are under way while there are none of those and this process does much without a pause: at
 * first, when it loads Astro and makes the texts for search, and at last, when it adds up what has been written.
 */
const atOnce = 24;
const many = 600;

export interface IconOptions {
  writer: SiteWriter;
  painter: Painter;
  /** Called after each icon. */
  progress: (done: number, total: number) => void;
  /** Ends, or fails, when no page has pictures drawn any more. */
  pages: Promise<unknown>;
}

/** Writes every icon and thumbnail, each picture once. Failures are returned, not thrown. */
export async function emitIcons(
  registry: Pick<Registry, "workspaces" | "identity">,
  { writer, painter, progress, pages }: IconOptions,
): Promise<IconFailure[]> {
  const byName = new Map(registry.workspaces.map((workspace) => [workspace.icon.published, workspace]));
  const failures: IconFailure[] = [];
  const limit = pLimit(many);
  let [done, arePagesDone] = [0, false];
  const atLast = (): void => {
    arePagesDone = true;
    limit.concurrency = many;
  };
  pages.then(atLast, atLast);
  await Promise.all(
    [...byName.values()].map((workspace) =>
      limit(async () => {
        try {
          await emitIcon(workspace, registry.identity.icons, writer, painter);
        } catch (error) {
          if (isDiskError(error)) throw error;
          failures.push({ workspace, cause: causeOf(error) });
        }
        if (!arePagesDone) limit.concurrency = atOnce;
        progress(++done, byName.size);
      }),
    ),
  );
  return failures;
}

async function emitIcon(
  { icon: { file, published } }: FlaggedWorkspace,
  mode: "fit" | "original",
  writer: SiteWriter,
  painter: Painter,
): Promise<void> {
  const side = needsThumbnail(file) ? thumbnailSide : null;
  const icon = { path: file.path, sha1: file.sha1 };
  const [picture, thumbnail] = await painter.draw({ kind: "icon", icon, image: file.image!, mode, side });
  writer.write(
    schemaVersions.map((schema) => `${schema}/icons/${published}`),
    picture!,
  );
  if (thumbnail) writer.write([thumbnailName(file)], thumbnail);
}

function isDiskError(error: unknown): boolean {
  return ["ENOSPC", "EROFS", "EDQUOT", "EACCES", "EIO"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function causeOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.split("\n")[0]!.replace(/\.$/, "").slice(0, 160);
}
