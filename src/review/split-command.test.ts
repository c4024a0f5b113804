import { expect, test } from "vitest";
import { isShell, splitCommand } from "./split-command.ts";

/** The expected words are what Python's shlex.split gives. */
test.each<[string, string[] | null]>([
  ["bash -c 'a && b'", ["bash", "-c", "a && b"]],
  ['a "b c" d', ["a", "b c", "d"]],
  ["a'b'c\"d\"", ["abcd"]],
  ["a '' \"\"", ["a", "", ""]],
  ["a\\ b", ["a b"]],
  ['"a\\"b\\\\c\\d"', ['a"b\\c\\d']],
  ["'a\\b'", ["a\\b"]],
  ["'a\"b' \"c'd\"", ['a"b', "c'd"]],
  ["  a\t\r\nb  ", ["a", "b"]],
  ["a && b | c > d", ["a", "&&", "b", "|", "c", ">", "d"]],
  ["a # b", ["a", "#", "b"]],
  ["", []],
  ["   ", []],
  ["a 'b", null],
  ['a "b', null],
  ["a \\", null],
  ['"a\\', null],
  ["über 🦊", ["über", "🦊"]],
])("splits %j", (command, words) => expect(splitCommand(command)).toEqual(words));

test("shells, with and without a path", () => {
  expect(["sh", "/bin/bash", "/usr/bin/zsh"].map(isShell)).toEqual([true, true, true]);
  expect(["bashful", "/bin/sh/x", "", undefined].map(isShell)).toEqual([false, false, false, false]);
});
