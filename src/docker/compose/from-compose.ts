import { finish, newSketch, PasteError, type Draft } from "../draft.ts";
import { imageOf } from "../values/image.ts";
import { variableNote } from "../variables.ts";
import { serviceKeys } from "./keys.ts";
import { pickService } from "./pick-service.ts";
import { interpolate, readCompose } from "./read.ts";
import { leaveOut, shown } from "./value.ts";

/**
 * A draft of one service of a compose file (whole, a piece, or the keys of one service). `wanted` names it where there are several.
 * Throws PasteError with the offset of the fault.
 */
export function draftFromCompose(text: string, wanted?: string): Draft {
  const file = readCompose(text);
  const service = pickService(file, wanted);
  const sketch = newSketch();
  sketch.notMapped.push(...service.notMapped);
  for (const [key, value] of Object.entries(service.keys)) {
    const before = sketch.notMapped.length;
    const variables: Parameters<typeof variableNote>[0][] = [];
    const put = Object.hasOwn(serviceKeys, key)
      ? serviceKeys[key]!
      : leaveOut(
          key.startsWith("x-") ? "An extension of this file." : "No key of a compose service has this name.",
        );
    put(
      sketch,
      interpolate(value, (variable) => variables.push(variable)),
      key,
    );
    if (sketch.notMapped.length === before)
      for (const variable of variables) sketch.notes.add(variableNote(variable, key));
  }
  const name = shown(sketch.workspace["name"] as string | undefined);
  if (name === "") {
    const cure = Object.hasOwn(service.keys, "build")
      ? "Publish what build: makes and name it in image:."
      : "Add image:.";
    throw new PasteError(
      `The service ${service.name} has no image. A registry can only point at a published image. ${cure}`,
      service.offset,
    );
  }
  if (!imageOf(name) && !name.includes("$"))
    throw new PasteError(`image: "${name}" is not an image reference.`, service.offset);
  return finish(sketch);
}
