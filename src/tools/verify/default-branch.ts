import { git } from "../../registry/read/git.ts";
import { transportsOf } from "../clone.ts";

/** The default branch of the repository at an address, as its server says; else why it could not be asked, for people. */
export function defaultBranch(address: string): { branch: string } | { failure: string } {
  const { ok, out, error } = git("/", ["ls-remote", "--symref", "--", address, "HEAD"], {
    transports: transportsOf(address),
    timeout: 20_000,
  });
  const branch = ok ? /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(out.toString("utf8"))?.[1] : undefined;
  return branch === undefined ? { failure: error } : { branch };
}
