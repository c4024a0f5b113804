import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { drawing } from "../../tests/support/run.ts";
import { readImage } from "../icons/inspect/format.ts";
import type { Painter, PictureJob } from "../icons/jobs.ts";
import { cachedPictures } from "./icon-cache.ts";

let folder = "";
let jobs: PictureJob[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "icon-cache-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "a.svg"), drawing);
  jobs = [];
});
const cache = (): string => join(folder, "cache");
const entries = (): string[] => readdirSync(cache()).map((name) => join(cache(), name));
const digest = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
const job = (side: number | null): PictureJob => ({
  kind: "icon",
  icon: {
    path: join(folder, "a.svg"),
    sha1: createHash("sha1").update(drawing).digest("hex"),
  },
  image: readImage(Buffer.from(drawing))!,
  mode: "fit",
  side,
});
const painter: Painter = {
  draw: (job) => {
    jobs.push(job);
    return Promise.resolve([Buffer.from(drawing), Buffer.from("thumbnail")]);
  },
};
const draw = async (side: number | null = 64): Promise<string[]> =>
  (await cachedPictures(painter, cache()).draw(job(side))).map((bytes) => Buffer.from(bytes).toString());

test("draws an icon once, and again for another side", async () => {
  expect(await draw()).toEqual([drawing, "thumbnail"]);
  expect(await draw()).toEqual([drawing, "thumbnail"]);
  expect(jobs.length).toBe(1);
  await draw(32);
  expect(jobs.length).toBe(2);
});

test("draws an icon once in one build without a folder, also where two ask at the same time", async () => {
  const icons = cachedPictures(painter, null);
  await Promise.all([icons.draw(job(64)), icons.draw(job(64))]);
  expect(jobs.length).toBe(1);
});

test("draws any other picture once in one build, and one of other bytes again", async () => {
  const pictures = cachedPictures(painter, null);
  const square = (byte: number) => pictures.draw({ kind: "square", bytes: new Uint8Array([byte]), side: 48 });
  expect(await square(1)).toEqual(await square(1));
  await square(2);
  expect(jobs.length).toBe(2);
});

test("draws again when an entry has a changed or a missing byte", async () => {
  await draw();
  const [path] = entries();
  const whole = readFileSync(path!);
  const damaged = [whole.subarray(0, -1), whole.subarray(0, 10), Buffer.alloc(0), Buffer.from(whole)];
  damaged[3]![40]! ^= 1;
  for (const [i, bytes] of damaged.entries()) {
    writeFileSync(path!, bytes);
    expect(await draw()).toEqual([drawing, "thumbnail"]);
    expect(jobs.length).toBe(i + 2);
  }
});

test("publishes no script from a drawing that was put into the cache", async () => {
  await draw();
  const bad = Buffer.from(drawing.replace("<rect", "<script>alert(1)</script><rect"));
  for (const path of entries())
    if (readFileSync(path).includes("<svg")) writeFileSync(path, Buffer.concat([digest(bad), bad]));
  expect(await draw()).toEqual([drawing, "thumbnail"]);
  expect(jobs.length).toBe(2);
});

test("removes an entry when no build has used it for 30 days", async () => {
  const age = (path: string, days: number): void => {
    const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    utimesSync(path, then, then);
  };
  await draw();
  const hour = 1 / 24;
  for (const path of entries()) age(path, 30 - hour);
  await draw();
  const [first, second] = entries();
  age(first!, 30 + hour);
  age(second!, 30 - hour);
  cachedPictures(painter, cache());
  expect(entries()).toEqual([second]);
});

test("tries again after a failure, and takes a folder that cannot be made for none", async () => {
  let fails = true;
  const icons = cachedPictures(
    { draw: (job) => (fails ? Promise.reject(new Error("no")) : painter.draw(job)) },
    join(folder, "a.svg", "cache"),
  );
  await expect(icons.draw(job(64))).rejects.toThrow("no");
  fails = false;
  expect((await icons.draw(job(64))).length).toBe(2);
});
