import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateRegistry } from "../support/generate-registry.ts";

/** Where inputs and results of measurements are; inputs are kept from one run to the next. */
export const benchFolder = join(tmpdir(), "workspace-registry-bench");

/** With this seed the icons of small registries too follow those of real ones: 71 have the same percentiles and mean area. */
const seed = 14787;

/** A registry of this many workspaces in schema 1.1, which the official template of today reads too. Made once, then kept. */
export async function inputOf(count: number): Promise<string> {
  const recipe = createHash("sha256")
    .update(readFileSync(join(import.meta.dirname, "..", "support", "generate-registry.ts")))
    .digest("hex")
    .slice(0, 8);
  const folder = join(benchFolder, `input-${count}-${recipe}-${seed}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await generateRegistry(unfinished, count, { seed, schema: "1.1" });
  renameSync(unfinished, folder);
  return folder;
}

/** A copy of its own for one candidate, in `to`; anything there is replaced. */
export function copyInput(from: string, to: string, options: { identity: boolean }): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from))
    if (options.identity || name !== "registry.json")
      cpSync(join(from, name), join(to, name), { recursive: true });
}

/** Changes what one workspace in the middle of the registry says of itself, as an author does before a warm build. */
export function changeOneWorkspace(folder: string): void {
  const names = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "workspace.json")))
    .sort();
  const path = join(folder, names[Math.floor(names.length / 2)]!, "workspace.json");
  const data = JSON.parse(readFileSync(path, "utf8")) as { description: string };
  data.description = `Changed: ${data.description}`.slice(0, 200);
  writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`);
}
