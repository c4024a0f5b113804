import { verify as words } from "../../strings/verify.ts";
import { wordDiagnosis } from "../doctor/faults.ts";
import { mergeAlike } from "../doctor/merge-alike.ts";
import type { Verification } from "./verify-site.ts";

/** The verdict on a site in one line, and the faults that it does not name. */
export function verdict(address: string, { files, faults, attested }: Verification): [string, ...string[]] {
  const isWhole = faults.every(({ code }) => code.startsWith("attestation-"));
  const [fault, ...others] = mergeAlike(faults).map(wordDiagnosis);
  if (fault === undefined)
    return [
      attested ? words.attested({ address, files, ...attested }) : words.notAttested({ address, files }),
    ];
  return [
    isWhole
      ? words.attestationFails({ address, files, fault })
      : words.notWhole({ address, fault, others: others.length }),
    ...others,
  ];
}
