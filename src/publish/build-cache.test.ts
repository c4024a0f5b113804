import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { BuildCache } from "./build-cache.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "build-cache-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const only = (): string => join(folder, readdirSync(folder)[0]!);

test("gives back what was stored under the same words, and nothing under others", () => {
  const cache = new BuildCache(folder, 1);
  cache.write(["icon", "a"], [bytes("one"), bytes(""), bytes("three")]);
  expect(cache.read(["icon", "a"])?.map((part) => new TextDecoder().decode(part))).toEqual([
    "one",
    "",
    "three",
  ]);
  expect(cache.read(["icon", "b"])).toBeNull();
  expect(cache.read(["icona"])).toBeNull();
});

test("an entry with a changed or a missing byte is as if it were not there", () => {
  const cache = new BuildCache(folder, 1);
  cache.write(["a"], [bytes("content")]);
  const whole = readFileSync(only());
  for (const damaged of [
    whole.subarray(0, -1),
    whole.subarray(0, 10),
    Buffer.alloc(0),
    Buffer.from(whole.map((byte, i) => (i === whole.length - 1 ? byte ^ 1 : byte))),
  ]) {
    writeFileSync(only(), damaged);
    expect(cache.read(["a"])).toBeNull();
  }
});

test("what no build has used for the given days goes, what one has used stays", () => {
  const cache = new BuildCache(folder, 3);
  cache.write(["used"], [bytes("x")]);
  const long = new Date(Date.now() - 5 * 24 * 60 * 60 * 1000);
  utimesSync(only(), long, long);
  cache.write(["unused"], [bytes("y")]);
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), long, long);
  expect(cache.read(["used"])).not.toBeNull();
  cache.evict();
  expect(cache.read(["used"])).not.toBeNull();
  expect(cache.read(["unused"])).toBeNull();
});
