import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { cli } from "../src/strings/commands.ts";
import { images as words } from "../src/strings/images.ts";
import { ImageClient, type ClientOptions } from "../src/images/client.ts";
import { faultsOfImages, imageLine } from "../src/images/report.ts";
import { updateImages, type ImageResult } from "../src/images/update.ts";
import { dayOf } from "../src/registry/model/day.ts";
import { imagesFile, imagesOf, writeImageLock, type ImageLock } from "../src/registry/model/image-lock.ts";
import { isObject, type JsonObject } from "../src/registry/model/json.ts";
import { readJson } from "../src/registry/json/parse.ts";
import { decode } from "../src/registry/json/decode.ts";
import { visible, visibleJson } from "../src/registry/model/text.ts";
import { readContent } from "../src/registry/read/content.ts";
import { annotation } from "../src/report/github.ts";
import { makeSend } from "../src/tools/images/send.ts";
import { chooseSources } from "./terminal/choose.ts";
import {
  contentFolder,
  projectRoot,
  runCommand,
  textOption,
  UsageError,
  workspacesOption,
} from "./terminal/cli.ts";
import { readableLockIn } from "./terminal/lock-in.ts";
import { replaceFile } from "./terminal/write-file.ts";

/** Milliseconds for one answer with its redirects. */
const timeout = 30_000;

await runCommand(
  () => ({
    name: "npm run images",
    summary: words.summary,
    positionals: "[FOLDER]…",
    options: {
      ...workspacesOption,
      init: { type: "boolean", help: words.init },
      check: { type: "boolean", help: words.check },
      "allow-private": { type: "boolean", help: words.allowPrivate },
      format: { type: "string", value: "FORMAT", help: words.format },
    },
  }),
  async (values, folders) => {
    const format = textOption(values, "format") ?? "text";
    if (!["text", "json", "github"].includes(format))
      throw new UsageError(cli.unknownValue("format", format, ["text", "json", "github"]));
    const root = contentFolder(values);
    const { workspaces, isWhole } = readWorkspaces(root, folders);
    const path = join(root, imagesFile);
    const isWritten = values["check"] !== true;
    if (values["init"] === true && isWritten && !existsSync(path))
      writeFileSync(path, writeImageLock(new Map()));
    if (values["init"] !== true && !existsSync(path)) {
      process.stdout.write(format === "json" ? "null\n" : `${words.off(imagesFile)}\n`);
      return 0;
    }
    const before = readableLockIn(root);

    const names = [...new Set(workspaces.flatMap(({ data }) => imagesOf(data)))];
    // One folder's run says nothing about the others, and neither does one that could not read all of them.
    const isKept = (name: string): boolean => folders.length > 0 || !isWhole || names.includes(name);
    /** Lays what this run found over the file as it is now: another run may have written to it. */
    const write = (results: readonly ImageResult[]): ImageLock => {
      const found = results.flatMap(({ name, image }) => (image ? [[name, image] as const] : []));
      const lock = new Map([...[...readableLockIn(root)].filter(([name]) => isKept(name)), ...found]);
      if (isWritten && writeImageLock(lock) !== readFileSync(path, "utf8"))
        replaceFile(path, writeImageLock(lock));
      return lock;
    };
    const client = new ImageClient(clientOptions(values["allow-private"] === true));
    const today = dayOf(Date.now());
    const results: ImageResult[] = [];
    const isText = format === "text";
    for await (const result of updateImages(before, names, today, client)) {
      results.push(result);
      // A run that is stopped has lost nothing.
      write(results);
      if (isText) process.stdout.write(`${imageLine(result)}\n`);
    }
    const lock = write(results);
    const faults = faultsOfImages(workspaces, lock);
    const removed = isWritten ? [...before.keys()].filter((name) => !isKept(name)).length : 0;
    const { HEAD, GET } = client.counts;
    if (format === "json") {
      process.stdout.write(visibleJson({ results, faults, removed, requests: client.counts }));
    } else {
      const prefix = relative(projectRoot, root).split(sep).join("/");
      for (const { folder, message } of faults)
        process.stdout.write(
          isText
            ? `${visible(folder)}: ${visible(message)}\n`
            : `${annotation("error", `${prefix}/${folder}/workspace.json`, visible(message))}\n`,
        );
      if (!isWhole) process.stdout.write(`${words.unread}\n`);
      if (removed > 0) process.stdout.write(`${words.removed(removed)}\n`);
      process.stdout.write(`${words.total(names.length, results.length, HEAD, GET)}\n`);
    }
    return !isWritten && faults.length > 0 ? 1 : 0;
  },
);

/** The workspaces that can be read, and whether those are all: what is wrong with the others is for `check` to say. */
function readWorkspaces(
  root: string,
  folders: string[],
): { workspaces: { folder: string; data: JsonObject }[]; isWhole: boolean } {
  const content = readContent(root);
  if (content.problems.some(({ code }) => code === "no-content-folder"))
    throw new UsageError(cli.noContentFolder(root));
  const unknown = folders.find((name) => !content.sources.some(({ folder }) => folder === name));
  if (unknown !== undefined) throw new UsageError(words.noFolder(unknown));
  const sources = chooseSources(content, folders.length > 0 ? folders : undefined);
  const workspaces = sources.flatMap(({ folder, bytes }) => {
    const { text } = decode(bytes ?? new Uint8Array());
    const data = text === null ? undefined : readJson(text);
    return isObject(data) ? [{ folder, data }] : [];
  });
  return { workspaces, isWhole: workspaces.length === sources.length };
}

function clientOptions(mayBeInner: boolean): ClientOptions {
  const { DOCKERHUB_USERNAME: username, DOCKERHUB_TOKEN: token } = process.env;
  return {
    send: makeSend({ timeout, env: process.env, mayBeInner }),
    wait: (seconds) => wait(seconds * 1000),
    ...(username && token && { login: { username, token } }),
  };
}
