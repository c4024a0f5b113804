import { otherFormats, pasteFaults } from "../strings/docker.ts";
import { placeAt } from "../registry/model/locate.ts";
import { PasteError, type Conversion } from "./converted-workspace.ts";
import { convertRun } from "./from-run.ts";
import { blankDecoration, blankFences } from "./prepare.ts";
import { convertUnraid } from "./templates.ts";

export type { Conversion, ConvertedWorkspace, NotMapped } from "./converted-workspace.ts";
export { imageDefaults, type ImageDefault } from "./image-defaults.ts";
export { madeForKasm, type KasmAnswer } from "./made-for-kasm.ts";
export { nameFromImage } from "./values/image.ts";

/** Longest paste that is read, in characters: a compose file of a thousand services is smaller. */
const maxCharacters = 500_000;

/**
 * Reads what somebody pasted, a `docker run …` command (also create, podman, nerdctl), a compose file or a template
 * of Unraid, CasaOS or Portainer, into a workspace of schema 1.0. `service` picks one of several compose services. Never throws for bad input: the fault and its place
 * come back. The YAML library is loaded only when a compose file is there.
 */
export async function convertDocker(text: string, service?: string): Promise<Conversion> {
  try {
    if (text.length > maxCharacters) throw new PasteError(pasteFaults.tooLong(maxCharacters), 0);
    if (/^\s*</.test(blankDecoration(text))) return { ok: true, ...convertUnraid(text) };
    if (!looksLikeYaml(text)) return { ok: true, ...convertRun(text) };
    const { convertCompose } = await import("./compose/from-compose.ts");
    return { ok: true, ...convertCompose(blankFences(text), service) };
  } catch (error) {
    if (!(error instanceof PasteError)) throw error;
    const isUnread = error.message === pasteFaults.noRun || error.message === pasteFaults.noService;
    const message = (isUnread ? otherFormat(text) : undefined) ?? error.message;
    return { ok: false, message, ...placeAt(text, error.offset), services: error.services };
  }
}

/** A line of each other format. */
const signs: Readonly<Record<keyof typeof otherFormats, RegExp>> = {
  kubernetes: /^apiVersion:/m,
  quadlet: /^\[(?:Unit|Container|Service)\]/m,
  dockerfile: /^FROM /m,
  inspect: /^\s*\[\s*\{\s*"Id":/,
};

/** Says which of them a text is, of which nothing was read; undefined where it is none. */
function otherFormat(text: string): string | undefined {
  const names = Object.keys(signs) as (keyof typeof otherFormats)[];
  const name = names.find((candidate) => signs[candidate].test(text));
  return name && pasteFaults.otherFormat(otherFormats[name]);
}

/** Whether the first line with content is a YAML key, a list or a JSON object. */
function looksLikeYaml(text: string): boolean {
  const line = blankDecoration(text)
    .split(/\r\n|\r|\n/)
    .find((candidate) => /\S/.test(candidate) && !/^\s*(?:#|---\s*$|%YAML)/.test(candidate));
  return line !== undefined && /^\s*(?:[{]|["']?[\w.-]+["']?\s*:(?:\s|$)|<<:|x-)/.test(line);
}
