import { parseReadme, type ReadmeParts } from "../registry/check/readme.ts";
import type { SourceFile, Workspace } from "../registry/model/types.ts";
import * as links from "./links.ts";
import { picturesIn } from "./readme-html.ts";

/** README.md of a workspace with its pictures, as the pages need it. */

export interface Picture {
  file: SourceFile;
  /** Address below the base path. */
  src: string;
  /** Pixels as published. */
  width: number;
  height: number;
}

export interface ReadmeView extends ReadmeParts {
  /** Pictures of the folder that are shown anywhere, by file name. */
  pictures: Map<string, Picture>;
}

/** Wider pictures are made smaller: no page shows more. */
export const widest = 1200;

const views = new WeakMap<Workspace, ReadmeView>();

/** The parts of a README, worked out once; all empty where there is none. */
export function readmeOf(workspace: Workspace): ReadmeView {
  let view = views.get(workspace);
  if (!view) {
    const parts = parseReadme(
      workspace.readme ?? "",
      workspace.files.map(({ name }) => name),
    );
    const names = new Set([...parts.facts.screenshots.map(({ file }) => file), ...picturesIn(parts.body)]);
    views.set(workspace, (view = { ...parts, pictures: pictures(workspace, names) }));
  }
  return view;
}

function pictures({ slug, files }: Workspace, names: Set<string>): Map<string, Picture> {
  const shown = files.filter(
    ({ name, kind, image }) =>
      names.has(name) && kind === "file" && image && !image.fault && image.width && image.height,
  );
  return new Map(
    shown.map((file, number) => {
      const { width, height } = file.image as { width: number; height: number };
      const scale = Math.min(1, widest / width);
      return [
        file.name,
        {
          file,
          src: `${links.workspace(slug)}picture-${number + 1}.webp`,
          width: Math.round(width * scale),
          height: Math.round(height * scale),
        },
      ];
    }),
  );
}
