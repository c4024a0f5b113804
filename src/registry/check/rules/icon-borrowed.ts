import type { ParsedWorkspace } from "./rule.ts";
import type { Fault } from "../../json/parse.ts";
import { quote } from "../../model/text.ts";

/** Adds to a missing icon the neighbour that holds a file of that name: the author copied the workspace and forgot the picture. */
export function nameNeighbour(
  workspace: ParsedWorkspace,
  fault: Fault,
  others: readonly { folder: string; files: readonly { name: string; kind: string }[] }[],
): Fault {
  if (fault.code !== "icon-missing") return fault;
  const name = workspace.data["image_src"];
  const neighbour = others.find(
    ({ folder, files }) =>
      folder !== workspace.folder && files.some((file) => file.kind === "file" && file.name === name),
  );
  if (!neighbour) return fault;
  return { ...fault, code: "icon-borrowed", args: { found: quote(name), neighbour: neighbour.folder } };
}
