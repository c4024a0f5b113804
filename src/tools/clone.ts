import { git as words } from "../strings/check.ts";
import { git } from "../registry/read/git.ts";

/** The protocols that an address or a folder may be read with. */
export function transportsOf(address: string): string {
  if (/^https?:\/\//i.test(address)) return "http:https";
  if (/^git:\/\//i.test(address)) return "git";
  return /^(?:ssh:\/\/|[\w.-]+@[\w.-]+:)/.test(address) ? "ssh" : "file";
}

/** Clones the newest commits of a repository's branches without a checkout. Throws a sentence for people. */
export function cloneBare(address: string, into: string): void {
  const transports = transportsOf(address);
  const url = transports === "file" && !/^file:\/\//i.test(address) ? `file://${address}` : address;
  const result = git(
    "/",
    [
      "clone",
      "--quiet",
      "--bare",
      "--no-tags",
      "--depth",
      "1",
      "--no-single-branch",
      "--template=",
      "--",
      url,
      into,
    ],
    { transports, timeout: 600_000 },
  );
  if (!result.ok) throw new Error(words.notCloned({ address, cause: result.error }));
}

/** Whether a text is a git address instead of a folder. */
export const isGitAddress = (text: string): boolean =>
  /^(?:https?|ssh|git|file):\/\//i.test(text) || /^[\w.-]+@[\w.-]+:/.test(text);
