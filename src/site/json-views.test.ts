import { expect, test } from "vitest";
import { sound, sound11 } from "../registry/check/workspace.fixture.ts";
import type { JsonObject } from "../registry/model/json.ts";
import type { FlaggedWorkspace, Identity } from "../registry/model/types.ts";
import { reviewWorkspace } from "../review/index.ts";
import { jsonViews } from "./json-views.ts";

const identity = { flagsInList: true } as Identity;

test.each<[FlaggedWorkspace["schema"], JsonObject]>([
  ["1.0", { ...sound, name: "owner/app:latest" }],
  [
    "1.1",
    {
      ...sound11,
      compatibility: [{ version: "1.18.x", image: "owner/app:latest", uncompressed_size_mb: 1 }],
    },
  ],
])("the image is marked in the entry of either schema, for a workspace of %s", (schema, data) => {
  const entries = Object.entries(data).map(([key, value]) => [key, JSON.stringify(value)]);
  const workspace = {
    schema,
    data,
    entries,
    flags: [],
    sha: "0",
    icon: { file: {} },
  } as unknown as FlaggedWorkspace;
  const findings = reviewWorkspace(data);
  expect(findings.map(({ rule }) => rule)).toEqual(["image-latest"]);
  const { views, lines } = jsonViews(workspace, findings, identity);
  for (const { schema: shown, html } of views) {
    const marked = html.split("\n</span>").filter((line) => line.includes("marked low"));
    expect(marked, shown).toHaveLength(1);
    expect(marked[0], shown).toContain("owner/app:latest");
  }
  expect(views[0]!.html).toContain(`id="json-${lines[0]}"`);
});

test("each field of Kasm's form that is set is shown alone, with its findings", () => {
  const data = {
    ...sound,
    run_config: { hostname: "kasm", privileged: true },
    exec_config: {},
    volume_mappings: { "/a": { bind: "/b" } },
  };
  const entries = Object.entries(data).map(([key, value]) => [key, JSON.stringify(value)]);
  const workspace = { schema: "1.0", data, entries, flags: [], sha: "0", icon: { file: {} } };
  const { fields } = jsonViews(workspace as unknown as FlaggedWorkspace, reviewWorkspace(data), identity);
  expect(fields.map(({ key }) => key)).toEqual(["run_config", "volume_mappings"]);
  expect(fields[0]!.html).toMatch(/class="line marked critical" id="run_config-3"[^\n]*privileged/);
  expect(fields[1]!.html).toContain("&quot;bind&quot;");
  const unset = {
    ...workspace,
    entries: [
      ["exec_config", "null"],
      ["run_config", "{}"],
    ],
  };
  expect(jsonViews(unset as unknown as FlaggedWorkspace, [], identity).fields).toEqual([]);
});
