import { bundle as words, cli } from "../src/strings/commands.ts";
import { bundleText } from "../src/strings/tools.ts";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { makeBundle } from "../src/tools/bundle/bundle.ts";
import { isImageHost } from "../src/tools/bundle/image-host.ts";
import type { ImageLock } from "../src/registry/model/image-lock.ts";
import { isLocal } from "../src/registry/model/address.ts";
import {
  contentFolder,
  projectRoot,
  runCommand,
  shownPath,
  invocationFolder,
  textOption,
  UsageError,
  workspacesOption,
  type ExitCode,
  type Values,
} from "./terminal/cli.ts";
import { visibleLines } from "./terminal/diff.ts";
import { readableLockIn } from "./terminal/lock-in.ts";

await runCommand(
  () => ({
    name: "npm run bundle",
    summary: words.summary,
    options: {
      ...workspacesOption,
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
    const { archive, files, images, sizes, skipped, address } = await makeBundle(
      folder("from") ?? join(projectRoot, "dist"),
      join(projectRoot, "deploy"),
      imageHost,
      lockOf(values),
    );
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, archive);
    for (const line of skipped) process.stderr.write(`${visibleLines(words.skipped(line))}\n`);
    if (isLocal(address)) process.stderr.write(`${visibleLines(words.localAddress(address))}\n`);
    process.stdout.write(
      `${words.written(shownPath(out), files, images.length, (archive.length / 1_000_000).toFixed(1))}\n`,
    );
    if (sizes) process.stdout.write(`${bundleText.mirrorSizes(sizes, images.length)}\n`);
    return 0;
  },
);

/** What the content folder knows about images; empty where it keeps nothing. */
function lockOf(values: Values): ImageLock {
  const root = contentFolder(values);
  if (textOption(values, "workspaces") !== undefined && !existsSync(root))
    throw new UsageError(cli.noContentFolder(root));
  return readableLockIn(root);
}
