import { expect, test } from "vitest";
import { run } from "./support/run.ts";

interface Built {
  wall: number;
  memory: number | null;
  stages: Record<string, number>;
}
interface Result {
  workspaces: number;
  ours: { cold: Built; warm: Built; output: { files: number; html: number; json: number; pictures: number } };
  official: null;
  check: { wall: number };
  readAndHash: { wall: number };
}

test("builds are measured cold and warm, stage by stage, and the result is for machines too", async () => {
  const { code, stdout, stderr } = await run("bench", ["--sizes", "3", "--runs", "1", "--json"]);
  expect(code, stderr).toBe(0);
  const [result, ...others] = JSON.parse(stdout) as Result[];
  expect(others).toEqual([]);
  expect(result!.workspaces).toBe(3);
  for (const { wall, stages } of [result!.ours.cold, result!.ours.warm]) {
    expect(Object.keys(stages).sort()).toEqual([
      "checksums",
      "icons",
      "pages",
      "read and check",
      "search",
      "workspaces",
    ]);
    // Icons, search and pages are made at the same time; no stage takes longer than the whole.
    for (const [stage, seconds] of Object.entries(stages)) expect(seconds, stage).toBeLessThanOrEqual(wall);
    expect((stages["pages"] ?? 0) + (stages["read and check"] ?? 0)).toBeGreaterThan(0);
  }
  const { files, ...bytes } = result!.ours.output;
  expect(files).toBeGreaterThan(3 * 6);
  for (const [kind, count] of Object.entries(bytes)) expect(count, kind).toBeGreaterThan(0);
  expect(result!.check.wall).toBeGreaterThan(result!.readAndHash.wall);
});

test.each([[["--sizes", "0"]], [["--sizes", "many"]], [["--browser", "--dev"]]])(
  "wrong usage: %j",
  async (args) => {
    expect((await run("bench", args)).code).toBe(2);
  },
);
