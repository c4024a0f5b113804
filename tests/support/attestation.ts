import { createHash, generateKeyPairSync, sign, type KeyPairKeyObjectResult } from "node:crypto";
import { initializeCA, initializeCTLog, initializeTLog } from "@sigstore/mock";

/** What an attestation of the made-up Sigstore says; left out is what a right one says. */
export interface Claim {
  repository?: string;
  workflow?: string;
  ref?: string;
  /** The branch that the workflow ran for, where another one has it. */
  sourceRef?: string;
  issuer?: string;
  /** The repository that the workflow ran for, where it is another one's workflow. */
  source?: string;
  commit?: string;
  /** Milliseconds between the certificate and the signature; a certificate is valid for ten minutes. */
  age?: number;
  payloadType?: string;
  /** Changes the statement after it was signed. */
  forge?: (statement: string) => string;
}

/** A certificate authority with its logs, made for one test file, in the place of the public one. */
export interface Sigstore {
  /** trusted_root.json. */
  trustedRoot: string;
  /** The bundle for files with these SHA-256. */
  attest: (digests: Readonly<Record<string, string>>, claim?: Claim) => Promise<string>;
}

/** An entry of the log; the types of the mock come from a package that it does not bring. */
interface LogEntry {
  logIndex: number;
  integratedTime: number;
  body: string;
  verification: {
    signedEntryTimestamp: string;
    inclusionProof: { logIndex: number; rootHash: string; treeSize: number; checkpoint: string };
  };
}

const base64 = (bytes: string | ArrayBufferView): string =>
  typeof bytes === "string"
    ? Buffer.from(bytes).toString("base64")
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
const keys = (): KeyPairKeyObjectResult => generateKeyPairSync("ec", { namedCurve: "P-256" });

export async function makeSigstore(): Promise<Sigstore> {
  const rekor = "https://rekor.sigstore.example";
  const [authority, ctKeys, logKeys] = [keys(), keys(), keys()];
  const start = "2020-01-01T00:00:00Z";
  const ctLog = await initializeCTLog(ctKeys);
  const { rootCertificate } = await initializeCA(authority, ctLog);
  const { publicKey: logKey } = await initializeTLog(rekor, logKeys);
  const logId = createHash("sha256").update(logKey).digest("base64");
  const log = (baseUrl: string, key: ArrayBufferView, keyId: string): object => ({
    baseUrl,
    hashAlgorithm: "SHA2_256",
    publicKey: { rawBytes: base64(key), keyDetails: "PKIX_ECDSA_P256_SHA_256", validFor: { start } },
    logId: { keyId },
  });
  return {
    trustedRoot: JSON.stringify({
      mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
      tlogs: [log(rekor, logKey, logId)],
      certificateAuthorities: [
        {
          subject: { commonName: "sigstore", organization: "sigstore.mock" },
          uri: "https://fulcio.sigstore.example",
          certChain: { certificates: [{ rawBytes: base64(rootCertificate) }] },
          validFor: { start },
        },
      ],
      ctlogs: [log("https://ctfe.sigstore.example", ctLog.publicKey, base64(ctLog.logID))],
      timestampAuthorities: [],
    }),
    async attest(digests, claim = {}) {
      const { repository = "example/registry", ref = "refs/heads/main", age = 0, forge } = claim;
      const {
        workflow = ".github/workflows/publish.yml",
        source = repository,
        sourceRef = ref,
        commit = "c".repeat(40),
      } = claim;
      const { issuer = "https://token.actions.githubusercontent.com" } = claim;
      const payloadType = claim.payloadType ?? "application/vnd.in-toto+json";
      const now = Date.now();
      const signer = keys();
      // The same authority at every time: its key and its name are what a certificate is checked with.
      const certificate = await (
        await initializeCA(authority, ctLog, new Date(now))
      ).issueCertificate({
        publicKey: signer.publicKey.export({ format: "der", type: "spki" }),
        subjectAltName: `https://github.com/${repository}/${workflow}@${ref}`,
        extensions: [
          { oid: "1.3.6.1.4.1.57264.1.8", value: issuer },
          { oid: "1.3.6.1.4.1.57264.1.12", value: `https://github.com/${source}` },
          { oid: "1.3.6.1.4.1.57264.1.13", value: commit },
          { oid: "1.3.6.1.4.1.57264.1.14", value: sourceRef },
        ],
      });
      const statement = JSON.stringify({
        _type: "https://in-toto.io/Statement/v1",
        subject: Object.entries(digests).map(([name, sha256]) => ({ name, digest: { sha256 } })),
        predicateType: "https://slsa.dev/provenance/v1",
        predicate: {},
      });
      const sealed = Buffer.from(
        `DSSEv1 ${payloadType.length} ${payloadType} ${statement.length} ${statement}`,
      );
      const sig = sign("sha256", sealed, signer.privateKey).toString("base64");
      const tlog = await initializeTLog(rekor, logKeys, new Date(now + age));
      const pem = `-----BEGIN CERTIFICATE-----\n${base64(certificate)}\n-----END CERTIFICATE-----\n`;
      const value = createHash("sha256").update(statement).digest("hex");
      const logged: object = await tlog.log({
        apiVersion: "0.0.1",
        kind: "dsse",
        spec: {
          payloadHash: { algorithm: "sha256", value },
          signatures: [{ signature: sig, verifier: base64(pem) }],
        },
      });
      const [{ logIndex, integratedTime, body, verification }] = Object.values(logged) as [LogEntry];
      const { inclusionProof, signedEntryTimestamp } = verification;
      return JSON.stringify({
        mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
        verificationMaterial: {
          certificate: { rawBytes: base64(certificate) },
          tlogEntries: [
            {
              logIndex: String(logIndex),
              logId: { keyId: logId },
              kindVersion: { kind: "dsse", version: "0.0.1" },
              integratedTime: String(integratedTime),
              inclusionPromise: { signedEntryTimestamp },
              inclusionProof: {
                logIndex: String(inclusionProof.logIndex),
                rootHash: Buffer.from(inclusionProof.rootHash, "hex").toString("base64"),
                treeSize: String(inclusionProof.treeSize),
                hashes: [],
                checkpoint: { envelope: inclusionProof.checkpoint },
              },
              canonicalizedBody: body,
            },
          ],
        },
        dsseEnvelope: {
          payload: base64(forge ? forge(statement) : statement),
          payloadType,
          signatures: [{ sig, keyid: "" }],
        },
      });
    },
  };
}
