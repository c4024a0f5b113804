import { attestationFile, checksumFile, entriesBelow, unlistedFiles } from "../../publish/checksums.ts";
import { objectIn, type JsonObject } from "../../registry/model/json.ts";
import { details } from "../../strings/doctor.ts";
import type { Diagnosis } from "../doctor/faults.ts";
import { printable } from "../doctor/printable.ts";
import type { SiteReader } from "../doctor/site-reader.ts";
import { checkAttestation, type Attested, type Trust } from "./attestation.ts";
import { compareFiles, unlistedFaults } from "./compare-files.ts";
import { readSums } from "./read-sums.ts";

/** Bytes. */
const largestSums = 16 * 1024 * 1024;
const largestAttestation = 1024 * 1024;

export interface VerifyOptions extends Trust {
  /** owner/name at GitHub that must have built the site; left out, the site says itself who did, if anybody. */
  repository?: string | undefined;
}

/** Whether a site is what was built. */
export interface Verification {
  /** Number of files that SHA256SUMS lists. */
  files: number;
  faults: Diagnosis[];
  /** Null where nothing was attested, or the attestation does not hold. */
  attested: Attested | null;
}

/** Compares every file of a site with SHA256SUMS, and those with the attestation. `folder` is where the site is, for one on the disk. */
export async function verifySite(
  reader: SiteReader,
  options: VerifyOptions,
  folder: string | null = null,
): Promise<Verification> {
  const answer = await reader.get(checksumFile, { limit: largestSums });
  const sums = readSums(answer);
  if ("code" in sums || !answer.ok) return { files: 0, faults: "code" in sums ? [sums] : [], attested: null };
  const { faults, read } = await compareFiles(reader, sums, folder !== null);
  faults.push(...unlistedFaults(sums, read));
  for (const path of folder === null ? [] : entriesBelow(folder))
    if (!sums.has(path) && !unlistedFiles.includes(path))
      faults.push({ code: "file-unlisted", args: { file: printable(path), why: details.inFolder } });
  const provenance = read.get("provenance.json");
  const origin = objectIn(provenance ? new TextDecoder().decode(provenance.body) : null);
  const result = await examineAttestation(reader, answer.body, origin, options);
  const attested = result === null || "code" in result ? null : result;
  if (result !== null && "code" in result) faults.push(result);
  if (attested && origin["commit"] !== undefined && origin["commit"] !== attested.commit)
    faults.push({
      code: "attestation-commit",
      args: { file: attestationFile, commit: attested.commit, found: printable(String(origin["commit"])) },
    });
  return { files: sums.size, faults, attested };
}

async function examineAttestation(
  reader: SiteReader,
  sums: Uint8Array,
  origin: JsonObject,
  { repository, ...trust }: VerifyOptions,
): Promise<Attested | Diagnosis | null> {
  const result = await reader.get(attestationFile, { limit: largestAttestation });
  if (!result.ok) return result.fault;
  const expected = repository ?? repositoryIn(origin);
  const args = { file: attestationFile, repository: expected ?? "" };
  if (result.status !== 200)
    return repository === undefined && (origin["attested"] !== true || expected === null)
      ? null
      : { code: "attestation-missing", args };
  if (expected === null) return { code: "attestation-of-nobody", args };
  return checkAttestation(result.body, sums, expected, trust);
}

/** The repository at GitHub that a site names as its own, as owner/name. */
function repositoryIn({ repository }: JsonObject): string | null {
  return /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)$/.exec(String(repository))?.[1] ?? null;
}
