import type { APIRoute } from "astro";
import { schemaVersions } from "../../../registry/lists/assemble.ts";
import type { FlaggedWorkspace } from "../../../registry/model/types.ts";
import { formerOf, type FormerIconFile } from "../../../site/former.ts";
import { iconPictures, contentTypeOf } from "../../../site/icons.ts";
import { drawPicture } from "../../../site/pictures.ts";
import { getRegistry } from "../../../site/registry.ts";

type Props = { workspace: FlaggedWorkspace } | { former: FormerIconFile };

export const getStaticPaths = () => {
  const registry = getRegistry();
  const icons = new Map<string, Props>([
    ...formerOf(registry).icons.map((former): [string, Props] => [former.name, { former }]),
    ...registry.workspaces.map((workspace): [string, Props] => [workspace.icon.published, { workspace }]),
  ]);
  return schemaVersions.flatMap((schema) =>
    [...icons].map(([file, props]) => ({ params: { schema, file }, props })),
  );
};

/** /1.0/icons/<image_src>: the icon of a workspace, as the lists name it; or one that a list named in the past. */
export const GET: APIRoute<Props> = async ({ props }) => {
  const { icons: mode } = getRegistry().identity;
  const [picture, file] =
    "former" in props
      ? [await drawFormer(props.former, mode), props.former]
      : [(await iconPictures(props.workspace, mode))[0], props.workspace.icon.file];
  return new Response(new Uint8Array(picture), { headers: { "content-type": contentTypeOf(file) } });
};

/** A grey square where it cannot be drawn: then it was never published either, and must not stop a build now. */
function drawFormer({ bytes, image }: FormerIconFile, mode: "fit" | "original"): Promise<Uint8Array> {
  return drawPicture({ kind: "icon", icon: bytes, image, mode, side: null }).catch(() =>
    drawPicture({ kind: "blank", width: 64, height: 64 }),
  );
}
