import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { doctor as words } from "../../src/strings/commands.ts";
import { invocationFolder, textOption, UsageError, type Values } from "./cli.ts";

/** The folder that is meant, relative to where npm was called, not to the root of the repository; null where there is none. */
export async function folderOf(typed: string): Promise<string | null> {
  const path = resolve(invocationFolder(), typed);
  return (await stat(path).catch(() => null))?.isDirectory() ? path : null;
}

/** Seconds for one file. */
export function secondsOption(values: Values): number {
  const text = textOption(values, "timeout") ?? "10";
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 600)) throw new UsageError(words.badTimeout(text));
  return seconds;
}
