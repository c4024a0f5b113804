import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeRepository } from "../../../tests/support/git-repository.ts";
import { defaultBranch } from "./default-branch.ts";

test("a repository names its default branch; one that is not there is a failure", () => {
  const folder = mkdtempSync(join(tmpdir(), "branch-"));
  try {
    makeRepository(folder, { trunk: { file: "x" } });
    expect(defaultBranch(`file://${folder}`)).toEqual({ branch: "trunk" });
    expect(defaultBranch(`file://${folder}/nowhere`)).toEqual({ failure: expect.stringMatching(/\w/) });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
