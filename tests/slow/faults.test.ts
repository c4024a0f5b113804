import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ownCacheFolder } from "../../src/publish/cache-folder.ts";
import { filesBelow } from "../../src/publish/checksums.ts";
import { git as gitWords } from "../../src/strings/check.ts";
import { build as words } from "../../src/strings/publish.ts";
import { bomb, git } from "../support/git-repository.ts";
import { png } from "../support/made-up-registry.ts";
import { load } from "../support/content-folder.ts";
import {
  ended,
  plainEnvironment,
  projectRoot,
  start,
  temporaryFolder,
  workspaceFolder,
  writeFiles,
  type Ended,
} from "../support/run.ts";

const folder = temporaryFolder();
const path = (...parts: string[]): string => join(folder, ...parts);
const env = { SOURCE_DATE_EPOCH: "1700000000" };
const asRoot = process.getuid?.() === 0;
const site = (name: string): string[] => ["--site", `https://${name}.example.org/`, "--cache", path("cache")];

/** Every byte of a folder in one word; null where there is no folder. */
function fingerprint(root: string): string | null {
  if (!existsSync(root)) return null;
  const hash = createHash("sha256");
  for (const file of filesBelow(root))
    hash.update(`${file}\0`).update(
      createHash("sha256")
        .update(readFileSync(join(root, file)))
        .digest(),
    );
  return hash.digest("hex");
}

const build = (args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  ended(start("build", args, { ...env, ...more }));
/** Leftovers of builds beside an out folder and where pages are rendered. */
const leftovers = (parent: string, pid?: number): string[] => [
  ...readdirSync(parent).filter((name) => name.startsWith(".")),
  ...readdirSync(join(projectRoot, ownCacheFolder)).filter(
    (name) => name.startsWith(`site.building-${pid ?? ""}`) && pid !== undefined,
  ),
];

/** The registry of these tests, the site that it makes, and that site once more under another address. */
let old = "";
let other = "";
beforeAll(async () => {
  mkdirSync(path("in"));
  writeFiles(path("in"), {
    ...workspaceFolder("Editor"),
    "Editor/README.md": "---\nscreenshots: [window.png]\n---\n\nEdits.\n",
    "Editor/window.png": png(80),
  });
  for (const [name, out] of [
    ["old", "old-site"],
    ["other", "other-site"],
  ] as const) {
    expect(await build(["--workspaces", path("in"), "--out", path(out), ...site(name)])).toMatchObject({
      code: 0,
      stderr: "",
    });
  }
  [old, other] = [fingerprint(path("old-site"))!, fingerprint(path("other-site"))!];
  expect(old).not.toBe(other);
});

/** A folder of a test's own with the old site in it, as `out`. */
function withOldSite(name: string): string {
  mkdirSync(path(name));
  cpSync(path("old-site"), path(name, "out"), { recursive: true });
  return path(name);
}

describe("disks (a mount namespace of the build's own; skipped where none can be made)", () => {
  const unshare = ["--mount", "--propagation", "private", ...(asRoot ? [] : ["--map-root-user"])];
  const canMount =
    spawnSync("unshare", [...unshare, "bash", "-euc", `mount -t tmpfs -o size=1m tmpfs ${folder}`]).status ===
    0;

  /** Runs a build after `mounts`, where only it sees them, and `after` when it is over. `$1` is the folder of the test. */
  async function buildWith(
    parent: string,
    mounts: string,
    args: readonly string[],
    after = ":",
  ): Promise<Ended> {
    const script = `${mounts}\nset +e\n"$2" "$3" "\${@:4}"\ncode=$?\nset -e\n${after}\nexit $code`;
    return ended(
      spawn(
        "unshare",
        [
          ...unshare,
          "bash",
          "-euc",
          script,
          "bash",
          parent,
          process.execPath,
          join(projectRoot, "scripts", "build.ts"),
          ...args,
        ],
        { cwd: projectRoot, env: { ...plainEnvironment, ...env }, stdio: ["ignore", "pipe", "pipe"] },
      ),
    );
  }
  /** A disk of this size with the old site on it, in the place of the test's folder; what is there at the end is copied out of it. */
  const disk = (kilobytes: number, more = ""): [mounts: string, after: string] => [
    `mkdir "$1/disk"\nmount -t tmpfs -o size=${kilobytes}k tmpfs "$1/disk"\ncp -a "${path("old-site")}" "$1/disk/out"\n${more}`,
    'mkdir "$1/after"; cp -a "$1/disk/." "$1/after"',
  ];
  const kilobytes = (root: string): number =>
    Math.ceil(
      filesBelow(root).reduce(
        (sum, file) => sum + Math.ceil(statSync(join(root, file)).size / 4096) * 4 + 4,
        0,
      ),
    );

  test.skipIf(!canMount).each([
    ["at once", 0.02],
    ["while the pages are moved to it", 0.6],
  ])("the disk of the out folder becomes full %s", async (name, share) => {
    const parent = path(`full ${name}`);
    mkdirSync(parent);
    const own = kilobytes(path("old-site"));
    const [mounts, after] = disk(Math.round(own * (1 + share)));
    const { code, stderr } = await buildWith(
      parent,
      mounts,
      ["--workspaces", path("in"), "--out", join(parent, "disk", "out"), ...site("other")],
      after,
    );
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/npm run build stopped: the disk is full: .*The site there is unchanged\.\n$/),
    ]);
    expect(fingerprint(join(parent, "after", "out"))).toBe(old);
    expect(readdirSync(join(parent, "after"))).toEqual(["out"]);
  });

  test.skipIf(!canMount)("the disk where pages are rendered becomes full", async () => {
    const parent = withOldSite("full cache folder");
    const rendering = join(projectRoot, ownCacheFolder);
    const { code, stderr } = await buildWith(parent, `mount -t tmpfs -o size=80k tmpfs "${rendering}"`, [
      "--workspaces",
      path("in"),
      "--out",
      join(parent, "out"),
      ...site("other"),
    ]);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/the disk is full: .*node_modules.*The site there is unchanged/),
    ]);
    expect(fingerprint(join(parent, "out"))).toBe(old);
    expect(leftovers(parent)).toEqual([]);
  });

  test.skipIf(!canMount).each([
    [
      "is full",
      'mount -t tmpfs -o size=4k tmpfs "$1/kept"; dd if=/dev/zero of="$1/kept/all" bs=4k count=1 2>/dev/null',
    ],
    ["is read-only", 'mount -t tmpfs -o size=1m,ro tmpfs "$1/kept"'],
  ])("a cache that %s is no error", async (name, mounts) => {
    const parent = withOldSite(`cache ${name}`);
    mkdirSync(join(parent, "kept"));
    const args = [
      "--workspaces",
      path("in"),
      "--out",
      join(parent, "out"),
      "--site",
      "https://other.example.org/",
      "--cache",
      join(parent, "kept"),
    ];
    expect(await buildWith(parent, mounts, args)).toMatchObject({ code: 0, stderr: "" });
    expect(fingerprint(join(parent, "out"))).toBe(other);
  });

  test.skipIf(!canMount).each([
    [
      "stands on a read-only disk",
      disk(8000, 'mount -o remount,ro "$1/disk"'),
      "out",
      /the disk is read-only: .*The site there is unchanged/,
    ],
    [
      "would stand on a read-only disk",
      disk(8000, 'mount -o remount,ro "$1/disk"'),
      "deep/new",
      /the disk is read-only: .*Nothing was written/,
    ],
  ] as const)("an out folder that %s", async (name, [mounts, after], out, words) => {
    const parent = path(name);
    mkdirSync(parent);
    const { code, stderr } = await buildWith(
      parent,
      mounts,
      ["--workspaces", path("in"), "--out", join(parent, "disk", out), ...site("other")],
      after,
    );
    expect([code, stderr]).toEqual([1, expect.stringMatching(words)]);
    expect(fingerprint(join(parent, "after", "out"))).toBe(old);
  });

  test.skipIf(!canMount)(
    "an out folder that cannot be exchanged, being mounted from the same disk",
    async () => {
      const parent = withOldSite("bound");
      const { code, stderr } = await buildWith(parent, 'mount --bind "$1/out" "$1/out"', [
        "--workspaces",
        path("in"),
        "--out",
        join(parent, "out"),
        ...site("other"),
      ]);
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(
          /something uses the folder, or it is the root of a volume.*The site there is unchanged/,
        ),
      ]);
      expect(fingerprint(join(parent, "out"))).toBe(old);
      expect(leftovers(parent)).toEqual([]);
    },
  );
});

test("a folder in which one may not write", async ({ skip }) => {
  const parent = withOldSite("forbidden");
  const nobody = 65534;
  const args = [
    join(projectRoot, "scripts", "build.ts"),
    "--workspaces",
    path("in"),
    "--out",
    join(parent, "out"),
    "--site",
    "https://other.example.org/",
    "--no-cache",
  ];
  chmodSync(folder, 0o755);
  chmodSync(parent, 0o555);
  try {
    // To root nothing is forbidden, so there the build runs as nobody.
    const as = asRoot ? { uid: nobody, gid: nobody } : {};
    if (
      spawnSync(
        process.execPath,
        ["-e", "process.exit(require('fs').readdirSync(process.argv[1]).length > 0 ? 0 : 1)", projectRoot],
        as,
      ).status !== 0
    )
      return skip("nobody may read this repository");
    const { code, stderr } = await ended(
      spawn(process.execPath, args, {
        cwd: projectRoot,
        env: { ...plainEnvironment, ...env, HOME: "/nonexistent" },
        stdio: ["ignore", "pipe", "pipe"],
        ...as,
      }),
    );
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/permission denied: beside .*The site there is unchanged/),
    ]);
    expect(fingerprint(join(parent, "out"))).toBe(old);
  } finally {
    chmodSync(parent, 0o755);
  }
});

describe("files that change while the site is built", () => {
  const preload = { NODE_OPTIONS: `--import=${join(import.meta.dirname, "at-a-moment.ts")}` };
  const pictured = (name: string): Parameters<typeof writeFiles>[1] => ({
    ...workspaceFolder(name),
    [`${name}/README.md`]: "![x](window.png)\n",
    [`${name}/window.png`]: png(80),
  });

  test("texts: what was checked is what is published, all of it", async () => {
    const parent = withOldSite("texts");
    cpSync(path("in"), join(parent, "in"), { recursive: true });
    const texts = `cd "${join(parent, "in")}"; printf '{"name":"Changed"}' > registry.json; printf 'changed' > Editor/README.md; rm Editor/workspace.json; mkdir Editor/workspace.json; mkdir New; printf '{' > New/workspace.json`;
    expect(
      await build(["--workspaces", join(parent, "in"), "--out", join(parent, "out"), ...site("other")], {
        ...preload,
        AT_MOMENT: "read",
        DO_THEN: texts,
      }),
    ).toMatchObject({ code: 0, stderr: "" });
    expect(fingerprint(join(parent, "out"))).toBe(other);
    expect(leftovers(parent)).toEqual([]);
    // And the next build says what is wrong with what is there now.
    expect(
      await build(["--workspaces", join(parent, "in"), "--out", join(parent, "out"), ...site("old")]),
    ).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/Editor\/workspace\.json[^]*is a folder[^]*Nothing was written/),
    });
    expect(fingerprint(join(parent, "out"))).toBe(other);
  });

  test("icons: one that changed, went, or became something else stops the build, and each is named", async () => {
    const parent = withOldSite("icons");
    const changes: Record<string, [change: string, words: RegExp]> = {
      Changed: [
        "echo '<svg xmlns=\"http://www.w3.org/2000/svg\"/>' > changed.svg",
        /changed\.svg.*it changed while the site was built; build again/,
      ],
      Removed: ["rm removed.svg", /removed\.svg.*it was removed while the site was built; build again/],
      Folder: [
        "rm folder.svg; mkdir folder.svg",
        /folder\.svg.*it became something else than a file while the site was built/,
      ],
      Link: [
        "mv link.svg elsewhere; ln -s elsewhere link.svg",
        /link\.svg.*it became something else than a file while the site was built/,
      ],
      Pipe: [
        "rm pipe.svg; mkfifo pipe.svg",
        /pipe\.svg.*it (changed|became something else than a file) while the site was built/,
      ],
      Moved: ["cd ..; mv Moved Elsewhere", /moved\.svg.*it was removed while the site was built/],
    };
    mkdirSync(join(parent, "in"));
    for (const name of Object.keys(changes)) writeFiles(join(parent, "in"), workspaceFolder(name));
    const then = Object.entries(changes)
      .map(([name, [change]]) => `(cd "${join(parent, "in", name)}"; ${change})`)
      .join("\n");
    const { code, stderr } = await build(
      ["--workspaces", join(parent, "in"), "--out", join(parent, "out"), ...site("other")],
      { ...preload, AT_MOMENT: "read", DO_THEN: then },
    );
    expect(code).toBe(1);
    for (const [name, [, words]] of Object.entries(changes)) {
      expect(stderr).toContain(`${name}/workspace.json`);
      expect(stderr).toMatch(words);
    }
    expect(stderr).toContain("is as it was");
    expect(fingerprint(join(parent, "out"))).toBe(old);
    expect(leftovers(parent)).toEqual([]);
  });

  test("pictures of a README: one that became a pipe stops the build, and does not keep it waiting", async () => {
    const parent = withOldSite("pictures");
    mkdirSync(join(parent, "in"));
    writeFiles(join(parent, "in"), pictured("Viewer"));
    const { code, stderr } = await build(
      ["--workspaces", join(parent, "in"), "--out", join(parent, "out"), ...site("other")],
      {
        ...preload,
        AT_MOMENT: "read",
        DO_THEN: `cd "${join(parent, "in", "Viewer")}"; rm window.png; mkfifo window.png`,
      },
    );
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(
        /Viewer\/window\.png cannot be published: it (changed|became something else than a file) while the site was built; build again/,
      ),
    ]);
    expect(fingerprint(join(parent, "out"))).toBe(old);
    expect(leftovers(parent)).toEqual([]);
  });

  test("what changes after the pages were rendered comes with the next build", async () => {
    const parent = withOldSite("late");
    cpSync(path("in"), join(parent, "in"), { recursive: true });
    expect(
      await build(["--workspaces", join(parent, "in"), "--out", join(parent, "out"), ...site("other")], {
        ...preload,
        AT_MOMENT: "collect",
        DO_THEN: `rm -r "${join(parent, "in")}"`,
      }),
    ).toMatchObject({ code: 0, stderr: "" });
    expect(fingerprint(join(parent, "out"))).toBe(other);
  });

  test("without git, with files from the future and a clock 27 years in the past: the same bytes", async () => {
    const parent = path("clock");
    const shift = -27 * 365 * 24 * 3600 * 1000;
    mkdirSync(join(parent, "bin"), { recursive: true });
    cpSync(path("in"), join(parent, "in"), { recursive: true });
    for (const file of ["workspace.json", "editor.svg", "README.md"])
      utimesSync(join(parent, "in", "Editor", file), 4_000_000_000, 4_000_000_000);
    const { code, stderr } = await build(
      ["--workspaces", join(parent, "in"), "--out", join(parent, "out"), ...site("other")],
      { ...preload, SHIFT_CLOCK: String(shift), PATH: join(parent, "bin") },
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(fingerprint(join(parent, "out"))).toBe(other);
  });
});

test("a shallow clone and a history without end are built, and the build says that its dates are wrong", async () => {
  const origin = path("origin");
  mkdirSync(origin);
  git(origin, "init", "--quiet");
  cpSync(path("in"), join(origin, "workspaces"), { recursive: true });
  for (const message of ["one", "two"]) {
    writeFileSync(join(origin, message), message);
    git(origin, "add", "--all");
    git(origin, "commit", "--quiet", "-m", message);
  }
  const sees = (name: string): boolean => load(path(name, "workspaces")).log.shallow;
  git(folder, "clone", "--quiet", `file://${origin}`, path("whole"));
  git(folder, "clone", "--quiet", "--depth", "1", `file://${origin}`, path("shallow"));
  expect([sees("whole"), sees("shallow")]).toEqual([false, true]);
  expect(
    await build([
      "--workspaces",
      path("shallow", "workspaces"),
      "--out",
      path("shallow-out"),
      ...site("other"),
    ]),
  ).toMatchObject({ code: 0, stdout: expect.stringContaining("git fetch --unshallow") });
  bomb(path("whole"), "workspaces");
  expect(
    await build(["--workspaces", path("whole", "workspaces"), "--out", path("bomb-out"), ...site("other")]),
  ).toMatchObject({ code: 0, stdout: expect.stringContaining(words.unreadHistory(gitWords.tooMuchMemory)) });
});

test("two builds at once into one folder: the second refuses, and the folder is the site of the first", async () => {
  const parent = withOldSite("at once");
  const args = ["--workspaces", path("in"), "--out", join(parent, "out")];
  const all = await Promise.all(["old", "other"].map((name) => build([...args, ...site(name)])));
  const codes = all.map(({ code }) => code);
  expect(codes.toSorted()).toEqual([0, 1]);
  expect(all[codes.indexOf(1)]!.stderr).toMatch(/another build is at work on .*out/);
  expect(fingerprint(join(parent, "out"))).toBe([old, other][codes.indexOf(0)]);
  expect(leftovers(parent)).toEqual([]);
});

describe("a build that is stopped at a named moment", () => {
  const moments = ["read", "collect", "exchange"] as const;
  const signals = ["SIGINT", "SIGTERM", "SIGKILL"] as const;
  const cases = moments.flatMap((moment) => signals.map((signal) => [moment, signal] as const));

  test.each(cases)(
    "%s, %s: the old or the new site stands, and the next build clears up",
    async (moment, signal) => {
      const parent = withOldSite(`${moment} ${signal}`);
      const out = join(parent, "out");
      const args = ["--workspaces", path("in"), "--out", out, ...site("other")];
      const preload = { NODE_OPTIONS: `--import=${join(import.meta.dirname, "at-a-moment.ts")}` };
      const stopped = await build(args, {
        ...preload,
        AT_MOMENT: moment,
        DO_THEN: `kill -${signal.slice(3)} $PPID`,
      });
      // A signal that can be caught is heard between two steps; from moving the site to its place all is one.
      const isDone = moment !== "read" && signal !== "SIGKILL";
      expect(
        stopped.signal === signal || isDone,
        `${stopped.code} ${stopped.signal}: ${stopped.stderr}`,
      ).toBe(true);
      const isTorn = moment === "exchange" && signal === "SIGKILL";
      expect(fingerprint(out)).toBe(isTorn ? null : isDone ? other : old);
      if (signal !== "SIGKILL") expect(leftovers(parent)).toEqual([]);
      // The workspaces have an error: this build writes nothing, but puts right what the one before left.
      writeFiles(join(parent, "bad"), { "Bad/workspace.json": "{" });
      const next = await build(["--workspaces", join(parent, "bad"), "--out", out]);
      expect(next.code).toBe(1);
      expect(next.stderr.includes("is the site of before again")).toBe(isTorn);
      expect(fingerprint(out)).toBe(isDone ? other : old);
      expect(await build(args)).toMatchObject({ code: 0, stderr: "" });
      expect([fingerprint(out), leftovers(parent)]).toEqual([other, []]);
    },
  );

  test("no rendering of a dead build is left over", () => {
    const dead = readdirSync(join(projectRoot, ownCacheFolder)).filter(
      (name) => /^site\.building-\d+-/.test(name) && !existsSync(`/proc/${/\d+/.exec(name)![0]}`),
    );
    expect(dead).toEqual([]);
  });
});
