import { readChecked } from "../../../site/checked-file.ts";
import { readmeOf, widest, type Picture } from "../../../site/readme-of.ts";
import { drawPicture } from "../../../site/pictures.ts";
import { getRegistry } from "../../../site/registry.ts";

/** The screenshots and other pictures of a README, as WebP of a size that pages show. */
export const getStaticPaths = () =>
  getRegistry().workspaces.flatMap((workspace) =>
    [...readmeOf(workspace).pictures.values()].map((picture, number) => ({
      params: { slug: workspace.slug, picture: `picture-${number + 1}` },
      props: picture,
    })),
  );

export async function GET({ props }: { props: Picture }): Promise<Response> {
  const source = readChecked(props.file);
  const bytes = await encode(source).catch(() => blank(props));
  return new Response(new Uint8Array(bytes), { headers: { "content-type": "image/webp" } });
}

const encode = (bytes: Uint8Array): Promise<Uint8Array> =>
  drawPicture({ kind: "shrink", bytes, width: widest });

/** A picture whose content is damaged leaves an empty place, not a failed build. */
const blank = ({ width, height }: Picture): Promise<Uint8Array> =>
  drawPicture({ kind: "blank", width: Math.min(width, 4096), height: Math.min(height, 4096) });
