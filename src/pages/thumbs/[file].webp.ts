import type { APIRoute } from "astro";
import type { FlaggedWorkspace } from "../../registry/model/types.ts";
import { iconPictures, needsThumbnail, thumbnailId } from "../../site/icons.ts";
import { getRegistry } from "../../site/registry.ts";

export const getStaticPaths = () => {
  const shown = getRegistry().workspaces.filter(({ icon }) => needsThumbnail(icon.file));
  return [...new Map(shown.map((workspace) => [thumbnailId(workspace.icon.file), workspace]))].map(
    ([file, workspace]) => ({ params: { file }, props: { workspace } }),
  );
};

/** /thumbs/<id>.webp: a small picture of an icon, for cards and pages. */
export const GET: APIRoute<{ workspace: FlaggedWorkspace }> = async ({ props: { workspace } }) => {
  const [, thumbnail] = await iconPictures(workspace, getRegistry().identity.icons);
  if (!thumbnail) throw new Error(`No thumbnail was drawn of the icon of "${workspace.folder}".`);
  return new Response(new Uint8Array(thumbnail), { headers: { "content-type": "image/webp" } });
};
