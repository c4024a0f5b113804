import * as en from "./en/docker.ts";
import { translated } from "./translated.ts";

export const {
  leftOut,
  badValue,
  notes,
  kasmAnswer,
  fromImage,
  otherFormats,
  parts,
  pasteFaults,
  yamlFaults,
  templates,
} = translated("docker", en);
