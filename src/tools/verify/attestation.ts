import { createHash } from "node:crypto";
import type { Bundle } from "@sigstore/bundle";
import type { TrustedRoot as Trusted } from "@sigstore/protobuf-specs";
import type { Signer } from "@sigstore/verify";
import { attestationFile } from "../../publish/checksums.ts";
import { isObject } from "../../registry/model/json.ts";
import { verify as words } from "../../strings/verify.ts";
import type { Diagnosis, DiagnosisCode } from "../doctor/faults.ts";
import { printable } from "../doctor/printable.ts";
import { defaultBranch } from "./default-branch.ts";

/** The one workflow whose word counts, and the service that knows which workflow asks for a signature. */
const workflowFile = ".github/workflows/publish.yml";
const issuer = "https://token.actions.githubusercontent.com";

/** Extensions of Fulcio's certificates: https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md */
const sourceRepository = "1.3.6.1.4.1.57264.1.12";
const sourceCommit = "1.3.6.1.4.1.57264.1.13";
const sourceRef = "1.3.6.1.4.1.57264.1.14";

export interface Trust {
  /** The default branch; the repository is asked where it is left out. */
  branch?: string | undefined;
  /** Keys of Sigstore: trusted_root.json, or the lines of `gh attestation trusted-root`. Its server is asked where they are left out. */
  trustedRoot?: string | undefined;
  /** Folder in which the keys from that server are kept. */
  cache: string;
}

/** Who built a site, as its attestation proves. */
export interface Attested {
  /** owner/name at GitHub. */
  repository: string;
  branch: string;
  commit: string;
}

/**
 * Checks that the publish workflow of a repository, on its default branch, attested these checksums. The libraries take long to load and are
 * needed here alone.
 */
export async function checkAttestation(
  attestation: Uint8Array,
  sums: Uint8Array,
  repository: string,
  { branch, trustedRoot, cache }: Trust,
): Promise<Attested | Diagnosis> {
  const fault = (code: DiagnosisCode, args: Diagnosis["args"] = {}): Diagnosis => ({
    code,
    args: { file: attestationFile, repository, ...args },
  });
  const [{ bundleFromJSON }, { toSignedEntity, toTrustMaterial, Verifier }] = await Promise.all([
    import("@sigstore/bundle"),
    import("@sigstore/verify"),
  ]);
  let bundle: Bundle;
  let digests: string[];
  try {
    bundle = bundleFromJSON(JSON.parse(new TextDecoder().decode(attestation)));
    digests = subjectsOf(bundle);
  } catch (error) {
    return fault("attestation-unreadable", { detail: messageOf(error) });
  }
  let root: Trusted;
  try {
    root = await readTrustedRoot(trustedRoot, cache);
  } catch (error) {
    return fault("attestation-keys", { detail: messageOf(error) });
  }
  let signer: Signer;
  try {
    signer = new Verifier(toTrustMaterial(root)).verify(toSignedEntity(bundle));
  } catch (error) {
    return fault("attestation-untrusted", { reason: reasonOf(error), detail: messageOf(error) });
  }

  const { subjectAlternativeName: name = "", extensions } = signer.identity ?? {};
  const [, owner = "", path = "", ref = ""] =
    /^https:\/\/github\.com\/([^/]+\/[^/]+)\/([^@]+)@(.+)$/s.exec(name) ?? [];
  const isOf = (found: string): boolean => found.toLowerCase() === repository.toLowerCase();
  if (extensions?.issuer !== issuer)
    return fault("attestation-issuer", { found: printable(extensions?.issuer ?? name) });
  // A workflow can be called by those of other repositories, which is in the second.
  const foreign = [owner, extension(signer, sourceRepository).replace("https://github.com/", "")].find(
    (found) => !isOf(found),
  );
  if (foreign !== undefined) return fault("attestation-repository", { found: printable(foreign || name) });
  if (path !== workflowFile)
    return fault("attestation-workflow", { found: printable(path), workflow: workflowFile });
  if (!digests.includes(createHash("sha256").update(sums).digest("hex"))) return fault("attestation-sums");
  const asked = branch === undefined ? defaultBranch(`https://github.com/${repository}`) : { branch };
  const found = printable(extension(signer, sourceRef).replace("refs/heads/", ""));
  if ("failure" in asked)
    return fault("attestation-unknown-branch", { found, detail: printable(asked.failure) });
  // The first is the branch of the workflow, the second that of the commit it was called for.
  if ([ref, extension(signer, sourceRef)].some((each) => each !== `refs/heads/${asked.branch}`))
    return fault("attestation-branch", { found, branch: printable(asked.branch) });
  return { repository, branch: asked.branch, commit: printable(extension(signer, sourceCommit)) };
}

/** The SHA-256 of every subject of an in-toto statement; throws where the bundle holds something else. */
function subjectsOf({ content }: Bundle): string[] {
  if (content.$case !== "dsseEnvelope") throw new Error(words.noStatement);
  const { payload, payloadType } = content.dsseEnvelope;
  const statement: unknown = JSON.parse(Buffer.from(payload).toString());
  const subjects = isObject(statement) ? statement["subject"] : null;
  if (payloadType !== "application/vnd.in-toto+json" || !Array.isArray(subjects))
    throw new Error(words.noStatement);
  return subjects.flatMap((subject) => {
    const digest = isObject(subject) ? subject["digest"] : null;
    return isObject(digest) && typeof digest["sha256"] === "string" ? [digest["sha256"]] : [];
  });
}

async function readTrustedRoot(text: string | undefined, cache: string): Promise<Trusted> {
  if (text === undefined) return (await import("@sigstore/tuf")).getTrustedRoot({ cachePath: cache });
  const { TrustedRoot } = await import("@sigstore/protobuf-specs");
  const roots = documentsIn(text).map((json) => TrustedRoot.fromJSON(json));
  const all = <Part>(part: (root: Trusted) => Part[]): Part[] => roots.flatMap(part);
  return {
    ...TrustedRoot.fromJSON({}),
    certificateAuthorities: all((root) => root.certificateAuthorities),
    timestampAuthorities: all((root) => root.timestampAuthorities),
    tlogs: all((root) => root.tlogs),
    ctlogs: all((root) => root.ctlogs),
  };
}

/** One JSON document over several lines, or one on each. */
function documentsIn(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => JSON.parse(line) as unknown);
  }
}

/** The text of an extension of the certificate, in DER a string with one or two bytes of length; "" where there is none. */
function extension({ identity }: Signer, id: string): string {
  const value = identity?.oids?.find(({ oid }) => oid?.id.join(".") === id)?.value;
  return value?.[0] === 0x0c ? Buffer.from(value.subarray(value[1]! < 0x80 ? 2 : 3)).toString() : "";
}

/** What a refusal of the library means. */
function reasonOf(error: unknown): string {
  const code = String((error as { code?: unknown }).code);
  return code.startsWith("TLOG") || code.startsWith("TIMESTAMP")
    ? words.notInLog
    : code.startsWith("CERTIFICATE")
      ? words.badCertificate
      : words.badSignature;
}

/** The innermost message of an error. */
function messageOf(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error ? messageOf(cause) : printable(message);
}
