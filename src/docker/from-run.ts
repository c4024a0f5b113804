import { leftOut, parts } from "../strings/docker.ts";
import { apply, finish, newPartial, type ConvertedWorkspace } from "./converted-workspace.ts";
import { findRun } from "./find-run.ts";
import { blankDecoration, shellOf } from "./prepare.ts";
import { readOptions } from "./read-options.ts";
import { tokenise } from "./tokenise.ts";
import { putImage } from "./values/image.ts";
import { variableNote, type Variable } from "./variables.ts";

/** Converts a `docker run` command. Throws PasteError, with the offset of the fault, where the command cannot be read. */
export function convertRun(text: string): ConvertedWorkspace {
  const run = findRun(tokenise(blankDecoration(text), shellOf(text)));
  const { given, image, command } = readOptions(run);
  const partial = newPartial();
  partial.notMapped.push(...run.notMapped);
  const note = (variables: Variable[], option: string): void => {
    for (const variable of variables) partial.notes.add(variableNote(variable, option));
  };

  apply(partial, putImage, image.text, parts.image);
  note(image.variables, parts.image);
  for (const { written, known, value, variables } of given) {
    const before = partial.notMapped.length;
    // The value of a switch is there only when it was written out.
    const shown = known && !known.value && value === "true" ? "" : value;
    if (known) {
      const reason = known.put(partial, value, written);
      if (reason !== undefined) partial.notMapped.push({ option: written, value: shown, reason });
    } else partial.notMapped.push({ option: written, value, reason: leftOut.unknownOption });
    if (partial.notMapped.length === before) note(variables, written);
  }
  if (command.length > 0) {
    partial.config["command"] = command.map((word) => word.text);
    for (const word of command) note(word.variables, parts.command);
  }
  return finish(partial);
}
