import { own } from "../../registry/model/json.ts";
import { finish, newPartial, PasteError, type ConvertedWorkspace } from "../converted-workspace.ts";
import { pasteFaults } from "../../strings/docker.ts";
import { imageOf } from "../values/image.ts";
import { variableNote } from "../variables.ts";
import { serviceKeys } from "./keys.ts";
import { pickService } from "./pick-service.ts";
import { interpolate, readCompose } from "./read.ts";
import { leaveOut, shown } from "./value.ts";

/**
 * Converts one service of a compose file (whole, a piece, or the keys of one service). `wanted` names it where there are several.
 * Throws PasteError with the offset of the fault.
 */
export function convertCompose(text: string, wanted?: string): ConvertedWorkspace {
  const file = readCompose(text);
  const service = pickService(file, wanted);
  const partial = newPartial();
  partial.notMapped.push(...service.notMapped);
  for (const [key, value] of Object.entries(service.keys)) {
    const before = partial.notMapped.length;
    const variables: Parameters<typeof variableNote>[0][] = [];
    const put = own(serviceKeys, key) ?? leaveOut(key.startsWith("x-") ? "extension" : "unknownServiceKey");
    put(
      partial,
      interpolate(value, (variable) => variables.push(variable)),
      key,
    );
    if (partial.notMapped.length === before)
      for (const variable of variables) partial.notes.add(variableNote(variable, key));
  }
  const name = shown(partial.workspace["name"] as string | undefined);
  if (name === "") {
    const fault = Object.hasOwn(service.keys, "build")
      ? pasteFaults.onlyBuild
      : pasteFaults.serviceWithoutImage;
    throw new PasteError(fault(service.name), service.offset);
  }
  if (!imageOf(name) && !name.includes("$")) throw new PasteError(pasteFaults.badImage(name), service.offset);
  return finish(partial);
}
