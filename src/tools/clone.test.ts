import { expect, test } from "vitest";
import { isGitAddress, transportsOf } from "./clone.ts";

test.each([
  ["https://a.example/r", "http:https", true],
  ["HTTP://a.example/r", "http:https", true],
  ["git://a.example/r", "git", true],
  ["GIT://a.example/r", "git", true],
  ["ssh://a.example/r", "ssh", true],
  ["me@a.example:r", "ssh", true],
  ["m.e-1@a-b.example:r", "ssh", true],
  ["file:///r", "file", true],
  ["/r", "file", false],
  ["r/https://a", "file", false],
  ["a/git://b", "file", false],
  ["a/ssh://b", "file", false],
  ["x me@a.example:r", "file", false],
  ["me@a.example/r", "file", false],
  ["ext::sh", "file", false],
])("reads %s by %s; it is a git address: %j", (address, transports, isAddress) => {
  expect(transportsOf(address)).toBe(transports);
  expect(isGitAddress(address)).toBe(isAddress);
});
