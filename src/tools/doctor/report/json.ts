import { visibleJson, withoutLogins } from "../../../registry/model/text.ts";
import { exitCodeOf, type Examination } from "../examine.ts";
import { severityOf, wordDiagnosis } from "../faults.ts";

/** The examination as one JSON object, for scripts. */
export function reportJson(examination: Examination): string {
  const { typed, examined, modified, kasm, kasmThere, failing, verified } = examination;
  const faults = examination.faults.map((fault) => ({
    code: fault.code,
    severity: severityOf(fault),
    message: wordDiagnosis(fault),
  }));
  const errors = faults.filter((fault) => fault.severity === "error").length;
  return visibleJson({
    typed: withoutLogins(typed),
    examined,
    faults,
    modified,
    kasm,
    kasm_at_examined: kasmThere,
    ...(verified && { verified: { files: verified.files, attested: verified.attested } }),
    summary: { sound: exitCodeOf(examination) === 0, errors, warnings: faults.length - errors, failing },
  });
}
