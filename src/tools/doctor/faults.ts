import { faultWords } from "../../strings/doctor.ts";

export type DiagnosisSeverity = "error" | "warning";

export type DiagnosisCode = keyof typeof faultWords;

/** Everything that doctor can find. Codes are permanent: a code is never renamed or given another meaning. */
const severities: Readonly<Record<DiagnosisCode, DiagnosisSeverity>> = {
  // The address as typed
  "typed-empty": "error",
  "typed-not-an-address": "error",
  "typed-wrapped": "warning",
  "typed-no-scheme": "error",
  "typed-scheme": "error",
  "typed-backslash": "error",
  "typed-wide": "warning",
  "typed-comma": "error",
  "typed-schema-folder": "error",
  "typed-file": "error",
  "typed-host": "error",
  "typed-page": "error",
  "typed-repository": "error",
  "typed-query": "warning",
  "typed-no-slash": "warning",
  "typed-http": "warning",
  "typed-credentials": "error",
  "typed-local": "warning",

  // The way to the server
  "name-unknown": "error",
  "private-address": "error",
  "connection-refused": "error",
  "connection-failed": "error",
  "connection-broken": "error",
  "timed-out": "error",
  "not-http": "error",
  "tls-not-spoken": "error",
  "tls-name": "error",
  "tls-expired": "error",
  "tls-self-signed": "error",
  "tls-chain": "error",
  "tls-other": "error",
  "redirect-loop": "error",
  "redirect-many": "error",
  "redirect-broken": "error",
  redirected: "warning",
  "redirect-insecure": "error",
  "too-large": "error",
  "bad-encoding": "error",

  // versions.txt
  "versions-missing": "error",
  "versions-html": "error",
  "versions-empty": "error",
  "versions-encoding": "error",
  "versions-bom": "error",
  "versions-crlf": "warning",
  "versions-spaces": "warning",
  "versions-line": "warning",
  "versions-none-known": "error",
  "versions-unlisted": "warning",
  "versions-type": "warning",

  // A list
  "list-missing": "error",
  "list-html": "error",
  "list-empty-file": "error",
  "list-not-json": "error",
  "list-bom": "warning",
  "list-not-object": "error",
  "list-type": "warning",
  "list-large": "warning",
  "list-long": "error",
  "list-values": "error",
  "list-key-missing": "error",
  "list-null": "error",
  "list-value": "warning",
  "list-wrong-shape": "error",
  "list-no-workspaces": "error",
  "list-count": "warning",
  "list-duplicate": "warning",
  "list-url": "warning",
  "list-url-invalid": "error",
  "list-url-local": "warning",
  "list-icon-relative": "warning",
  "list-icon-missing": "error",
  "list-default-name": "warning",
  "channel-unknown": "error",
  "channel-empty": "error",
  "channel-unlisted": "warning",
  "channel-mixed": "warning",
  "nothing-suits": "error",
  "newest-shows-nothing": "warning",

  // Icons of workspaces
  "icon-name": "error",
  "icon-missing": "error",
  "icon-not-image": "error",
  "icon-type": "warning",
  "icon-blocked": "error",
  "icon-large": "warning",
  "icons-unchecked": "warning",

  // The checksums
  "sums-missing": "error",
  "sums-unreadable": "error",
  "file-changed": "error",
  "file-swapped": "error",
  "file-missing": "error",
  "file-unlisted": "error",
  "files-unchecked": "error",

  // The attestation
  "attestation-missing": "error",
  "attestation-of-nobody": "error",
  "attestation-unreadable": "error",
  "attestation-keys": "error",
  "attestation-untrusted": "error",
  "attestation-issuer": "error",
  "attestation-repository": "error",
  "attestation-workflow": "error",
  "attestation-branch": "error",
  "attestation-unknown-branch": "error",
  "attestation-sums": "error",
  "attestation-commit": "error",

  // A folder instead of an address
  "no-such-folder": "error",
  "not-the-site": "error",
};

/** A fault of a registry as data; its words are in src/strings/en/doctor.ts. */
export interface Diagnosis {
  code: DiagnosisCode;
  args: Record<string, string>;
}

/** Makes a fault of the file at hand. */
export type MakeDiagnosis = (code: DiagnosisCode, args?: Diagnosis["args"]) => Diagnosis;

export const severityOf = ({ code }: Diagnosis): DiagnosisSeverity => severities[code];

/** The whole message. Values from the server are made harmless before they get into `args`. */
export const wordDiagnosis = ({ code, args }: Diagnosis): string => faultWords[code](args);
