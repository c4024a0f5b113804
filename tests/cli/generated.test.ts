import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generateTypes } from "../../scripts/dev/generate-types.ts";
import { problemsPage, schemaPage } from "../../scripts/dev/write-docs.ts";
import { projectRoot } from "../support/run.ts";

const committed = (path: string): string => readFileSync(join(projectRoot, path), "utf8");

test("the generated types are what the schemas say (npm run types)", async () => {
  expect(await generateTypes()).toBe(committed("src/registry/model/schema-types.ts"));
});

test("the generated pages are what the catalogue and the schemas say (npm run docs)", () => {
  expect(problemsPage()).toBe(committed("docs/problems.md"));
  expect(schemaPage()).toBe(committed("schema/README.md"));
});

test("every link between the repository's own pages leads somewhere", () => {
  for (const page of ["README.md", "CONTRIBUTING.md", "docs/problems.md", "schema/README.md"]) {
    for (const [, target] of committed(page).matchAll(/\]\((?!https?:|mailto:)([^)#]*)(?:#[^)]*)?\)/g)) {
      if (target)
        expect(
          () => readFileSync(join(projectRoot, page, "..", decodeURIComponent(target))),
          `${page}: ${target}`,
        ).not.toThrow(/ENOENT/);
    }
  }
});
