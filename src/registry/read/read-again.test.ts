import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readAgain, SourceChangedError } from "./read-again.ts";

const content = Buffer.from("what was checked");
const sha1 = createHash("sha1").update(content).digest("hex");

function checkedFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "registry-again-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "icon.svg"), content);
  return join(folder, "icon.svg");
}

test("reads a file again when it is as it was", () => {
  expect(readAgain({ path: checkedFile(), sha1 })).toEqual(content);
});

const changes: [name: string, change: (path: string) => void, words: RegExp][] = [
  ["other bytes", (path) => writeFileSync(path, "something else"), /^it changed/],
  ["removed", (path) => rmSync(path), /^it was removed/],
  [
    "a folder",
    (path) => {
      rmSync(path);
      mkdirSync(path);
    },
    /became something else/,
  ],
  [
    "a link, even to the same bytes",
    (path) => {
      renameSync(path, `${path}.moved`);
      symlinkSync(`${path}.moved`, path);
    },
    /became something else/,
  ],
  [
    "a pipe, which nobody writes into",
    (path) => {
      rmSync(path);
      execFileSync("mkfifo", [path]);
    },
    /^it (changed|became)/,
  ],
];

test.each(changes)("refuses a file when it changed: %s", (_, change, words) => {
  const path = checkedFile();
  change(path);
  expect(() => readAgain({ path, sha1 })).toThrow(SourceChangedError);
  expect(() => readAgain({ path, sha1 })).toThrow(words);
});
