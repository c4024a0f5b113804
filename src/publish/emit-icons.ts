import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import pLimit from "p-limit";
import { schemaVersions } from "../registry/assemble.ts";
import { iconRecipe, isPublishedAsIs, makeThumbnails, publishIcon } from "../registry/icons.ts";
import type { FlaggedWorkspace, Registry, SourceFile } from "../registry/types.ts";
import { needsThumbnail, thumbnailName, thumbnailSizes } from "../site/icons.ts";
import type { IconCache } from "./icon-cache.ts";

/** An icon that could not be published: whose it is, and why, as half a sentence. */
export interface IconFailure {
  workspace: FlaggedWorkspace;
  cause: string;
}

// More than the processors: one picture waits for the disk while another is computed.
const atOnce = 4;

/** Writes every icon and thumbnail below `out`, each picture once. `progress` is called after each. Failures are returned, not thrown. */
export async function emitIcons(registry: Pick<Registry, "workspaces" | "identity">, out: string, cache: IconCache | null, progress: (done: number, total: number) => void): Promise<IconFailure[]> {
  const folders = [...schemaVersions.map((schema) => join(out, schema, "icons")), join(out, "thumbs")];
  await Promise.all(folders.map((folder) => mkdir(folder, { recursive: true })));
  const byName = new Map(registry.workspaces.map((workspace) => [workspace.icon.published, workspace]));
  const failures: IconFailure[] = [];
  const limit = pLimit(atOnce);
  let done = 0;
  await Promise.all([...byName.values()].map((workspace) => limit(async () => {
    try {
      await emitIcon(workspace, registry.identity.icons, out, cache);
    } catch (error) {
      if (isDiskError(error)) throw error;
      failures.push({ workspace, cause: causeOf(error) });
    }
    progress(++done, byName.size);
  })));
  return failures;
}

async function emitIcon({ icon: { file, published } }: FlaggedWorkspace, mode: "fit" | "original", out: string, cache: IconCache | null): Promise<void> {
  const image = file.image!;
  const targets = schemaVersions.map((schema) => join(out, schema, "icons", published));
  const asIs = isPublishedAsIs(image, mode);
  const wanted = needsThumbnail(file);
  if (asIs && !wanted) {
    await Promise.all(targets.map((target) => copyFile(file.path, target)));
    return;
  }
  const key = [iconRecipe, file.sha1, mode, image.format, asIs ? "" : "published", wanted ? thumbnailSizes.join() : ""];
  let parts = cache?.read(key) ?? null;
  if (!parts) {
    parts = await makeParts(file, mode, asIs, wanted);
    cache?.write(key, parts);
  }
  const rest = [...parts];
  const shown = asIs ? null : rest.shift()!;
  await Promise.all([
    ...targets.map((target) => (shown ? writeFile(target, shown) : copyFile(file.path, target))),
    ...rest.map((bytes, i) => writeFile(join(out, thumbnailName(file, thumbnailSizes[i]!)), bytes)),
  ]);
}

async function makeParts(file: SourceFile, mode: "fit" | "original", asIs: boolean, wanted: boolean): Promise<Uint8Array[]> {
  const bytes = await readFile(file.path);
  // What was checked is what is published: a file that changes while the site is built stops the build.
  if (createHash("sha1").update(bytes).digest("hex") !== file.sha1) throw new Error("it changed while the site was built; build again");
  const published = asIs ? [] : [await publishIcon(bytes, file.image!, mode)];
  return [...published, ...(wanted ? await makeThumbnails(bytes, file.image!, thumbnailSizes) : [])];
}

function isDiskError(error: unknown): boolean {
  return ["ENOSPC", "EROFS", "EDQUOT", "EACCES", "EIO"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function causeOf(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return "it was removed while the site was built; build again";
  const words = error instanceof Error ? error.message : String(error);
  return words.split("\n")[0]!.replace(/\.$/, "").slice(0, 160);
}
