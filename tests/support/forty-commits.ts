import type { CommitToMake } from "./history.ts";
import { drawing } from "./run.ts";

/** Time of the first commit, in seconds since 1970. */
export const start = Date.UTC(2026, 0, 1) / 1000;
export const day = 86_400;

type Data = Record<string, unknown>;
const app = (name: string): Data => ({
  friendly_name: name,
  description: `The ${name.toLowerCase()}.`,
  image_src: "icon.svg",
  categories: ["Office"],
  architecture: ["amd64"],
  compatibility: ["1.16.x"],
  name: `example.org/apps/${name.toLowerCase()}:1`,
  uncompressed_size_mb: 1000,
});
const in11 = ({ name, uncompressed_size_mb, compatibility, ...rest }: Data): Data => ({
  ...rest,
  compatibility: (compatibility as string[]).map((version) => ({
    version,
    image: name,
    uncompressed_size_mb,
    available_tags: [],
  })),
});
const json = (data: Data): string => JSON.stringify(data, null, 2);
const picture = (colour: string): string => drawing.replace("#345", colour);

/** Commits one day apart; each changes some workspaces, by folder, and other files. */
class Script {
  readonly commits: CommitToMake[] = [];
  readonly workspaces = new Map<string, Data>();
  time = start;

  commit(files: CommitToMake["files"], rest: Partial<CommitToMake> = {}): void {
    this.commits.push({ time: this.time, files, ...rest });
    this.time += day;
  }

  change(name: string, change: Data, rest: Partial<CommitToMake> = {}): void {
    const data = { ...this.workspaces.get(name), ...change };
    this.workspaces.set(name, data);
    this.commit({ [`${name}/workspace.json`]: json(data) }, rest);
  }

  /** The files of a new workspace. */
  made(name: string, colour: string, data: Data = app(name)): CommitToMake["files"] {
    this.workspaces.set(name, data);
    return { [`${name}/workspace.json`]: json(data), [`${name}/icon.svg`]: picture(colour) };
  }
}

/** Forty commits to a content folder, mostly a day apart, with everything that can happen to a workspace. */
export function fortyCommits(): CommitToMake[] {
  const script = new Script();
  const { workspaces } = script;
  // 0: the first commit.
  script.commit({
    ...script.made("Editor", "#111"),
    ...script.made("Browser", "#222"),
    ...script.made("Player", "#333"),
  });
  // 1: a tag moves. 2 and 3: a hook of root comes and goes.
  script.change("Editor", { name: "example.org/apps/editor:2" });
  script.change("Editor", { exec_config: { first_launch: { user: "root", cmd: "chown -R 1000 /data" } } });
  script.change("Editor", { exec_config: undefined });
  // 4 and 5: privileged mode on and off. 6: a port.
  script.change("Browser", { run_config: { privileged: true } });
  script.change("Browser", { run_config: undefined });
  script.change("Player", { run_config: { ports: { "80/tcp": 8080 } } });
  // 7: schema 1.1.
  const editor = in11(workspaces.get("Editor")!);
  workspaces.set("Editor", editor);
  script.commit({ "Editor/workspace.json": json(editor) });
  // 8 to 10: description, icon and README alone.
  script.change("Editor", { description: "Writes text and tables." });
  script.commit({ "Editor/icon.svg": picture("#444") });
  script.commit({ "Editor/README.md": "# Editor" });
  // 11: two commits within an hour.
  script.change("Browser", { run_config: { user: "root" } });
  script.change("Browser", { run_config: { user: 0, shm_size: "1g" } }, { time: script.time - day + 3000 });
  // 13: all of them alike.
  const older = ["Browser", "Player"].map((name) => {
    workspaces.set(name, { ...workspaces.get(name), compatibility: ["1.16.x", "1.17.x"] });
    return [`${name}/workspace.json`, json(workspaces.get(name)!)];
  });
  const [entry] = editor["compatibility"] as Data[];
  workspaces.set("Editor", {
    ...workspaces.get("Editor"),
    compatibility: [entry, { ...entry, version: "1.17.x" }],
  });
  script.commit({ ...Object.fromEntries(older), "Editor/workspace.json": json(workspaces.get("Editor")!) });
  // 14: a renaming. 15: a removal.
  const player = { ...workspaces.get("Player"), friendly_name: "Media Player" };
  script.commit({
    "Player/workspace.json": null,
    "Player/icon.svg": null,
    "Media Player/workspace.json": json(player),
    "Media Player/icon.svg": picture("#333"),
  });
  workspaces.set("Media Player", player);
  script.commit({ "Browser/workspace.json": null, "Browser/icon.svg": null });
  // 16 and 17: a branch and its merge.
  script.commit(
    { "Terminal/workspace.json": json(app("Terminal")), "Terminal/icon.svg": picture("#555") },
    { branch: "side" },
  );
  workspaces.set("Terminal", app("Terminal"));
  script.commit({ ...script.made("Terminal", "#555") }, { merge: "side" });
  // 18: a clock that runs backwards.
  script.change("Media Player", { cores: 2 }, { time: start });
  // 19 and 20: JSON that cannot be read, and its repair.
  script.commit({ "Editor/workspace.json": "{" });
  script.change("Editor", { notes: "Mind the gap." });
  // 21: a hostile message and author.
  script.change(
    "Terminal",
    { memory: 4_000_000_000 },
    {
      message: "x\u0001\n<script>alert(1)</script>\n\n##[error]",
      author: "\u0001javascript:alert(1) <evil@example.com>",
    },
  );
  // 22 to 28: capabilities, architectures, size, categories, secrets.
  script.change("Terminal", { run_config: { cap_add: ["NET_ADMIN"] } });
  script.change("Terminal", { run_config: { cap_add: ["SYS_ADMIN", "NET_ADMIN"] } });
  script.change("Terminal", { architecture: ["amd64", "arm64"] });
  script.change("Terminal", { uncompressed_size_mb: 2500 });
  script.change("Terminal", { categories: ["Office", "Work"] });
  script.change("Terminal", {
    run_config: {
      cap_add: ["SYS_ADMIN", "NET_ADMIN"],
      environment: { API_TOKEN: "old-token-1", LANG: "de" },
    },
  });
  script.change("Terminal", {
    run_config: {
      cap_add: ["SYS_ADMIN", "NET_ADMIN"],
      environment: { API_TOKEN: "new-token-2", LANG: "fr" },
    },
  });
  // 29 and 30: folders of the host.
  script.change("Terminal", { run_config: { volumes: { "/srv": { bind: "/srv", mode: "rw" } } } });
  script.change("Terminal", { run_config: { volumes: { "/mnt": { bind: "/srv", mode: "rw" } } } });
  // 31 to 33: nothing that a workspace is judged by.
  script.commit({ "registry.json": '{"name":"Test"}' });
  script.commit({ "Terminal/shots/one.png": "x" });
  script.commit({
    "Terminal/icon.svg": null,
    "Terminal/other.svg": picture("#555"),
    "Terminal/workspace.json": json({ ...workspaces.get("Terminal"), image_src: "other.svg" }),
  });
  workspaces.set("Terminal", { ...workspaces.get("Terminal"), image_src: "other.svg" });
  // 34: there and gone within an hour.
  script.commit(script.made("Mistake", "#666"));
  script.commit(
    { "Mistake/workspace.json": null, "Mistake/icon.svg": null },
    { time: script.time - day + 60 },
  );
  // 36 and 37: an example of the template, and its edit.
  script.commit({
    ".examples.json": JSON.stringify({ Example: "0".repeat(40) }),
    ...script.made("Example", "#777"),
  });
  script.change("Example", { run_config: { privileged: true } });
  // 38 and 39: a key that no schema knows, and another account.
  script.change("Example", { vendor: { key: ["a", "b"] } });
  script.change("Example", { run_config: { privileged: true, user: "1000:1000" } });

  return script.commits;
}
