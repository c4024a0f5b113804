import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newestKasm } from "../../src/registry/model/kasm-versions.ts";
import { git, makeRepository } from "../support/git-repository.ts";
import { annotation, below, image, MaintainedFork, type Files } from "../support/maintained-fork.ts";
import { callsOfGh, forbidden } from "../support/pretend-gh.ts";
import { temporaryFolder, workspaceFolder, writeFiles } from "../support/run.ts";

const fork = new MaintainedFork(temporaryFolder());
beforeAll(() => fork.start());
beforeEach(() => fork.reset());

const lock = "workspaces/images.lock.json";

test("Fix: makes the repairs and nothing else, with its report and the check as the text of the pull request", async () => {
  const path = "workspaces/Editor/workspace.json";
  fork.commit(below("workspaces", workspaceFolder("Editor", { name: image, architecture: "amd64" })));
  const { proposed } = await fork.maintain("Fix");
  expect(annotation(proposed)).toBe("::notice::The pull request: https://github.com/lab/registry/pull/9");
  expect(fork.changed("maintain-fix")).toEqual([path]);
  expect(JSON.parse(fork.show("maintain-fix", path))).toMatchObject({ architecture: ["amd64"] });
  expect(fork.body()).toMatch(
    /^\*Maintain\* → \*Fix\* made this[^]*1 repair in 1 file, written[^]*\n {4}.*1 workspace/,
  );
  expect(callsOfGh(fork.folder).at(-1)).toContain(
    "--head maintain-fix --title Make the repairs that are safe ",
  );
});

test("Fix: with nothing to repair, says so and makes no branch", async () => {
  const { ran, proposed } = await fork.maintain("Fix");
  expect(annotation(ran)).toBe(
    "::notice::Nothing changed, so there is no pull request to open.\nNothing to repair.",
  );
  expect([proposed.code, fork.branches()]).toEqual([0, ["main"]]);
});

describe("Add a Kasm version", () => {
  test("adds it, in a branch of its name; a repository that forbids pull requests gets the branch and a link", async () => {
    const { proposed } = await fork.maintain(
      "Add a Kasm version",
      { input: " 1.17.x " },
      { FAULT: forbidden },
    );
    expect(proposed.code).toBe(1);
    expect(annotation(proposed)).toMatch(
      /^::error::.*\/lab\/registry\/compare\/maintain-add-version-1\.17\.x\?expand=1 .*Settings → Actions → General → Workflow permissions → "Allow/,
    );
    const added = fork.show("maintain-add-version-1.17.x", "workspaces/Editor/workspace.json");
    expect(JSON.parse(added)).toMatchObject({ compatibility: ["1.15.x", "1.17.x", newestKasm] });
    expect(git(fork.remote, "log", "-1", "--format=%s", "maintain-add-version-1.17.x")).toBe(
      "Add Kasm 1.17.x to the workspaces\n",
    );
  });

  test("refuses what is no version, with a cure for the browser", async () => {
    const ended = await fork.runTask("Add a Kasm version", { input: "1.17" });
    expect(ended.code).toBe(1);
    expect(annotation(ended)).toBe(
      "::error::1.17 is no Kasm version. Write 1.17.x.\nIn the browser: Actions → Maintain → Run workflow, and write the version, like 1.19.x.",
    );
  });
});

describe("New from docker run", () => {
  const input = "docker run -d \\  --name=office \\ --shm-size=512m   kasmweb/libre-office:1.19.0";

  test("adds a workspace that passes the check, with an icon, from a command whose lines a browser joined", async () => {
    await fork.maintain("New from docker run", { input });
    expect(fork.changed("maintain-new-libre-office")).toEqual([
      "workspaces/Libre Office/libre-office.svg",
      "workspaces/Libre Office/workspace.json",
    ]);
    expect(
      JSON.parse(fork.show("maintain-new-libre-office", "workspaces/Libre Office/workspace.json")),
    ).toMatchObject({
      friendly_name: "Libre Office",
      run_config: { shm_size: "512m" },
    });
    expect(fork.body()).toMatch(/left out: --name office[^]*The last lines of the checks[^]*2 workspaces/);
    expect(fork.body()).not.toContain("error");
  });

  test("refuses a name that is taken, and takes another", async () => {
    fork.commit(below("workspaces", workspaceFolder("Libre Office")));
    const refused = await fork.runTask("New from docker run", { input });
    expect(annotation(refused)).toMatch(
      /^::error::workspaces\/Libre Office exists already\.[^]*In the browser: .*A name of its own goes into the field below/,
    );
    await fork.maintain("New from docker run", { input, name: "Office & Co" });
    expect(fork.changed("maintain-new-office-co")[0]).toMatch(/^workspaces\/Office & Co\//);
  });

  test("names the branch by the run where a name has no Latin letters", async () => {
    await fork.maintain("New from docker run", { input, name: "办公" });
    expect(git(fork.remote, "log", "-1", "--format=%s", "maintain-new-77")).toBe("Add the workspace 办公\n");
  });
});

describe("Import from an address", () => {
  const old = (): string =>
    makeRepository(join(fork.folder, "old"), {
      "1.0": Object.fromEntries(
        Object.entries(below("workspaces", workspaceFolder("Player"))).map(([path, content]) => [
          path,
          typeof content === "string" ? content : JSON.stringify(content),
        ]),
      ),
    });

  test("moves a registry here, files that .gitignore names as well", async () => {
    const address = `file://${old()}`;
    writeFiles(join(fork.folder, "old"), { "workspaces/Player/notes.log": "kept\n" });
    git(join(fork.folder, "old"), "add", "--force", "--all");
    git(join(fork.folder, "old"), "commit", "--quiet", "-m", "A log");
    fork.commit({}, ["workspaces/Editor"]);
    const refused = await fork.runTask("Import from an address", { input: "https://localhost:1/r" });
    expect(annotation(refused)).toMatch(/^::error::.*https:\/\/localhost:1\/r[^]*like https:\/\/github\.com/);
    await fork.maintain("Import from an address", { input: address });
    expect(fork.changed("maintain-import")).toEqual(
      expect.arrayContaining(
        ["player.svg", "workspace.json", "notes.log"].map((name) => `workspaces/Player/${name}`),
      ),
    );
    expect(fork.body()).toMatch(/Imported 1 workspace[^]*The last lines of the checks[^]*1 workspace/);
  });

  test.each([
    [
      "where workspaces are",
      () => `file://${old()}`,
      /is not empty \(Editor\)[^]*delete their folders first/,
    ],
    ["of a folder of the runner", () => "/etc", /no address of a repository/],
    ["of nothing", () => "", /no address of a repository/],
  ])("refuses one %s", async (_, address, message) => {
    const ended = await fork.runTask("Import from an address", { input: address() });
    expect(ended.code).toBe(1);
    expect(annotation(ended)).toMatch(message);
  });
});

describe("Upgrade", () => {
  const workflow = ".github/workflows/check.yml";
  const newWorkflow = "name: Check\non: push\n";

  /** The template as it was when this repository was made of it, and its next release. */
  function template(files: Files): string {
    const path = join(fork.folder, "template");
    git(fork.folder, "clone", "--quiet", fork.remote, path);
    git(path, "tag", "v1.0.0");
    writeFiles(path, files);
    git(path, "add", "--all");
    git(path, "commit", "--quiet", "-m", "Release");
    git(path, "tag", "v9.0.0");
    return `file://${path}`;
  }

  test("proposes the new release without its workflows, and says how to get those", async () => {
    const address = template({ [workflow]: newWorkflow, "src/fresh.ts": "export {};\n" });
    await fork.maintain("Upgrade", { input: address });
    expect(fork.changed("maintain-upgrade")).toEqual(["src/fresh.ts"]);
    expect(fork.body()).toContain("From v1.0.0 to v9.0.0:");
    expect(fork.body()).toContain(
      `* Changed: https://github.com/lab/registry/edit/maintain-upgrade/${workflow}\n\n      name: Check\n      on: push\n`,
    );
    expect(readFileSync(join(fork.temp, "proposal", "workflows/check.yml"), "utf8")).toBe(newWorkflow);
  });

  test("proposes what both changed with the places to decide on, from the release that is named", async () => {
    const address = template({ "src/both.ts": "theirs\n", ".github/maintain.sh": "#!/bin/sh\nexit 3\n" });
    fork.commit({ "src/both.ts": "ours\n" });
    await fork.maintain("Upgrade", { input: `${address} v1.0.0` });
    expect(fork.show("maintain-upgrade", "src/both.ts")).toMatch(/<<<<<<<[^]*ours[^]*theirs[^]*>>>>>>>/);
    expect(fork.body()).toMatch(
      /In the browser: open each file marked "conflict"[^]*Not everything could be done/,
    );
  });

  test.each([
    ["no address", "", /address of the template is not known here[^]*"generated from"/],
    ["a release alone", "v1.0.0", /address of the template is not known here/],
    [
      "an address that does not answer",
      "https://localhost:1/r",
      /cannot be read as a repository of this template/,
    ],
  ])("refuses %s", async (_, input, message) => {
    const ended = await fork.runTask("Upgrade", { input });
    expect(ended.code).toBe(1);
    expect(annotation(ended)).toMatch(message);
  });
});

describe("Images", () => {
  test("begins to keep facts about images; later only news is proposed", async () => {
    await fork.maintain("Images");
    expect(fork.changed("maintain-images")).toEqual([lock]);
    expect(fork.body()).toMatch(/1 image, [^]*Maintain → Run workflow → Fix writes the measured sizes/);

    const facts = (checked: string, digest: string): string =>
      `{"digest":"${digest}","checked":"${checked}"}\n`;
    const asks = `import { writeFileSync } from "node:fs"; writeFileSync("${lock}", `;
    fork.commit({
      [lock]: facts("2026-01-01", "a"),
      "scripts/images.ts": `${asks}${JSON.stringify(facts("2026-02-02", "a"))});\n`,
    });
    const same = await fork.maintain("Images", {}, { OPEN: "7" });
    expect(annotation(same.ran)).toMatch(/^::notice::Nothing changed/);
    expect(callsOfGh(fork.folder).at(-1)).toMatch(/^pr close 7 /);
    fork.commit({ "scripts/images.ts": `${asks}${JSON.stringify(facts("2026-02-02", "b"))});\n` });
    await fork.maintain("Images");
    expect(fork.show("maintain-images", lock)).toContain('"b"');
  });

  test("every week, asks nothing before it is asked to begin", async () => {
    const ended = await fork.runTask("Images", {}, "schedule");
    expect([ended.code, ended.outputs]).toEqual([0, {}]);
    expect(annotation(ended)).toMatch(/^::notice::There is no workspaces\/images\.lock\.json/);
    expect(existsSync(join(fork.clone, lock))).toBe(false);
  });

  test("names a lock that cannot be read, and the way out", async () => {
    fork.commit({ [lock]: "<<<<<<< HEAD\n" });
    const ended = await fork.runTask("Images");
    expect(ended.code).toBe(1);
    expect(annotation(ended)).toMatch(/images\.lock\.json cannot be read[^]*delete it, and run this again/);
  });
});
