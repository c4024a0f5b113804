import type { APIRoute } from "astro";
import { schemaVersions } from "../../../registry/lists/assemble.ts";
import type { FlaggedWorkspace } from "../../../registry/model/types.ts";
import { iconPictures, contentTypeOf } from "../../../site/icons.ts";
import { getRegistry } from "../../../site/registry.ts";

export const getStaticPaths = () =>
  schemaVersions.flatMap((schema) =>
    [...new Map(getRegistry().workspaces.map((workspace) => [workspace.icon.published, workspace]))].map(
      ([file, workspace]) => ({ params: { schema, file }, props: { workspace } }),
    ),
  );

/** /1.0/icons/<image_src>: the icon of a workspace, as the lists name it. */
export const GET: APIRoute<{ workspace: FlaggedWorkspace }> = async ({ props: { workspace } }) => {
  const [picture] = await iconPictures(workspace, getRegistry().identity.icons);
  return new Response(new Uint8Array(picture), {
    headers: { "content-type": contentTypeOf(workspace.icon.file) },
  });
};
