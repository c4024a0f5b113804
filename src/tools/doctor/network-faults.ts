import { own } from "../../registry/model/json.ts";
import type { Diagnosis, DiagnosisCode } from "./faults.ts";
import { printable } from "./printable.ts";

const codes: Readonly<Record<string, DiagnosisCode>> = {
  ENOTFOUND: "name-unknown",
  EAI_AGAIN: "name-unknown",
  EAI_NODATA: "name-unknown",
  EPRIVATE: "private-address",
  ECONNREFUSED: "connection-refused",
  ECONNRESET: "connection-broken",
  EPIPE: "connection-broken",
  ERR_TLS_CERT_ALTNAME_INVALID: "tls-name",
  CERT_HAS_EXPIRED: "tls-expired",
  CERT_NOT_YET_VALID: "tls-expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "tls-self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "tls-self-signed",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "tls-chain",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "tls-chain",
  UNABLE_TO_GET_ISSUER_CERT: "tls-chain",
};

/** Messages of OpenSSL for a server that answers something else than TLS. */
const notTls = /wrong.version.number|packet.length.too.long|http.request/i;

/** Translates an error of Node into a fault. */
export function networkFault(
  error: NodeJS.ErrnoException,
  target: URL,
): [code: DiagnosisCode, args: Diagnosis["args"]] {
  const cause: NodeJS.ErrnoException & { reason?: string } =
    error instanceof AggregateError ? error.errors[0] : error;
  const code = cause.code ?? "";
  const detail = printable(cause.message || code);
  const host = printable(target.host);
  const known = own(codes, code) ?? null;
  if (known === "name-unknown") return [known, { host: printable(target.hostname), detail: code }];
  if (known === "tls-name") return [known, { host, detail: printable(cause.reason ?? detail, 160) }];
  if (known === "connection-broken") return [known, { detail: code }];
  if (known !== null) return [known, { host, detail }];
  const plain = notTls.exec(code + cause.message);
  if (plain) return ["tls-not-spoken", { host, detail: plain[0] }];
  if (/^ERR_SSL|^ERR_TLS|EPROTO|CERT|SSL/.test(code)) return ["tls-other", { host, detail }];
  if (/^HPE_/.test(code)) return ["not-http", { detail }];
  return ["connection-failed", { host, detail: code || detail }];
}
