import { addVersion } from "../../src/registry/add-version.ts";
import {
  assembleKasmVersions,
  assembleList,
  assembleVersions,
  assembleWorkspace,
} from "../../src/registry/assemble.ts";
import { convertSource } from "../../src/registry/convert-source.ts";
import { fixWorkspace } from "../../src/registry/fix/index.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { parseReadme, renderReadme } from "../../src/registry/readme.ts";
import { reportGithub } from "../../src/registry/report/github.ts";
import { reportJson } from "../../src/registry/report/json.ts";
import { reportText } from "../../src/registry/report/text.ts";
import { sanitizeSvg } from "../../src/registry/svg.ts";

/** What a case runs through: the steps of `check` and of the list build, and the edits that change a source. */
export const engine = {
  loadRegistry,
  reportText,
  reportJson,
  reportGithub,
  assembleList,
  assembleVersions,
  assembleKasmVersions,
  assembleWorkspace,
  fixWorkspace,
  addVersion,
  convertSource,
  parseReadme,
  renderReadme,
  sanitizeSvg,
};

/** The engine, or one with a fault put in: by that the oracle is tested. */
export type Engine = typeof engine;
