import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { makeBundle } from "../src/tools/bundle/bundle.ts";
import { isLocal } from "../src/registry/model/address.ts";
import { count } from "../src/registry/check/report/text.ts";
import {
  projectRoot,
  runCommand,
  shownPath,
  startFolder,
  textOption,
  UsageError,
  type ExitCode,
} from "./terminal/cli.ts";

await runCommand(
  {
    name: "npm run bundle",
    summary:
      "Packs the built site, its checksums, an nginx configuration and the list of every image with a script to mirror them into one archive, for networks without internet.",
    options: {
      from: { type: "string", value: "DIR", help: "the built site (default: dist)" },
      out: { type: "string", value: "FILE", help: "the archive to write (default: registry.tar.gz)" },
    },
  },
  async (values): Promise<ExitCode> => {
    const folder = (name: string): string | undefined => {
      const typed = textOption(values, name);
      if (typed === "") throw new UsageError(`--${name} needs a name.`);
      return typed === undefined ? undefined : resolve(startFolder(), typed);
    };
    const out = folder("out") ?? join(projectRoot, "registry.tar.gz");
    const { archive, files, images, skipped, address } = await makeBundle(
      folder("from") ?? join(projectRoot, "dist"),
      join(projectRoot, "deploy"),
    );
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, archive);
    for (const line of skipped) process.stderr.write(`warning: not in images.txt: ${line}\n`);
    if (isLocal(address))
      process.stderr.write(
        `warning: the site was built for ${address}, which leads every machine to itself. Build it for the address that it will have: npm run build -- --site https://registry.intranet.example/\n`,
      );
    process.stdout.write(
      `${shownPath(out)}: ${count(files, "file")}, ${count(images.length, "image")} to mirror, ${(archive.length / 1_000_000).toFixed(1)} MB\n`,
    );
    return 0;
  },
);
