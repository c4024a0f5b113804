import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ownCacheFolder } from "../../src/publish/cache-folder.ts";
import { verify as words } from "../../src/strings/verify.ts";
import type { VerifyOptions } from "../../src/tools/verify/verify-site.ts";
import {
  invocationFolder,
  projectRoot,
  textOption,
  UsageError,
  type CommandUsage,
  type Values,
} from "./cli.ts";

/** Options of the commands that verify a site. */
export const verifyOptions = (): CommandUsage["options"] => ({
  repo: { type: "string", value: "OWNER/NAME", help: words.repo },
  branch: { type: "string", value: "NAME", help: words.branch },
  "trusted-root": { type: "string", value: "FILE", help: words.trustedRoot },
});

/** What the command line says about the site's origin. */
export function readVerifyOptions(values: Values): VerifyOptions {
  const empty = Object.keys(verifyOptions()).find((option) => textOption(values, option) === "");
  if (empty !== undefined) throw new UsageError(words.needsValue(empty));
  const repo = textOption(values, "repo");
  const repository = repo?.replace(/^https:\/\/github\.com\//i, "").replace(/(?:\.git)?\/?$/i, "");
  if (repository !== undefined && !/^[\w-][\w.-]*\/(?!\.{1,2}$)[\w.-]+$/.test(repository))
    throw new UsageError(words.badRepo(repo!));
  const keys = textOption(values, "trusted-root");
  return {
    repository,
    branch: textOption(values, "branch")?.replace(/^refs\/heads\//, ""),
    trustedRoot: keys === undefined ? undefined : readKeys(resolve(invocationFolder(), keys)),
    cache: join(projectRoot, ownCacheFolder, "sigstore"),
  };
}

function readKeys(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new UsageError(words.unreadableKeys(path));
  }
}
