import { addVersion } from "../../src/edit/add-version.ts";
import {
  assembleKasmVersions,
  assembleList,
  assembleVersions,
  assembleWorkspace,
} from "../../src/registry/lists/assemble.ts";
import { convertSource } from "../../src/edit/convert.ts";
import { fixWorkspace } from "../../src/edit/fix/index.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { parseReadme } from "../../src/registry/check/readme.ts";
import { renderReadme } from "../../src/site/readme-html.ts";
import { reportGithub } from "../../src/report/github.ts";
import { reportJson } from "../../src/report/json.ts";
import { reportText } from "../../src/report/text.ts";
import { cleanSvg } from "../../src/icons/inspect/clean-svg.ts";

/** Functions that a case runs through: steps of `check` and of the list build, and edits that change a source. */
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
  cleanSvg,
};

/** The engine, or one with a fault put in: by that the oracle is tested. */
export type Engine = typeof engine;
