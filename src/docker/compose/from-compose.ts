import { own } from "../../registry/model/json.ts";
import { newPartial, PasteError, type ConvertedWorkspace } from "../converted-workspace.ts";
import { finish } from "../finish.ts";
import { notes, pasteFaults } from "../../strings/docker.ts";
import { imageFault, isOfficial } from "../values/image.ts";
import { noteVariables, notePlaceholder, type Variable } from "../variables.ts";
import { serviceKeys } from "./keys.ts";
import { withoutTwins, withVolumeNames } from "./file-wide.ts";
import { pickService } from "./pick-service.ts";
import { interpolate, readCompose } from "./read.ts";
import { leaveOut, shown } from "./value.ts";
import { withFacts } from "../templates.ts";

/**
 * Converts one service of a compose file (whole, a piece, or the keys of one service). `wanted` names it where there are several.
 * Throws PasteError with the offset of the fault.
 */
export function convertCompose(text: string, wanted?: string): ConvertedWorkspace {
  const file = readCompose(text);
  const service = pickService(file, wanted);
  const partial = newPartial();
  partial.notMapped.push(...service.notMapped);
  const keys = withoutTwins(withVolumeNames(service.keys, file.root["volumes"]), partial.notMapped);
  for (const [key, value] of Object.entries(keys)) {
    const before = { notMapped: partial.notMapped.length, notes: partial.notes.size };
    const variables: Variable[] = [];
    const put = own(serviceKeys, key) ?? leaveOut(key.startsWith("x-") ? "extension" : "unknownServiceKey");
    put(
      partial,
      interpolate(value, (variable) => variables.push(variable)),
      key,
    );
    const unknown = key === "image" ? variables.find(({ kind }) => kind === "kept") : undefined;
    if (unknown) throw new PasteError(pasteFaults.variableInImage(unknown.written), service.offsetOf(key));
    noteVariables(partial, variables, key, before);
    notePlaceholder(partial, shown(value), key, before);
  }
  const name = shown(partial.workspace["name"] as string | undefined);
  if (name === "") {
    const fault = Object.hasOwn(service.keys, "build")
      ? pasteFaults.onlyBuild
      : pasteFaults.serviceWithoutImage;
    throw new PasteError(fault(service.name), service.offset);
  }
  if (/<[^<>]+>/.test(name)) throw new PasteError(pasteFaults.placeholder(name), service.offsetOf("image"));
  const fault = imageFault(name);
  if (fault !== null) throw new PasteError(fault, service.offsetOf("image"));
  if (Object.hasOwn(service.keys, "build") && isOfficial(name)) partial.notes.add(notes.localBuild(name));
  const converted = finish(partial, service.name);
  return service.facts ? withFacts(converted, service.facts) : converted;
}
