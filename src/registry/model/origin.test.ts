import { expect, test } from "vitest";
import { originOf } from "./origin.ts";

const workflow = "o/r/.github/workflows/publish.yml@refs/heads/main";
const source = "https://git.example/lab/registry";

test.each([
  ["nothing is known", {}, null, {}, {}],
  ["git knows the commit", {}, source, { head: "abc" }, { repository: source, commit: "abc" }],
  [
    "a workflow of GitHub says it",
    { GITHUB_REPOSITORY: "o/r", GITHUB_SHA: "def", GITHUB_WORKFLOW_REF: workflow },
    source,
    { head: "abc" },
    { repository: "https://github.com/o/r", commit: "def", workflow },
  ],
  [
    "the workflow signs what it builds",
    { GITHUB_REPOSITORY: "o/r", GITHUB_WORKFLOW_REF: workflow, ATTESTED: "true" },
    null,
    {},
    { repository: "https://github.com/o/r", workflow, attested: true },
  ],
  [
    "the workflow signs nothing",
    { GITHUB_REPOSITORY: "o/r", GITHUB_WORKFLOW_REF: workflow, ATTESTED: "false" },
    null,
    {},
    { repository: "https://github.com/o/r", workflow },
  ],
  ["no workflow can sign", { ATTESTED: "true" }, null, {}, {}],
  [
    "GitHub is a server of one's own",
    { GITHUB_REPOSITORY: "o/r", GITHUB_SERVER_URL: "https://git.example" },
    null,
    {},
    { repository: "https://git.example/o/r" },
  ],
])("where %s", (_, env, source, log, origin) => expect(originOf(env, { source }, log)).toEqual(origin));
