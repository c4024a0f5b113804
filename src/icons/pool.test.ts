import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import sharp from "sharp";
import { afterEach, expect, test } from "vitest";
import { PictureProcesses } from "./pool.ts";

let processes: PictureProcesses | undefined;
afterEach(() => processes?.close());

const blank = { kind: "blank", width: 8, height: 8 } as const;
/** A drawing that takes hours. */
const slowSvg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><filter id="f">${'<feGaussianBlur stdDeviation="30"/>'.repeat(1000)}</filter>${'<rect width="64" height="64" filter="url(#f)"/>'.repeat(150)}</svg>`;
const slow = { kind: "shrink", bytes: Buffer.from(slowSvg), width: 64 } as const;

test("draws more jobs than there are processes", async () => {
  processes = new PictureProcesses();
  for (const [picture] of await Promise.all(Array.from({ length: 9 }, () => processes!.draw(blank))))
    expect(await sharp(picture).metadata()).toMatchObject({ format: "webp", width: 8, height: 8 });
});

test("says what the library says of a picture that it cannot read, and draws the next", async () => {
  processes = new PictureProcesses();
  const broken = processes.draw({ kind: "shrink", bytes: new Uint8Array(9), width: 9 });
  await expect(broken).rejects.toThrow("Input buffer contains unsupported image format");
  expect(await processes.draw(blank)).toHaveLength(1);
});

test("ends a process that takes too much memory, names the cause, and goes on with what waits", async () => {
  processes = new PictureProcesses(20, 1);
  const results = await Promise.allSettled(Array.from({ length: 4 }, () => processes!.draw(slow)));
  for (const result of results)
    expect(result).toMatchObject({ reason: { message: "it takes more than a gigabyte of memory to draw" } });
});

test("ends a process that takes too much time, names the cause, and goes on with what waits", async () => {
  processes = new PictureProcesses(5);
  const results = await Promise.allSettled([slow, blank, blank].map((job) => processes!.draw(job)));
  expect(results).toMatchObject([
    { reason: { message: "it takes longer than 5 seconds to draw" } },
    { status: "fulfilled" },
    { status: "fulfilled" },
  ]);
});

test("names the picture at which the process crashes, and draws the next", async () => {
  // Processes of the tests before may still be about to end.
  await waitFor(() => (painters(process.pid).length === 0 ? ["none"] : []));
  processes = new PictureProcesses();
  const crashed = processes.draw(slow).catch((error: Error) => error.message);
  for (const id of await waitFor(() => painters(process.pid))) process.kill(id, "SIGKILL");
  expect(await crashed).toBe("the picture library ended at it");
  expect(await processes.draw(blank)).toHaveLength(1);
});

test("ends its processes when nothing is left to draw, and starts others for the next picture", async () => {
  await waitFor(() => (painters(process.pid).length === 0 ? ["none"] : []));
  processes = new PictureProcesses();
  await processes.draw(blank);
  await waitFor(() => (painters(process.pid).length === 0 ? ["none"] : []));
  expect(await processes.draw(blank)).toHaveLength(1);
});

test("fails jobs that are not done when it is closed", async () => {
  processes = new PictureProcesses();
  const results = Promise.allSettled(Array.from({ length: 9 }, () => processes!.draw(blank)));
  await setImmediate();
  processes.close();
  expect((await results).map(({ status }) => status)).toEqual(Array(9).fill("rejected"));
});

test("ends its processes when their parent is killed while they draw", async () => {
  const code = `import { PictureProcesses } from ${JSON.stringify(join(import.meta.dirname, "pool.ts"))};
    await new PictureProcesses().draw({ kind: "shrink", bytes: Buffer.from(${JSON.stringify(slowSvg)}), width: 64 });`;
  const parent = spawn(process.execPath, ["--input-type=module", "--eval", code], { stdio: "ignore" });
  const [id] = await waitFor(() => painters(parent.pid!));
  // Time to begin with the drawing.
  await setTimeout(1000);
  expect(painters(parent.pid!)).toEqual([id]);
  parent.kill("SIGKILL");
  await waitFor(() => (isRunning(id!) ? [] : ["ended"]));
});

/** Numbers of the processes that draw for this parent. */
function painters(parent: number): number[] {
  return running()
    .filter((fields) => Number(fields[1]) === parent && fields.slice(3).join(" ").includes("icons/worker.ts"))
    .map(([id]) => Number(id));
}

function isRunning(id: number): boolean {
  return running().some((fields) => Number(fields[0]) === id);
}

/** Number, parent, state and command of each process; without those that have ended and wait for their parent to notice. */
function running(): string[][] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat=,args="], { encoding: "utf8", maxBuffer: 1e8 })
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields.length > 3 && !fields[2]!.startsWith("Z"));
}

async function waitFor<T>(find: () => T[]): Promise<T[]> {
  for (;;) {
    const found = find();
    if (found.length > 0) return found;
    await setTimeout(50);
  }
}
