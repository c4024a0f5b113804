import { leftOut, notes, parts } from "../strings/docker.ts";
import { apply, newPartial, type ConvertedWorkspace } from "./converted-workspace.ts";
import { findRun } from "./find-run.ts";
import { finish } from "./finish.ts";
import { blankDecoration, shellOf } from "./prepare.ts";
import { readOptions } from "./read-options.ts";
import { tokenise } from "./tokenise.ts";
import { putImage } from "./values/image.ts";
import { noteVariables, notePlaceholder } from "./variables.ts";

/** Converts a `docker run` command. Throws PasteError, with the offset of the fault, where the command cannot be read. `masked`: as for finish. */
export function convertRun(text: string, masked: readonly string[] = []): ConvertedWorkspace {
  const run = findRun(tokenise(blankDecoration(text), shellOf(text)));
  const { given, image, command } = readOptions(run);
  const partial = newPartial();
  partial.notMapped.push(...run.notMapped);
  apply(partial, putImage, image.text, parts.image);
  noteVariables(partial, image.variables, parts.image, { notMapped: partial.notMapped.length, notes: 0 });
  if (run.localBuilds.includes(image.text)) partial.notes.add(notes.localBuild(image.text));
  for (const { written, known, value, variables } of given) {
    const before = { notMapped: partial.notMapped.length, notes: partial.notes.size };
    // The value of a switch is there only when it was written out.
    const shown = known && !known.value && value === "true" ? "" : value;
    if (known) {
      const reason = known.put(partial, value, written);
      if (reason !== undefined) partial.notMapped.push({ option: written, value: shown, reason });
    } else partial.notMapped.push({ option: written, value, reason: leftOut.unknownOption });
    noteVariables(partial, variables, written, before);
    notePlaceholder(partial, value, written, before);
  }
  if (command.length > 0) {
    partial.config["command"] = command.map((word) => word.text);
    const before = { notMapped: partial.notMapped.length, notes: partial.notes.size };
    for (const word of command) noteVariables(partial, word.variables, parts.command, before);
  }
  return finish(partial, given.find(({ written }) => written === "--name")?.value, masked);
}
