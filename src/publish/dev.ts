import { reportText } from "../report/text.ts";
import { loadRegistry, type LoadOptions } from "../registry/load.ts";
import type { Registry } from "../registry/model/types.ts";
import { shareRegistry } from "../site/registry.ts";
import { startPictures } from "./shared-pictures.ts";

/**
 * Reads the registry for the dev server, and again whenever it changes; each time the problems are printed. The site is at the root of this
 * machine, whatever its published address.
 */
export function prepareDev(options: LoadOptions, port: number): void {
  const read = (): Registry => {
    const registry = loadRegistry({ ...options, site: `http://localhost:${port}/` });
    process.stderr.write(reportText(registry, { findings: "none", color: useColor() }));
    return registry;
  };
  shareRegistry(read(), read);
  startPictures(null);
}

function useColor(): boolean {
  return process.stdout.isTTY === true && !process.env["NO_COLOR"];
}
