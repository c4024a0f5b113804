import { expect, test } from "vitest";
import { dateWorkspaces, type History } from "./git-dates.ts";
import { lastTime } from "./git-log.ts";

test.each([
  [
    "git",
    {},
    3000,
    { modified: 5000, folders: new Map([["A", { created: 1000, modified: 2000 }]]) },
    5000,
    [1000, 2000],
  ],
  ["files", {}, 3000, { modified: null, folders: new Map() }, 3000, [7, 8]],
  [
    "the environment, at most what tar can say",
    { SOURCE_DATE_EPOCH: "999999999999" },
    3000,
    { modified: 5000, folders: new Map() },
    lastTime,
    [lastTime, lastTime],
  ],
  [
    "the environment",
    { SOURCE_DATE_EPOCH: " 12 " },
    3000,
    { modified: 5000, folders: new Map() },
    12_000,
    [12_000, 12_000],
  ],
  [
    "git and the environment",
    { SOURCE_DATE_EPOCH: "0" },
    3000,
    { modified: 5000, folders: new Map([["A", { created: 1000, modified: 2000 }]]) },
    0,
    [1000, 2000],
  ],
  ...["", "x1", "1x", "-1", "1.5", "1234567890123"].map(
    (epoch): [string, Record<string, string>, number, History, number, [number, number]] => [
      `files, because the environment says ${JSON.stringify(epoch)}`,
      { SOURCE_DATE_EPOCH: epoch },
      3000,
      { modified: null, folders: new Map() },
      3000,
      [7, 8],
    ],
  ),
])("dates come from %s", (_, env, newestFile, history, modified, [created, changed]) => {
  const workspace = { folder: "A", name: "a", created: 7, modified: 8 };
  expect(dateWorkspaces([workspace], { newestFile }, history, env)).toEqual({
    dated: [{ folder: "A", name: "a", created, modified: changed }],
    modified,
  });
});
