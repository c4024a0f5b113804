import * as en from "./en/commands.ts";
import { translated } from "./translated.ts";

export const {
  cli,
  check,
  fix,
  addVersion,
  newWorkspace,
  questions,
  importCommand,
  doctor,
  bundle,
  diffLists,
  tests,
} = translated("commands", en);
