import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadRegistry } from "../registry/load.ts";
import { changeLine, sentenceOf } from "../site/change-texts.ts";
import { day, fortyCommits, start } from "../../tests/support/forty-commits.ts";
import { commitAt, git } from "../../tests/support/git-repository.ts";
import { makeHistory, type CommitToMake } from "../../tests/support/history.ts";
import { temporaryFolder, workspaceFolder } from "../../tests/support/run.ts";
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
      "  exec_config.first_launch.cmd set (chown -R 1000 /data)",
      "3 security: Editor: no longer “Command run as root” (exec_config.first_launch.user: root), and 1 more",
      "  no longer “Command run as root” (exec_config.first_launch.user: root)",
      "  exec_config.first_launch.cmd removed (chown -R 1000 /data)",
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
      "27 security: Terminal: now “Password or key in a public file” (environment.API_TOKEN: …), and 1 more",
      "  now “Password or key in a public file” (environment.API_TOKEN: …)",
      "  environment.LANG set (de)",
      "28 changed: Terminal: environment.LANG changed (de → fr)",
      "  environment.LANG changed (de → fr)",
      "29 security: Terminal: now “Folder of the host” (volumes./srv: /srv, rw), and 6 more",
      "  now “Folder of the host” (volumes./srv: /srv, rw)",
      "  no longer “SYS_ADMIN, nearly all the power of root” (cap_add: SYS_ADMIN)",
      "  no longer “Password or key in a public file” (environment.API_TOKEN: …)",
      "  no longer “NET_ADMIN, control of the session's network” (cap_add: NET_ADMIN)",
      "  Kasm now flags volumes",
      "  Kasm no longer flags cap_add",
      "  environment.LANG removed (fr)",
      "30 security: Terminal: now “Folder of the host” (volumes./mnt: /srv, rw), and 1 more",
      "  now “Folder of the host” (volumes./mnt: /srv, rw)",
      "  no longer “Folder of the host” (volumes./srv: /srv, rw)",
      "36 added: Example added",
      "37 security: Example: now “Privileged mode” (privileged: true), and 1 more",
      "  now “Privileged mode” (privileged: true)",
      "  Kasm now flags privileged",
      "38 changed: Example: vendor.key set (a), and 1 more",
      "  vendor.key set (a)",
      "  vendor.key set (b)",
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
    name: "bob:imgsecret1@reg.example/a/b:1",
    docker_password: "secret2",
    compatibility: ["1.16.x"],
    volume_mappings: { "s3://AKIA:SECRET3@bucket/x": { bind: "/x" } },
    run_config: {
      environment: { PGPASSWORD: "secret4", GITHUB_PAT: "secret5", authToken: "secret6" },
      command: "run --password=secret7 --token secret8",
      healthcheck: { test: ["CMD", "curl", "-u bob:secret9 http://x"] },
      labels: { token: "secret10" },
      log_config: { Config: { "splunk-token": "secret11" } },
    },
    exec_config: { go: { cmd: "login --api-key=secret12" } },
  };
  const { registry } = changesIn("secrets", [
    { time: start, files: named("A") },
    { time: start + day, files: named("A", leak) },
    { time: start + 2 * day, files: named("A") },
  ]);
  expect(JSON.stringify(registry).match(/secret\d+/gi)).toBeNull();
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
])("a change of rights is told as one: %s", (name, before, after) => {
  const { registry } = changesIn(`rights-${name}`, [
    { time: start, files: { ...named("Other"), ...before } },
    { time: start + day, files: after },
  ]);
  const told = registry.filter(({ items }) => items.some(isOfSecurity));
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).toMatch(/privileged-on|\/opt\/evil|evil\.example/);
});
