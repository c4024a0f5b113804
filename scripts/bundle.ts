import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { makeBundle } from "../src/bundle/bundle.ts";
import { projectRoot, runCommand, shownPath, startFolder, textOption, UsageError, type ExitCode } from "./cli.ts";

await runCommand(
  {
    name: "npm run bundle",
    summary: "Packs the built site, its checksums, an nginx configuration and the list of every image with a script to mirror them into one archive, for networks without internet.",
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
    const { archive, files, images, skipped } = await makeBundle(folder("from") ?? join(projectRoot, "dist"), join(projectRoot, "deploy"));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, archive);
    for (const line of skipped) process.stderr.write(`warning: not in images.txt: ${line}\n`);
    process.stdout.write(`${shownPath(out)}: ${files} files, ${images.length} images to mirror, ${(archive.length / 1_000_000).toFixed(1)} MB\n`);
    return 0;
  },
);
