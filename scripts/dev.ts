import { dev } from "astro";
import { keepOffline } from "../src/publish/astro/keep-offline.ts";
import { devReload } from "../src/publish/astro/dev-reload.ts";
import { devReport } from "../src/publish/astro/dev-report.ts";
import { reportText } from "../src/registry/check/report/text.ts";
import { loadRegistry } from "../src/registry/load.ts";
import type { Registry } from "../src/registry/model/types.ts";
import { cachedIcons } from "../src/publish/icon-cache.ts";
import { PictureProcesses } from "../src/icons/pool.ts";
import { sharePictures } from "../src/site/pictures.ts";
import { shareRegistry } from "../src/site/registry.ts";
import {
  loadOptions,
  projectRoot,
  runCommand,
  textOption,
  UsageError,
  useColor,
  workspacesOption,
} from "./terminal/cli.ts";

await runCommand(
  {
    name: "npm run dev",
    summary: "Serves the store-front and reloads it when a workspace changes. Search needs a build.",
    options: {
      ...workspacesOption,
      port: { type: "string", value: "N", help: "the port to listen on (default: 4321)" },
      host: { type: "boolean", help: "listen on the network as well, not only on this machine" },
    },
  },
  async (values): Promise<0> => {
    const port = Number(textOption(values, "port") ?? 4321);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new UsageError(`--port ${values["port"]} is no port. Write a number from 0 to 65535.`);
    // While developing, the site stands at the root of this machine, whatever its published address.
    const options = { ...loadOptions(values), site: `http://localhost:${port || 4321}/` };
    const read = (): Registry => {
      const registry = loadRegistry(options);
      process.stderr.write(reportText(registry, { findings: "none", color: useColor() }));
      return registry;
    };
    shareRegistry(read(), read);
    const processes = new PictureProcesses();
    sharePictures(cachedIcons(processes, null));
    // With a NODE_ENV of the machine (test, production) nothing would be loaded again.
    process.env["NODE_ENV"] = "development";
    keepOffline();
    const server = await dev({
      root: projectRoot,
      integrations: [devReload, devReport],
      server: { port, host: values["host"] === true },
      logLevel: "warn",
    });
    process.stdout.write(`http://localhost:${server.address.port}/\n`);
    await new Promise<void>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
    });
    await server.stop();
    processes.close();
    return 0;
  },
);
