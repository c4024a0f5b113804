import type { JsonObject } from "../../../registry/model/json.ts";
import { mediaTypeOf, readImage } from "../../../icons/inspect/format.ts";
import type { SchemaVersion } from "../../../registry/model/types.ts";
import * as links from "../../../site/links.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { draftOf, type IconFile } from "../draft.ts";
import type { BuilderPage } from "./builder-page.ts";

interface Published {
  folder: string;
  source_schema: SchemaVersion;
  workspace: JsonObject;
}

/** Opens a workspace of this registry as the draft. The old draft can be brought back. */
export async function openWorkspace(slug: string, { store, notify }: BuilderPage): Promise<void> {
  // Not again after a reload, which keeps what was typed since.
  history.replaceState(null, "", location.pathname);
  try {
    const published = await readPublished(slug);
    const { sha: _, flags: __, ...data } = published.workspace;
    const name = data["image_src"];
    const icon = typeof name === "string" ? await readIcon(links.icon(name)) : null;
    store.replace(
      draftOf(data, store.keys, {
        schemaVersion: published.source_schema,
        folder: published.folder,
        icon,
        showAll: true,
      }),
    );
    notify(words.opened(published.folder), true);
  } catch {
    notify(words.notOpened(slug));
  }
}

/** The workspace in the schema that its author used. */
async function readPublished(slug: string): Promise<Published> {
  const read = async (schema: SchemaVersion): Promise<Published> => {
    const response = await fetch(links.workspaceJson(schema, slug));
    if (!response.ok) throw new Error(String(response.status));
    return (await response.json()) as Published;
  };
  const newest = await read("1.1");
  return newest.source_schema === "1.1" ? newest : read("1.0");
}

async function readIcon(address: string): Promise<IconFile | null> {
  const response = await fetch(address);
  if (!response.ok) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const image = readImage(bytes);
  return image && { bytes, type: mediaTypeOf(image.format) };
}
