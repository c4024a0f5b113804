import { serving as words } from "../src/strings/publish.ts";
import { dev } from "astro";
import { prepareDev } from "../src/publish/dev.ts";
import { projectFault } from "../src/publish/load-options.ts";
import {
  loadOptions,
  portOption,
  projectRoot,
  runCommand,
  UsageError,
  workspacesOption,
} from "./terminal/cli.ts";

await runCommand(
  () => ({
    name: "npm run dev",
    summary: words.devSummary,
    options: {
      ...workspacesOption,
      port: { type: "string", value: "N", help: words.port },
      host: { type: "boolean", help: words.host },
    },
  }),
  async (values): Promise<0> => {
    const port = portOption(values);
    const options = loadOptions(values);
    const fault = projectFault(projectRoot);
    if (fault) throw new UsageError(fault);
    prepareDev(options, port || 4321);
    const server = await dev({
      root: projectRoot,
      server: { port, host: values["host"] === true },
      logLevel: "warn",
    });
    process.stdout.write(`http://localhost:${server.address.port}/\n`);
    await new Promise<void>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
    });
    await server.stop();
    return 0;
  },
);
