import type { JsonObject } from "../../src/registry/model/json.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assembleList } from "../../src/registry/lists/assemble.ts";
import { toSchema, objectText } from "../../src/registry/lists/convert.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { messageOf } from "../../src/registry/model/text.ts";
import { readContent } from "../../src/registry/read/content.ts";
import { reportText } from "../../src/report/text.ts";
import { parseJson, rawEntries } from "../../src/registry/json/parse.ts";
import { checkedData } from "../../src/registry/check/workspace.ts";
import { schemaOf } from "../../src/registry/model/releases.ts";
import { publishedRegistries, realRegistries, type RealRegistry } from "../support/real-registries.ts";
import { projectRoot, readJson } from "../support/run.ts";

const load = (root: string) => loadRegistry({ root, env: {}, publicFiles: [], repository: projectRoot });
const named = (registries: readonly RealRegistry[]) => registries.map((each) => [each.name, each] as const);

type Entry = Record<string, unknown> & { sha: string };

test.each(named(realRegistries))("%s is checked with a report, never a stack trace", (_, { root }) => {
  const registry = load(root);
  const text = reportText(registry, { findings: "all" });
  expect(text).not.toMatch(/rule-failed|\bat .*\.ts:|undefined/);
  expect(registry.workspaces.length + registry.invalid.length).toBeGreaterThan(0);
});

test.each(named(publishedRegistries))(
  "%s has the hashes, entries and order that were published",
  (name, { folder, root }) => {
    const published = readJson<{ workspaces: Entry[] }>(folder, "published-list.json").workspaces;
    const shas = readContent(root)
      .sources.filter(({ bytes }) => bytes)
      .map(({ sha }) => sha);
    expect(shas).toEqual(published.map(({ sha }) => sha));
    const schema = name.endsWith("@1.1") ? "1.1" : "1.0";
    const ours = (JSON.parse(assembleList(load(root), schema)) as { workspaces: Entry[] }).workspaces;
    const valid = new Set(ours.map(({ sha }) => sha));
    // As texts: key by key and value by value, in the published order. Entries with errors are left out of ours.
    expect(ours.map(({ flags: _, ...entry }) => JSON.stringify(entry))).toEqual(
      published.filter(({ sha }) => valid.has(sha)).map((entry) => JSON.stringify(entry)),
    );
  },
);

test.each(named(realRegistries))("%s keeps every 1.0 workspace through 1.1 and back", (_, { root }) => {
  for (const { bytes } of readContent(root).sources) {
    const { parsed } = bytes ? parseJson(new TextDecoder().decode(bytes)) : { parsed: null };
    const data = parsed?.value as JsonObject | undefined;
    if (
      !parsed ||
      !data ||
      schemaOf(data) !== "1.0" ||
      !Array.isArray(data["compatibility"]) ||
      !("name" in data) ||
      !("uncompressed_size_mb" in data)
    )
      continue;
    const there = objectText(
      toSchema({ ...checkedData({ schema: "1.0", data }), entries: rawEntries(parsed) }, "1.1"),
    );
    const back = parseJson(there).parsed!;
    expect(
      JSON.parse(
        objectText(
          toSchema(
            { ...checkedData({ schema: "1.1", data: back.value as JsonObject }), entries: rawEntries(back) },
            "1.0",
          ),
        ),
      ),
    ).toEqual(data);
  }
});

test("names the defects of tests/fixtures/registries, each as often as it is there", () => {
  const fixtures = realRegistries.filter(({ root }) => root.startsWith(projectRoot));
  const problems = fixtures.flatMap(({ root }) => load(root).problems);
  const counts: Record<string, number> = {};
  for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
  // A new Kasm version changes how many registries lack it, and nothing else here.
  delete counts["no-newest-version"];
  expect(counts).toEqual({
    "duplicate-image": 1,
    "duplicate-name": 1,
    "icon-blob": 1,
    "icon-content-type": 1,
    "icon-missing": 2,
    "icon-not-square": 1,
    "icon-small": 2,
    "icon-url": 1,
    "image-without-tag": 2,
    "json-trailing-comma": 1,
    "missing-key": 2,
    "mixed-channels": 1,
    "null-value": 2,
    "size-missing": 1,
  });
  for (const problem of problems) expect(messageOf(problem)).not.toMatch(/undefined/);
});

test("reports the defects where a plain reading of the files finds them", () => {
  for (const { name, root } of realRegistries) {
    const { problems } = load(root);
    for (const { folder, bytes, files } of readContent(root).sources) {
      if (!bytes) continue;
      const at = problems.filter(({ file }) => file === `${folder}/workspace.json`);
      let data: Record<string, unknown>;
      try {
        data = JSON.parse(readFileSync(join(root, folder, "workspace.json"), "utf8")) as Record<
          string,
          unknown
        >;
      } catch {
        expect(at.map(({ code }) => code).join(), folder).toMatch(/json-/);
        continue;
      }
      const hasIcon = files.some((file) => file.name === data["image_src"]);
      expect(
        at.some(({ code }) => code.startsWith("icon-") && !/content-type|small|square|clash/.test(code)) ||
          (!("image_src" in data) && at.some(({ code }) => code === "missing-key")),
        `${name} ${folder}`,
      ).toBe(!hasIcon);
    }
  }
});
