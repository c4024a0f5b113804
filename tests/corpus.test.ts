import type { JsonObject } from "../src/registry/model/json.ts";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assembleList } from "../src/registry/lists/assemble.ts";
import { toSchema, objectText } from "../src/registry/lists/convert.ts";
import { loadRegistry } from "../src/registry/load.ts";
import { messageOf } from "../src/registry/model/problems.ts";
import { readContent } from "../src/registry/read/content.ts";
import { reportText } from "../src/registry/check/report/text.ts";
import { parseJson, rawEntries } from "../src/registry/json/parse.ts";
import { schemaOf } from "../src/registry/check/workspace.ts";
import { corpus, readJson } from "./support/run.ts";

// The real registries belong to their authors and are not part of this repository: where they are absent, these tests skip.
const registries = corpus
  ? readdirSync(corpus)
      .filter((name) => existsSync(join(corpus!, name, "workspaces")))
      .sort()
  : [];
const load = (name: string) =>
  loadRegistry({ root: join(corpus!, name, "workspaces"), env: {}, publicFiles: [], repository: corpus! });

type Entry = Record<string, unknown> & { sha: string };

describe.skipIf(!corpus)("real registries (skipped where ../shared/corpus is absent)", () => {
  test.each(registries)("%s: checked with a report, never a stack trace", (name) => {
    const registry = load(name);
    const text = reportText(registry, { findings: "all" });
    expect(text).not.toMatch(/rule-failed|\bat .*\.ts:|undefined/);
    expect(registry.workspaces.length + registry.invalid.length).toBeGreaterThan(0);
  });

  test.each(registries.filter((name) => corpus && existsSync(join(corpus, name, "published-list.json"))))(
    "%s: hashes, entries and order are those that were published",
    (name) => {
      const published = readJson<{ workspaces: Entry[] }>(corpus!, name, "published-list.json").workspaces;
      const shas = readContent(join(corpus!, name, "workspaces"))
        .sources.filter(({ bytes }) => bytes)
        .map(({ sha }) => sha);
      expect(shas).toEqual(published.map(({ sha }) => sha));
      const schema = name.endsWith("@1.1") ? "1.1" : "1.0";
      const ours = (JSON.parse(assembleList(load(name), schema)) as { workspaces: Entry[] }).workspaces;
      const valid = new Set(ours.map(({ sha }) => sha));
      // As texts: key by key and value by value, in the published order. Entries with errors are left out of ours.
      expect(ours.map(({ flags: _, ...entry }) => JSON.stringify(entry))).toEqual(
        published.filter(({ sha }) => valid.has(sha)).map((entry) => JSON.stringify(entry)),
      );
    },
  );

  test.each(registries)("%s: every 1.0 workspace survives 1.1 and back", (name) => {
    for (const { bytes } of readContent(join(corpus!, name, "workspaces")).sources) {
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
      const there = objectText(toSchema({ schema: "1.0", data, entries: rawEntries(parsed) }, "1.1"));
      const back = parseJson(there).parsed!;
      expect(
        JSON.parse(
          objectText(
            toSchema({ schema: "1.1", data: back.value as JsonObject, entries: rawEntries(back) }, "1.0"),
          ),
        ),
      ).toEqual(data);
    }
  });

  test("the defects that were counted by hand are named at their lines", () => {
    const problems = registries.flatMap((name) => load(name).problems);
    const count = (code: string): number => problems.filter((problem) => problem.code === code).length;
    expect({
      "json-trailing-comma": count("json-trailing-comma"),
      "icon-missing": count("icon-missing"),
      "icon-blob": count("icon-blob"),
      "icon-content-type": count("icon-content-type"),
      "missing-key": count("missing-key"),
      "null-value": count("null-value"),
      "icon-small": count("icon-small"),
      "icon-not-square": count("icon-not-square"),
      "image-without-tag": count("image-without-tag"),
      "duplicate-name": count("duplicate-name"),
    }).toEqual({
      "json-trailing-comma": 1,
      "icon-missing": 3,
      "icon-blob": 1,
      "icon-content-type": 4,
      "missing-key": 13,
      "null-value": 2,
      "icon-small": 5,
      "icon-not-square": 4,
      "image-without-tag": 3,
      "duplicate-name": 1,
    });
    for (const problem of problems) expect(messageOf(problem)).not.toMatch(/undefined/);
  });

  test("the defects stand where a plain reading of the files finds them", () => {
    for (const name of registries) {
      const root = join(corpus!, name, "workspaces");
      const { problems } = load(name);
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
});
