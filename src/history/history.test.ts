import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadRegistry } from "../registry/load.ts";
import { changeLine, sentenceOf } from "../site/change-texts.ts";
import { day, fortyCommits, start } from "../../tests/support/forty-commits.ts";
import { commitAt, git } from "../../tests/support/git-repository.ts";
import { makeHistory, type CommitToMake } from "../../tests/support/history.ts";
import { temporaryFolder, workspaceFolder } from "../../tests/support/run.ts";
import { git as words } from "../strings/check.ts";
import { readBlobs } from "./read-blobs.ts";
import { writeImageLock, type LockedImage } from "../registry/model/image-lock.ts";
import { changesOf, isOfSecurity, type Change, type Changes } from "./index.ts";

const folder = temporaryFolder();

/** The changes of a content folder with these commits. */
function changesIn(name: string, commits: readonly CommitToMake[]): Changes {
  return changesAt(makeHistory(join(folder, name), commits));
}

function changesAt(root: string, site = "https://example.org/"): Changes {
  return changesOf(loadRegistry({ root, site, env: {}, publicFiles: [], repository: root }));
}

/** The day of a change, counted from the beginning, its kind and its sentences. */
function told({ kind, time, items, ...change }: Change): string[] {
  const line = changeLine({ kind, time, items, ...change }, "en");
  return [
    `${Math.round((time / 1000 - start) / day)} ${kind}: ${line}`,
    ...items.map((item) => `  ${sentenceOf(item, "en")}`),
  ];
}

test("tells of forty commits", () => {
  const commits = fortyCommits();
  expect(commits).toHaveLength(40);
  const changes = changesIn("forty", commits);
  expect(changes.registry.toReversed().flatMap(told)).toMatchInlineSnapshot(`
    [
      "0 added: 3 workspaces added",
      "1 changed: Editor: another image for Kasm 1.16 (example.org/apps/editor:1 → example.org/apps/editor:2)",
      "  another image for Kasm 1.16 (example.org/apps/editor:1 → example.org/apps/editor:2)",
      "2 security: Editor: now “Command run as root” (exec_config.first_launch.user: root), and 1 more",
      "  now “Command run as root” (exec_config.first_launch.user: root)",
      "  exec_config.first_launch.cmd set",
      "3 security: Editor: no longer “Command run as root” (exec_config.first_launch.user: root), and 1 more",
      "  no longer “Command run as root” (exec_config.first_launch.user: root)",
      "  exec_config.first_launch.cmd removed",
      "4 security: Browser: now “Privileged mode” (privileged: true), and 1 more",
      "  now “Privileged mode” (privileged: true)",
      "  Kasm now flags privileged",
      "5 changed: Browser: no longer “Privileged mode” (privileged: true), and 1 more",
      "  no longer “Privileged mode” (privileged: true)",
      "  Kasm no longer flags privileged",
      "6 security: Player: now “Port published on the host” (ports.80/tcp: 8080), and 1 more",
      "  now “Port published on the host” (ports.80/tcp: 8080)",
      "  Kasm now flags ports",
      "8 changed: Editor: another description",
      "  another description",
      "9 changed: Editor: another icon",
      "  another icon",
      "10 changed: Editor: another text on its page",
      "  another text on its page",
      "11 security: Browser: now “Session runs as root” (user: 0), and 3 more",
      "  now “Session runs as root” (user: 0)",
      "  now “Shared memory size” (shm_size: 1g)",
      "  Kasm now flags user",
      "  Kasm now flags shm_size",
      "13 changed: 3 workspaces: now for Kasm 1.17 too",
      "  now for Kasm 1.17 too",
      "14 renamed: Player renamed to Media Player",
      "  another name (Player → Media Player)",
      "15 withdrawn: Browser withdrawn",
      "17 added: Terminal added",
      "17 changed: Media Player: cores set (2)",
      "  cores set (2)",
      "19 unreadable: Editor: workspace.json cannot be read",
      "  workspace.json cannot be read",
      "20 changed: Editor: other notes",
      "  other notes",
      "21 changed: Terminal: memory set (4000000000)",
      "  memory set (4000000000)",
      "22 security: Terminal: now “NET_ADMIN, control of the session's network” (cap_add: NET_ADMIN), and 1 more",
      "  now “NET_ADMIN, control of the session's network” (cap_add: NET_ADMIN)",
      "  Kasm now flags cap_add",
      "23 security: Terminal: now “SYS_ADMIN, nearly all the power of root” (cap_add: SYS_ADMIN)",
      "  now “SYS_ADMIN, nearly all the power of root” (cap_add: SYS_ADMIN)",
      "24 changed: Terminal: now for arm64 too",
      "  now for arm64 too",
      "25 changed: Terminal: another size on disk (1 GB → 2.5 GB)",
      "  another size on disk (1 GB → 2.5 GB)",
      "26 changed: Terminal: other categories",
      "  other categories",
      "27 security: Terminal: now “Password or key in a public file” (environment.API_TOKEN), and 1 more",
      "  now “Password or key in a public file” (environment.API_TOKEN)",
      "  environment.LANG set",
      "28 security: Terminal: environment.API_TOKEN changed, and 1 more",
      "  environment.API_TOKEN changed",
      "  environment.LANG changed",
      "29 security: Terminal: now “Folder of the host” (volumes./srv: /srv, rw), and 6 more",
      "  now “Folder of the host” (volumes./srv: /srv, rw)",
      "  no longer “SYS_ADMIN, nearly all the power of root” (cap_add: SYS_ADMIN)",
      "  no longer “Password or key in a public file” (environment.API_TOKEN)",
      "  no longer “NET_ADMIN, control of the session's network” (cap_add: NET_ADMIN)",
      "  Kasm now flags volumes",
      "  Kasm no longer flags cap_add",
      "  environment.LANG removed",
      "30 security: Terminal: now “Folder of the host” (volumes./mnt: /srv, rw), and 1 more",
      "  now “Folder of the host” (volumes./mnt: /srv, rw)",
      "  no longer “Folder of the host” (volumes./srv: /srv, rw)",
      "36 added: Example added",
      "37 security: Example: now “Privileged mode” (privileged: true), and 1 more",
      "  now “Privileged mode” (privileged: true)",
      "  Kasm now flags privileged",
      "38 changed: Example: vendor.key set",
      "  vendor.key set",
      "39 security: Example: now “User 1000, spelt another way” (user: 1000:1000), and 1 more",
      "  now “User 1000, spelt another way” (user: 1000:1000)",
      "  Kasm now flags user",
    ]
  `);
  expect(changes.workspaces.get("media-player")?.flatMap(told)).toMatchInlineSnapshot(`
    [
      "17 changed: Media Player: cores set (2)",
      "  cores set (2)",
      "14 renamed: Player renamed to Media Player",
      "  another name (Player → Media Player)",
      "13 changed: Player: now for Kasm 1.17 too",
      "  now for Kasm 1.17 too",
      "6 security: Player: now “Port published on the host” (ports.80/tcp: 8080), and 1 more",
      "  now “Port published on the host” (ports.80/tcp: 8080)",
      "  Kasm now flags ports",
      "0 added: Player added",
    ]
  `);
});

test("names neither authors nor hosts, and the same ids on every host", () => {
  const root = makeHistory(join(folder, "ids"), fortyCommits());
  const [here, there] = [changesAt(root), changesAt(root, "https://other.example/x/")];
  expect(here).toEqual(there);
  expect(JSON.stringify([...here.workspaces, here.registry])).not.toMatch(
    /example\.com|a@example|javascript|alert/,
  );
  const ids = here.registry.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(
    ids.every((id) => /^tag:kasm-workspace-registry\.invalid,2026:[0-9a-f]{40}(?:\/\S+)?$/.test(id)),
  ).toBe(true);
});

test("keeps the ids of earlier changes when later commits come", () => {
  const commits = fortyCommits();
  const early = changesIn("early", commits.slice(0, 12)).registry.map(({ id }) => id);
  expect(changesIn("late", commits).registry.map(({ id }) => id)).toEqual(expect.arrayContaining(early));
});

test("knows nothing from a part of a history, or without one", () => {
  const root = makeHistory(join(folder, "whole"), fortyCommits());
  const clone = join(folder, "clone");
  git(root, "clone", "--quiet", "--depth", "3", `file://${root}`, clone);
  expect(changesAt(clone).registry).toEqual([]);
  rmSync(join(clone, ".git"), { recursive: true });
  expect(changesAt(clone).registry).toEqual([]);
  // Rewritten into one commit, it begins there.
  git(clone, "init", "--quiet");
  commitAt(clone, "all", start);
  expect(changesAt(clone).registry.map((change) => changeLine(change, "en"))).toEqual([
    "Terminal added",
    "Media Player added",
    "Example added",
    "Editor added",
  ]);
});

test("says why versions cannot be read, and reads no more than fits into memory", () => {
  const root = makeHistory(join(folder, "unreadable"), fortyCommits());
  const ids = git(root, "rev-list", "--objects", "HEAD", "--", "Editor/workspace.json")
    .split("\n")
    .flatMap((line) => /^(\S+) .*json$/.exec(line)?.[1] ?? []);
  expect(ids.length).toBeGreaterThan(2);
  const bytes = [...readBlobs(root, ids).values()].reduce((sum, { length }) => sum + length, 0);
  expect(readBlobs(root, ids, { most: bytes }).size).toBe(ids.length);
  expect(() => readBlobs(root, ids, { most: bytes - 1 })).toThrow(words.tooManyVersions(1));
  expect(() => readBlobs(root, [...ids, "1".repeat(40)])).toThrow(words.missingVersions);
  const registry = loadRegistry({ root, site: "", env: {}, publicFiles: [], repository: root });
  rmSync(join(root, ".git"), { recursive: true });
  expect(changesOf(registry)).toEqual({
    registry: [],
    workspaces: new Map(),
    former: [],
    formerIcons: [],
    failure: expect.any(String),
  });
});

test("examples of the template are no changes: neither their arrival, nor an upgrade, nor their removal", () => {
  const example = (cores: number) => ({
    ".examples.json": JSON.stringify({ Example: String(cores).repeat(40) }),
    "Example/workspace.json": JSON.stringify({ friendly_name: "Example", cores }),
  });
  const commits = [1, 2].map((cores) => ({ time: start + cores * day, files: example(cores) }));
  const removal = { time: start + 3 * day, files: { "Example/workspace.json": null } };
  expect(changesIn("examples", [...commits, removal]).registry).toEqual([]);
});

const named = (name: string, change: object = {}) => ({
  [`${name}/workspace.json`]: JSON.stringify({ friendly_name: name, cores: 1, ...change }),
});

test("nobody hides a change by calling a workspace an example", () => {
  const marks = { ".examples.json": JSON.stringify({ A: "0".repeat(40), B: "0".repeat(40) }) };
  const privileged = { run_config: { privileged: true } };
  const whole = (name: string, change = {}) =>
    Object.fromEntries(
      Object.entries(workspaceFolder(name, change)).map(([path, content]) => [
        path,
        typeof content === "string" ? content : JSON.stringify(content),
      ]),
    );
  const { registry } = changesIn("called-examples", [
    { time: start, files: { ...whole("A"), ...whole("C") } },
    { time: start + day, files: { ...whole("A", privileged), ...whole("B", privileged), ...marks } },
  ]);
  expect(registry.map(({ kind, workspaces }) => [kind, workspaces[0]?.name])).toEqual([
    ["added", "B"],
    ["security", "A"],
    ["added", "C"],
    ["added", "A"],
  ]);
});

test.each([
  [9, 3, "3 workspaces: cores changed (1 → 2)"],
  [10, 3, undefined],
  [6, 2, undefined],
])("of %i workspaces, %i that change alike are one change of the registry: %s", (all, changed, line) => {
  const names = Array.from({ length: all }, (_, place) => `W${place}`);
  const files = (some: string[], cores: number) =>
    Object.assign({}, ...some.map((name) => named(name, { cores })));
  const { registry } = changesIn(`alike-${all}`, [
    { time: start, files: files(names, 1) },
    { time: start + day, files: files(names.slice(0, changed), 2) },
  ]);
  expect(registry.map((change) => changeLine(change, "en")).find((text) => /workspaces: /.test(text))).toBe(
    line,
  );
  expect(registry.length).toBe(line ? 2 : changed + 1);
});

test.each([
  ["an hour", 3600, 1],
  ["more than an hour", 3601, 2],
])("two commits within %s", (_, seconds, count) => {
  const { registry } = changesIn(`hour-${seconds}`, [
    { time: start, files: named("A") },
    { time: start + day, files: named("A", { cores: 2 }) },
    { time: start + day + seconds, files: named("A", { cores: 3 }) },
  ]);
  expect(registry.filter(({ kind }) => kind === "changed")).toHaveLength(count);
});

const data = {
  description: "Text.",
  image_src: "a.svg",
  compatibility: ["1.16.x"],
  name: "example.org/a/b:1",
};
test.each([
  ["renamed", { ...data, notes: "New." }, {}],
  ["renamed", { ...data, name: "example.org/a/b:2" }, {}],
  ["renamed", { ...data, name: "example.org/c/d:2" }, { "B/a.svg": "icon" }],
  ["added", { ...data, name: "example.org/c/d:2" }, {}],
  ["added", { ...data, description: "x", compatibility: ["1.17.x"], a: 1, b: 2, c: 3 }, {}],
])("a folder that comes with another's removal is %s: %j", (kind, now, files) => {
  const { registry } = changesIn(
    `rename-${JSON.stringify(now).length}-${kind}-${Object.keys(files).length}`,
    [
      { time: start, files: { ...named("A", data), "A/a.svg": "icon" } },
      { time: start + day, files: { "A/workspace.json": null, "A/a.svg": null } },
      { time: start + day + 3600, files: { ...named("B", now), ...files } },
    ],
  );
  expect(registry[0]?.kind).toBe(kind);
});

test("a value of a thousand items fills no feed", () => {
  const volumes = Object.fromEntries(
    Array.from({ length: 1000 }, (_, n) => [`/data/${n}`, { bind: `/d${n}`, mode: "rw" }]),
  );
  const { registry } = changesIn("long", [
    { time: start, files: named("A") },
    { time: start + day, files: named("A", { run_config: { volumes } }) },
  ]);
  expect(registry[0]?.items).toHaveLength(41);
  expect(registry[0]?.items.at(-1)).toMatchObject({ type: "more", name: "961" });
});

test("texts of a million characters in all fill no feed", () => {
  const long = "x".repeat(250_000);
  const { registry } = changesIn("long-text", [
    { time: start, files: named("A") },
    {
      time: start + day,
      files: named("A", { friendly_name: long, notes: long, run_config: { [long]: long } }),
    },
  ]);
  expect(JSON.stringify(registry).length).toBeLessThan(5000);
});

test.each([
  ["ro", "rw", ["gained"]],
  ["rw", "ro", ["setting"]],
])("a mount of %s that becomes %s", (was, is, types) => {
  const volumes = (mode: string) => ({ run_config: { volumes: { "/srv": { bind: "/srv", mode } } } });
  const { registry } = changesIn(`mode-${was}`, [
    { time: start, files: named("A", volumes(was)) },
    { time: start + day, files: named("A", volumes(is)) },
  ]);
  expect(registry[0]?.items.map(({ type }) => type)).toEqual(types);
});

test("secrets that were taken back are in no change", () => {
  const leak = {
    name: "bob:SECRET1@reg.example/a/b:1",
    docker_password: "SECRET2",
    volume_mappings: {
      "s3://AKIA:SECRET3@bucket/x": { bind: "/x", s3_secret: "SECRET4", secrets: ["SECRET5"] },
    },
    run_config: {
      environment: {
        PGPASSWORD: "SECRET6",
        JWT: "eyJhbGciOiJIUzI1NiJ9.SECRET7.x",
        DSN: "Server=x;Password=SECRET8",
      },
      command: [
        "sh",
        "-c",
        "run --password=\"SECRET9\" --token 'SECRET10' && mysql -pSECRET11 && sshpass -p SECRET12 ssh x",
      ],
      entrypoint: "curl -H 'Authorization: Bearer SECRET13'",
      healthcheck: { test: ["CMD", "curl", "-u bob:SECRET14 http://x"] },
      labels: [{ name: "DB_PASSWORD", value: "SECRET15" }, "token=SECRET16"],
      log_config: { Config: { "splunk-token": "SECRET17" } },
      auth: { password: { value: "SECRET18" } },
    },
    exec_config: {
      go: { cmd: 'PASSWORD="SECRET19" wget https://user:SECRET20/x@host/', environment: { A: "SECRET21" } },
    },
    notes: "The password is SECRET22",
    vendor: [{ password: "SECRET23" }, ["token", "SECRET24"]],
  };
  const { registry } = changesIn("secrets", [
    { time: start, files: named("A") },
    { time: start + day, files: named("A", leak) },
    {
      time: start + 2 * day,
      files: named("A", { ...leak, notes: "x", run_config: { environment: ["K=SECRET25"] } }),
    },
    { time: start + 3 * day, files: named("A") },
  ]);
  expect(registry.length).toBe(4);
  expect(JSON.stringify(registry).match(/SECRET\d+/g)).toBeNull();
});

test("a command that is not told is still told of", () => {
  const hook = (cmd: string) => named("A", { exec_config: { go: { cmd } } });
  const { registry } = changesIn("command", [
    { time: start, files: hook("/a") },
    { time: start + day, files: hook("/b") },
  ]);
  expect(changeLine(registry[0]!, "en")).toBe("A: exec_config.go.cmd changed");
});

const privileged = { run_config: { privileged: true } };
test.each([
  ["in the future", 4_000_000_000],
  ["in the past", 1_000_000_000],
])("one commit with a clock %s moves no other and hides none", (name, time) => {
  // Of two commits alone, either may be the wrong one: the first ones of a history in the past, so too.
  for (const place of time < start ? [2, 3, 4] : [1, 2, 3, 4]) {
    const commits = [
      named("A"),
      named("A", privileged),
      named("A"),
      named("A", { cores: 2 }),
      named("A", { cores: 3 }),
    ].map((files, number) => ({ time: number === place ? time : start + number * 20 * day, files }));
    const { registry } = changesIn(`clock-${name}-${place}`, commits);
    expect(registry.map(({ kind }) => kind).toReversed()).toEqual([
      "added",
      "security",
      "changed",
      "changed",
      "changed",
    ]);
    // The newest commit may be right about a day after all others.
    const right =
      place === 4 && time > start ? [0, 1, 2, 3] : [0, 1, 2, 3, 4].filter((number) => number !== place);
    for (const number of right)
      expect(registry.toReversed()[number]!.time, `commit ${number}`).toBe(
        (start + number * 20 * day) * 1000,
      );
  }
});

test("groups of one commit have ids of their own, which a later commit does not change", () => {
  const names = Array.from({ length: 10 }, (_, place) => `W${place}`);
  const all = (change: (place: number) => object) =>
    Object.assign({}, ...names.map((name, place) => named(name, change(place))));
  const commits = [
    { time: start, files: all(() => ({})) },
    { time: start + day, files: all((place) => (place < 5 ? { cores: 2 } : { memory: 3e9 })) },
  ];
  const idsOf = ({ registry }: Changes): string[] => registry.map(({ id }) => id);
  const early = idsOf(changesIn("two-groups", commits));
  expect(early).toHaveLength(3);
  expect(new Set(early).size).toBe(3);
  const extended = { time: start + day + 600, files: named("W1", { cores: 2, enabled: true }) };
  expect(idsOf(changesIn("two-groups-later", [...commits, extended])).slice(1)).toEqual(early);
});

test("images of one commit are told together by the owner that they come from", () => {
  const names = Array.from({ length: 10 }, (_, place) => `w${place}`);
  const all = (image: (name: string) => string) =>
    Object.assign({}, ...names.map((name) => named(name, { ...data, name: image(name) })));
  const { registry } = changesIn("owners", [
    { time: start, files: all((name) => `docker.io/good/${name}:1`) },
    {
      time: start + day,
      files: all((name) => (name === "w7" ? "evil.example/c:1" : `ghcr.io/good/${name}:1`)),
    },
  ]);
  const told = registry.filter(({ kind }) => kind === "security").map((change) => changeLine(change, "en"));
  expect(told.toSorted()).toEqual([
    "9 workspaces: another image for Kasm 1.16 (docker.io/good → ghcr.io/good)",
    "w7: another image for Kasm 1.16 (docker.io/good/w7:1 → evil.example/c:1)",
  ]);
});

test("another workspace in a folder that was renamed has a history of its own", () => {
  const whole = { ...data, architecture: ["amd64"], uncompressed_size_mb: 100 };
  const icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
  const files = (name: string, change: object) => ({
    ...named(name, { ...whole, ...change }),
    [`${name}/a.svg`]: icon,
  });
  const { workspaces, registry } = changesIn("reused", [
    { time: start, files: files("A", { friendly_name: "Same" }) },
    {
      time: start + day,
      files: { "A/workspace.json": null, "A/a.svg": null, ...files("B", { friendly_name: "Same" }) },
    },
    {
      time: start + 9 * day,
      files: files("A", { friendly_name: "Quite other", description: "x", name: "q/q:1" }),
    },
  ]);
  expect(registry.map((change) => changeLine(change, "en"))).toEqual([
    "Quite other added",
    "Same moved from a to b",
    "Same added",
  ]);
  expect(workspaces.get("a")?.map(({ kind }) => kind)).toEqual(["added"]);
  expect(workspaces.get("b")?.map(({ kind }) => kind)).toEqual(["renamed", "added"]);
});

const evil = { run_config: { privileged: true } };
test.each([
  ["among others that are new", {}, { ...named("X"), ...named("Y", evil), ...named("Z") }],
  ["with a renaming", named("A", data), { "A/workspace.json": null, ...named("B", { ...data, ...evil }) }],
  [
    "behind many small ones",
    named("A"),
    named("A", {
      run_config: { environment: Array.from({ length: 60 }, (_, n) => `NVIDIA_${n}=1`) },
      exec_config: { go: { cmd: "/opt/evil" } },
    }),
  ],
  ["by another origin of the image", named("A", data), named("A", { ...data, name: "evil.example/a/b:1" })],
  [
    "by an image that comes with a Kasm version",
    named("A", data),
    named("A", { ...data, name: "evil.example/a/b:1", compatibility: ["1.17.x"] }),
  ],
])("a change of rights is told as one: %s", (name, before, after) => {
  const { registry } = changesIn(`rights-${name}`, [
    { time: start, files: { ...named("Other"), ...before } },
    { time: start + day, files: after },
  ]);
  const told = registry.filter(({ items }) => items.some(isOfSecurity));
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).toMatch(/privileged-on|exec_config\.go\.cmd|evil\.example/);
});

test.each([
  [{ environment: ["A=1", "B=x=y"] }, { environment: { B: "x=y", A: "1" } }],
  [
    { volumes: ["/srv:/srv:ro", "data:/d"] },
    { volumes: { "/srv": { bind: "/srv", mode: "ro" }, data: { bind: "/d" } } },
  ],
  [{ volumes: ["/srv:/srv"] }, { volumes: ["/srv:/srv:rw"] }],
])("another form is no change: %j, %j", (was, is) => {
  const { registry } = changesIn(`form-${JSON.stringify(was).length}`, [
    { time: start, files: named("A", { run_config: was }) },
    { time: start + day, files: named("A", { run_config: is }) },
  ]);
  expect(registry).toHaveLength(1);
});

test.each([
  [{ volumes: ["/srv"] }, { volumes: ["/srv", "/srv:/a", "/srv:/b"] }],
  [{ environment: ["A=1", "A=2"] }, { environment: ["A=1", "B"] }],
])("what only resembles another form is compared as it is: %j, %j", (was, is) => {
  const { registry } = changesIn(`no-form-${JSON.stringify(was).length}`, [
    { time: start, files: named("A", { run_config: was }) },
    { time: start + day, files: named("A", { run_config: is }) },
  ]);
  expect(registry).toHaveLength(2);
});

test.each([
  [{ "80/tcp": 8080 }, { "80/tcp": [8080, 22] }, "(ports.80/tcp: 8080 → 8080, 22)"],
  [{ "80/tcp": [8080, 22] }, { "80/tcp": 8080 }, "(ports.80/tcp: 8080, 22 → 8080)"],
])("tells once of ports %j that become %j", (was, is, values) => {
  const { registry } = changesIn(`ports-${JSON.stringify(was).length}`, [
    { time: start, files: named("A", { run_config: { ports: was } }) },
    { time: start + day, files: named("A", { run_config: { ports: is } }) },
  ]);
  expect(registry[0]?.items.map((item) => sentenceOf(item, "en"))).toEqual([expect.stringContaining(values)]);
});

test("a finding that each Kasm version has is told of once", () => {
  const versions = ["1.16.x", "1.17.x"].map((version) => ({ version, image: "a:1" }));
  const { registry } = changesIn("each-version", [
    { time: start, files: named("A") },
    { time: start + day, files: named("A", { compatibility: versions }) },
  ]);
  expect(registry[0]?.items.filter(({ type }) => type === "gained")).toHaveLength(1);
});

test("a workspace that is added again is compared with what it was", () => {
  const image = { compatibility: ["1.16.x"], name: "example.org/a/b:1", exec_config: { go: { cmd: "/a" } } };
  const { registry } = changesIn("again", [
    { time: start, files: named("A", image) },
    { time: start + day, files: { "A/workspace.json": null } },
    { time: start + 2 * day, files: named("A", { ...image, name: "elsewhere.example/a/b:1", cores: 2 }) },
    { time: start + 3 * day, files: named("A", { ...image, name: "elsewhere.example/a/b:1", cores: 3 }) },
  ]);
  expect(registry.flatMap(told)).toEqual([
    "3 changed: A: cores changed (2 → 3)",
    "  cores changed (2 → 3)",
    "2 added: A added",
    "  exec_config.go.cmd set",
    "  another image for Kasm 1.16 (example.org/a/b:1 → elsewhere.example/a/b:1)",
    "1 withdrawn: A withdrawn",
    "0 added: A added",
    "  exec_config.go.cmd set",
  ]);
});

test("folders that are renamed in one commit are one change", () => {
  const files = (prefix: string, content?: null) =>
    Object.assign(
      {},
      ...["A", "B", "C"].map((name) => {
        const path = `${prefix}${name}/workspace.json`;
        const text = JSON.stringify({ ...data, friendly_name: name, name: `example.org/a/${name}:1` });
        return { [path]: content === null ? null : text };
      }),
    );
  const { registry } = changesIn("prefix", [
    { time: start, files: files("") },
    { time: start + day, files: { ...files("", null), ...files("app-") } },
  ]);
  expect(registry.map((change) => changeLine(change, "en"))).toEqual([
    "3 workspaces renamed",
    "3 workspaces added",
  ]);
  expect(registry[0]?.renamedFrom).toBeNull();
  expect(registry[0]?.workspaces.map(({ slug }) => slug)).toEqual(["app-a", "app-b", "app-c"]);
});

describe("an image that is built again", () => {
  const locked = (digests: Record<string, string>) => {
    const images = Object.entries(digests).map(([name, digest]): [string, LockedImage] => [
      `docker.io/example/${name}:1`,
      { digest, type: "", created: "", checked: "2026-11-29", platforms: {}, config: {} },
    ]);
    return { "images.lock.json": writeImageLock(new Map(images)) };
  };
  const app = (name: string, tag = "1") =>
    named(name, { compatibility: ["1.18.x"], name: `example/${name.toLowerCase()}:${tag}` });
  const apps = Object.assign({}, ...["A", "B", "C", "D"].map((name) => app(name)));

  test("is a change of the workspaces that name it", () => {
    const { registry } = changesIn("rebuilt", [
      { time: start, files: apps },
      { time: start + day, files: locked({ a: "1", b: "1", other: "1" }) },
      { time: start + 2 * day, files: locked({ a: "2", b: "1", other: "2", c: "1" }) },
      { time: start + 3 * day, files: { ...locked({ a: "3", b: "1" }), ...app("A", "2") } },
      { time: start + 4 * day, files: { "images.lock.json": "<<<<" } },
      { time: start + 5 * day, files: locked({ a: "3", b: "2" }) },
    ]);
    expect(registry.toReversed().flatMap(told)).toEqual([
      "0 added: 4 workspaces added",
      "2 changed: A: image built again under the same name (docker.io/example/a:1)",
      "  image built again under the same name (docker.io/example/a:1)",
      "3 changed: A: another image for Kasm 1.18 (example/a:1 → example/a:2)",
      "  another image for Kasm 1.18 (example/a:1 → example/a:2)",
      "5 changed: B: image built again under the same name (docker.io/example/b:1)",
      "  image built again under the same name (docker.io/example/b:1)",
    ]);
  });

  test("is one change where many are", () => {
    const { registry } = changesIn("rebuilt-many", [
      { time: start, files: apps },
      { time: start + day, files: locked({ a: "1", b: "1", c: "1" }) },
      { time: start + 2 * day, files: locked({ a: "2", b: "2", c: "2" }) },
    ]);
    expect(registry.map((change) => changeLine(change, "en"))).toEqual([
      "3 workspaces: image built again under the same name",
      "4 workspaces added",
    ]);
  });
});

describe("more rights are told as such", () => {
  const base = { compatibility: ["1.16.x"], name: "example.org/a/b:1" };
  const a = (change: object = {}) => named("A", { ...base, ...change });
  const gone = { "A/workspace.json": null };
  const runs = (config: object) => a({ run_config: config });
  const evil = { name: "elsewhere.example/x/y:1" };
  const privileged = { run_config: { privileged: true } };
  const steps: [string, [days: number, files: CommitToMake["files"]][]][] = [
    [
      "though a later commit of the hour cannot be read",
      [
        [0, a()],
        [1, a(privileged)],
        [1.01, { "A/workspace.json": "{" }],
        [2, a(privileged)],
      ],
    ],
    [
      "between two that cannot be read",
      [
        [0, a()],
        [1, { "A/workspace.json": "{" }],
        [2, a(privileged)],
        [2.01, { "A/workspace.json": "{" }],
      ],
    ],
    [
      "in what looks like a login of an address",
      [
        [0, a({ exec_config: { go: { cmd: "get https://good@host/x" } } })],
        [1, a({ exec_config: { go: { cmd: "get https://evil.example#@host/x" } } })],
      ],
    ],
    [
      "in the first of two entries of a version",
      [
        [0, a()],
        [
          1,
          named("A", {
            compatibility: ["elsewhere.example/x:1", "example.org/a/b:1"].map((image) => ({
              version: "1.16.x",
              image,
            })),
          }),
        ],
      ],
    ],
    [
      "after no version at all",
      [
        [0, a()],
        [1, a({ compatibility: [] })],
        [2, a(evil)],
      ],
    ],
    [
      "after a mistake in between",
      [
        [0, a()],
        [1, gone],
        [2, a()],
        [2.01, gone],
        [4, a(evil)],
      ],
    ],
    [
      "in the order of a command",
      [
        [0, runs({ command: ["echo", "sh", "-c", "id"] })],
        [1, runs({ command: ["sh", "-c", "id", "echo"] })],
      ],
    ],
    [
      "at the place of a finding that was there",
      [
        [0, runs({ volumes: { "/": { bind: "/x", mode: "ro" } } })],
        [1, runs({ volumes: { "/": { bind: "/x", mode: "rw" } } })],
      ],
    ],
    [
      "in the name of another container",
      [
        [0, runs({ network_mode: "container:a" })],
        [1, runs({ network_mode: "container:kasm_db" })],
      ],
    ],
    [
      "in the host of the image",
      [
        [0, a()],
        [1, a({ docker_registry: "https://elsewhere.example/" })],
      ],
    ],
  ];
  test.each(steps)("%s", (name, commits) => {
    const { registry } = changesIn(
      `rights-${name.length}-${name.slice(-4)}`,
      commits.map(([days, files]) => ({ time: start + Math.round(days * day), files })),
    );
    expect(registry.filter(({ toDecide, kind }) => toDecide && kind !== "unreadable")).not.toEqual([]);
  });

  test("of a folder that another workspace moves into", () => {
    const other = (name: string) => named(name, { ...base, ...evil, ...privileged, friendly_name: "O" });
    const { registry } = changesIn("onto", [
      { time: start, files: { ...other("O"), ...a() } },
      { time: start + day, files: gone },
      { time: start + 2 * day, files: { "O/workspace.json": null, ...other("A") } },
    ]);
    expect(registry[0]).toMatchObject({ kind: "renamed", toDecide: true });
  });

  test("of a folder that was renamed and is used again", () => {
    const { registry } = changesIn("renamed-and-reused", [
      { time: start, files: a() },
      { time: start + day, files: { ...gone, ...named("B", { ...base, friendly_name: "A" }) } },
      { time: start + 2 * day, files: a(evil) },
    ]);
    expect(registry.map(({ kind, toDecide }) => [kind, toDecide])).toEqual([
      ["added", true],
      ["renamed", false],
      ["added", false],
    ]);
  });
});

test.each([
  [{ cap_add: ["NET_ADMIN"] }, { cap_add: ["cap_net_admin"] }],
  [{ cap_add: ["NET_ADMIN", "CAP_NET_ADMIN"] }, { cap_add: ["NET_ADMIN"] }],
  [{ security_opt: ["seccomp=unconfined"] }, { security_opt: ["seccomp:unconfined"] }],
  [{ devices: ["/dev/kvm"] }, { devices: ["/dev/kvm:/dev/kvm:rwm"] }],
  [{ ports: { "80/tcp": 8080 } }, { ports: { "80": [8080] } }],
])("another spelling is no change: %j, %j", (was, is) => {
  const { registry } = changesIn(`spelling-${JSON.stringify([was, is]).length}`, [
    { time: start, files: named("A", { run_config: was }) },
    { time: start + day, files: named("A", { run_config: is }) },
  ]);
  expect(registry).toHaveLength(1);
});

test("the same image with its registry is no change, and categories are one", () => {
  const { registry } = changesIn("image-spelling", [
    {
      time: start,
      files: named("A", { compatibility: ["1.16.x"], name: "docker.io/a/b:1", categories: ["a", "b"] }),
    },
    {
      time: start + day,
      files: named("A", { compatibility: ["1.16.x"], name: "a/b:1", categories: ["b", "c"] }),
    },
  ]);
  expect(registry[0]?.items).toEqual([{ type: "text", name: "categories", before: "a", after: "c" }]);
});

test("what an example of the template was is no change of a clone of it", () => {
  const example = (cores: number) => ({
    "Example/workspace.json": JSON.stringify({ friendly_name: "E", cores }),
  });
  const root = makeHistory(join(folder, "clone-of-template"), [
    { time: start, files: example(1) },
    { time: start + day, files: example(2) },
    { time: start + 2 * day, files: named("Own") },
  ]);
  const registry = loadRegistry({
    root,
    site: "https://example.org/",
    env: {},
    publicFiles: [],
    repository: root,
  });
  const { registry: changes } = changesOf({ ...registry, examples: ["Example"] });
  expect(changes.map((change) => changeLine(change, "en"))).toEqual(["Own added"]);
});

test("the highest severity counts where a setting with several findings has another value", () => {
  const runs = (mode: string) => ({
    run_config: { volumes: { "/": { bind: "/x", mode, propagation: "rshared" } } },
  });
  const { registry } = changesIn("several-findings", [
    { time: start, files: named("A", runs("ro")) },
    { time: start + day, files: named("A", runs("rw")) },
  ]);
  expect(registry[0]?.items).toEqual([
    expect.objectContaining({ type: "setting", severity: "critical", before: "ro", after: "rw" }),
  ]);
});

test("of very many that go and come at once, not each is compared with each", () => {
  const lines = (prefix: string) =>
    Object.fromEntries(Array.from({ length: 300 }, (_, place) => [`${prefix}${place}`, 1]));
  const folders = (prefix: string) => Array.from({ length: 60 }, (_, place) => `${prefix}${place}`);
  const workspaces = (prefix: string) =>
    Object.assign({}, ...folders(prefix).map((name) => named(name, { name: "a/b:1", ...lines(name) })));
  const gone = [...folders("A"), "Y"].map((name) => [`${name}/workspace.json`, null]);
  const moved = { name: "a/b:1", friendly_name: "Y" };
  const { registry } = changesIn("flood", [
    { time: start, files: { ...workspaces("A"), ...named("Y", moved) } },
    { time: start + day, files: { ...Object.fromEntries(gone), ...workspaces("B"), ...named("Z", moved) } },
  ]);
  expect(registry.map(({ kind }) => kind)).not.toContain("renamed");
});
