import { git as words } from "../../strings/check.ts";
import { spawnSync } from "node:child_process";

/**
 * git without anything that a stranger's repository or address could make it run: no hooks, no monitor, no transport that starts
 * programs, no question. Only blobs of the object store are read: without a checkout, no filter and no link plays a part.
 */
const safe = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.pager=cat",
  "core.quotePath=false",
  "core.alternateRefsCommand=",
  "core.attributesFile=/dev/null",
  "init.templateDir=",
  "transfer.fsckObjects=false",
  "fetch.recurseSubmodules=no",
  "submodule.recurse=false",
  "gc.auto=0",
  "maintenance.auto=false",
];

/** Variables by which a hook or another command of git names its repository, its objects or the form of its output; not those of the network. */
const ofOtherRepository = /^GIT_(?!CONFIG|SSH|SSL|HTTP|PROXY|CURL|EXEC_PATH|CEILING|DISCOVERY)/;

interface GitResult {
  ok: boolean;
  out: Buffer;
  /** The last line that git wrote about a failure, or why it was ended. */
  error: string;
  /** All that git wrote to its error output. */
  log: string;
}

/**
 * Runs git. `transports` lists the protocols that may be used; none by default. Output beyond `maxBuffer` bytes ends it with an error, and so
 * does a list in its memory beyond `largestList` bytes.
 */
export function git(
  cwd: string,
  args: readonly string[],
  {
    transports = "none",
    input,
    timeout = 60_000,
    maxBuffer = 2 ** 31 - 1,
    largestList,
  }: {
    transports?: string;
    input?: string | Uint8Array;
    timeout?: number;
    maxBuffer?: number;
    largestList?: number;
  } = {},
): GitResult {
  const config = [...safe, ...(transports === "none" ? ["protocol.allow=never"] : [])];
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ofOtherRepository.test(name)),
  );
  const result = spawnSync(
    "git",
    ["--no-pager", "--no-optional-locks", ...config.flatMap((setting) => ["-c", setting]), ...args],
    {
      cwd,
      input: input ?? "",
      timeout,
      maxBuffer,
      env: {
        ...env,
        GIT_TERMINAL_PROMPT: "0",
        GIT_ASKPASS: "",
        SSH_ASKPASS: "",
        GIT_ALLOW_PROTOCOL: transports,
        GIT_NO_LAZY_FETCH: "1",
        // A clone has neither replacements of objects nor grafts: the history is the same everywhere.
        GIT_NO_REPLACE_OBJECTS: "1",
        GIT_GRAFT_FILE: "/dev/null/none",
        GIT_OPTIONAL_LOCKS: "0",
        LC_ALL: "C",
        ...(largestList !== undefined && { GIT_ALLOC_LIMIT: String(largestList) }),
      },
    },
  );
  const causes: Record<string, string> = {
    ENOENT: words.notInstalled,
    ENOBUFS: words.tooMuch(Math.ceil(maxBuffer / 1_000_000)),
    ETIMEDOUT: words.tooSlow(timeout / 1000),
  };
  const { code = "", message } = (result.error as NodeJS.ErrnoException | undefined) ?? { message: "" };
  const said = result.error ? (causes[code] ?? message) : lastLine(result.stderr.toString());
  const known = [
    [/^attempting to allocate \d+ over limit/, words.tooMuchMemory],
    [/^could not fetch \w+ from promisor remote/, words.missingVersions],
  ] as const;
  const error = known.find(([form]) => form.test(said))?.[1] ?? said;
  const log = result.error ? error : result.stderr.toString();
  return { ok: result.status === 0 && !result.error, out: result.stdout, error, log };
}

const lastLine = (text: string): string =>
  text
    .trim()
    .split("\n")
    .at(-1)
    ?.replace(/^(?:fatal|error): /, "") ?? "";
