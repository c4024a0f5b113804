import { bundle as words } from "../src/strings/commands.ts";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { makeBundle } from "../src/tools/bundle/bundle.ts";
import { isImageHost } from "../src/tools/bundle/image-host.ts";
import { isLocal } from "../src/registry/model/address.ts";
import {
  projectRoot,
  runCommand,
  shownPath,
  invocationFolder,
  textOption,
  UsageError,
  type ExitCode,
} from "./terminal/cli.ts";

await runCommand(
  () => ({
    name: "npm run bundle",
    summary: words.summary,
    options: {
      from: { type: "string", value: "DIR", help: words.from },
      out: { type: "string", value: "FILE", help: words.out },
      "image-host": { type: "string", value: "HOST", help: words.imageHost },
    },
  }),
  async (values): Promise<ExitCode> => {
    const folder = (name: string): string | undefined => {
      const typed = textOption(values, name);
      if (typed === "") throw new UsageError(words.needsName(name));
      return typed === undefined ? undefined : resolve(invocationFolder(), typed);
    };
    const out = folder("out") ?? join(projectRoot, "registry.tar.gz");
    const imageHost = textOption(values, "image-host");
    if (imageHost !== undefined && !isImageHost(imageHost))
      throw new UsageError(words.noImageHost(imageHost));
    const { archive, files, images, skipped, address } = await makeBundle(
      folder("from") ?? join(projectRoot, "dist"),
      join(projectRoot, "deploy"),
      imageHost,
    );
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, archive);
    for (const line of skipped) process.stderr.write(`${words.skipped(line)}\n`);
    if (isLocal(address)) process.stderr.write(`${words.localAddress(address)}\n`);
    process.stdout.write(
      `${words.written(shownPath(out), files, images.length, (archive.length / 1_000_000).toFixed(1))}\n`,
    );
    return 0;
  },
);
