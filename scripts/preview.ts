import { build, refusals, serving as words } from "../src/strings/publish.ts";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { builtLists } from "../src/publish/built-lists.ts";
import { healExchange } from "../src/publish/out-folder.ts";
import { normalizeAddress } from "../src/registry/model/address.ts";
import { staticServer } from "../src/publish/serve.ts";
import {
  portOption,
  projectRoot,
  runCommand,
  shownPath,
  invocationFolder,
  textOption,
  UsageError,
} from "./terminal/cli.ts";

await runCommand(
  () => ({
    name: "npm run preview",
    summary: words.previewSummary,
    options: {
      out: { type: "string", value: "DIR", help: words.out },
      port: { type: "string", value: "N", help: words.freePort },
    },
  }),
  async (values): Promise<0> => {
    const out = resolve(invocationFolder(), textOption(values, "out") ?? join(projectRoot, "dist"));
    if (healExchange(out)) process.stderr.write(`${build.restored(shownPath(out))}\n`);
    const built = [...builtLists(out)].at(-1);
    if (!built) throw new UsageError(words.noSite(shownPath(out)));
    const port = portOption(values);
    const [path, { list_url: written }] = built;
    const address = typeof written === "string" ? normalizeAddress(written) : null;
    if (address === null) throw new Error(refusals.damagedList(path));
    const base = new URL(address).pathname;
    const server = staticServer(out, base);
    await new Promise<void>((done, fail) => {
      server.once("error", (error: NodeJS.ErrnoException) =>
        fail(new UsageError(error.code === "EADDRINUSE" ? words.portTaken(port) : error.message)),
      );
      server.listen(port, "127.0.0.1", done);
    });
    process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}${base}\n`);
    await new Promise<void>((done) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, done);
    });
    server.close();
    server.closeAllConnections();
    return 0;
  },
);
