import { apply, finish, newSketch, type Draft } from "./draft.ts";
import { findRun } from "./find-run.ts";
import { blankDecoration, shellOf } from "./prepare.ts";
import { readOptions } from "./read-options.ts";
import { tokenise } from "./tokenise.ts";
import { putImage } from "./values/image.ts";
import { variableNote, type Variable } from "./variables.ts";

const unknown = "No option of docker run has this name. Look for a typing mistake.";

/** A draft of a `docker run` command. Throws PasteError, with the offset of the fault, where the command cannot be read. */
export function draftFromRun(text: string): Draft {
  const run = findRun(tokenise(blankDecoration(text), shellOf(text)));
  const { given, image, command } = readOptions(run);
  const sketch = newSketch();
  sketch.notMapped.push(...run.notMapped);
  const note = (variables: Variable[], option: string): void => {
    for (const variable of variables) sketch.notes.add(variableNote(variable, option));
  };

  apply(sketch, putImage, image.text, "the image");
  note(image.variables, "the image");
  for (const { written, known, value, variables } of given) {
    const before = sketch.notMapped.length;
    // The value of a switch is there only when it was written out.
    const shown = known && !known.value && value === "true" ? "" : value;
    if (known) {
      const reason = known.put(sketch, value, written);
      if (reason !== undefined) sketch.notMapped.push({ option: written, value: shown, reason });
    } else sketch.notMapped.push({ option: written, value, reason: unknown });
    if (sketch.notMapped.length === before) note(variables, written);
  }
  if (command.length > 0) {
    sketch.config["command"] = command.map((word) => word.text);
    for (const word of command) note(word.variables, "the command");
  }
  return finish(sketch);
}
