import { expect, test } from "vitest";
import { faultWords } from "../../strings/doctor.ts";
import { severityOf, wordDiagnosis, type DiagnosisCode } from "./faults.ts";

const codes = Object.keys(faultWords) as DiagnosisCode[];

test.each(codes)("%s is an error or a warning", (code) =>
  expect(["error", "warning"]).toContain(severityOf({ code, args: {} })),
);

test("words a fault with its values", () =>
  expect(wordDiagnosis({ code: "versions-type", args: { url: "URL", type: "TYPE" } })).toBe(
    faultWords["versions-type"]({ url: "URL", type: "TYPE" }),
  ));
