import { expect, test } from "vitest";
import { wordDiagnosis, type Diagnosis } from "../faults.ts";
import { reportJson } from "./json.ts";

const error: Diagnosis = { code: "not-http", args: { detail: "d" } };
const warning: Diagnosis = { code: "versions-type", args: { url: "u", type: "t" } };

test.each([
  ["an error", [error, warning, warning], 1, 2],
  ["warnings only, but no version that shows anything", [warning], 0, 1],
])("writes everything about a registry with %s", (_, faults, errors, warnings) => {
  const text = reportJson({
    typed: "https://me:secret@a",
    examined: "https://a/",
    faults,
    kasm: [],
    kasmThere: null,
    modified: 1000,
    failing: ["1.18.0"],
  });
  expect(text.endsWith("\n}\n")).toBe(true);
  expect(JSON.parse(text)).toEqual({
    typed: "https://…@a",
    examined: "https://a/",
    faults: faults.map((fault) => ({
      code: fault.code,
      severity: fault === error ? "error" : "warning",
      message: wordDiagnosis(fault),
    })),
    kasm: [],
    kasm_at_examined: null,
    modified: 1000,
    summary: { sound: false, errors, warnings, failing: ["1.18.0"] },
  });
});
