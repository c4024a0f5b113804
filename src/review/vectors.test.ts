import type { JsonObject } from "../registry/model/json.ts";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { flagOfProperty, officialFlags } from "../registry/model/flags.ts";
import type { Flag, Severity } from "../registry/model/types.ts";
import { highestSeverity, reviewWorkspace } from "./index.ts";
import { flagOnlyRules } from "./list-findings.fixture.ts";

interface Vector {
  id: string;
  name: string;
  input: JsonObject;
  official: Flag[];
  findings: { path: string; rule: string; severity: Severity }[];
  severity: Severity | null;
}

const file = new URL("../../tests/fixtures/review/vectors.json", import.meta.url);
const vectors = JSON.parse(readFileSync(file, "utf8")) as Vector[];

test.each(vectors)("$id $name", (vector) => {
  const findings = reviewWorkspace(vector.input);
  // A property that joins the list of unflagged ones loses its flag, here as everywhere.
  expect(officialFlags(vector.input)).toEqual(
    vector.official.filter(({ property }) => flagOfProperty(property) !== null),
  );
  const expected = vector.findings.filter(
    ({ path, rule }) => !(flagOnlyRules.includes(rule) && flagOfProperty(path) === null),
  );
  expect(findings.map(({ path, rule, severity }) => ({ path, rule, severity }))).toEqual(expected);
  if (expected.length === vector.findings.length) expect(highestSeverity(findings)).toBe(vector.severity);
});

test("there are vectors", () => expect(vectors.length).toBeGreaterThanOrEqual(74));
