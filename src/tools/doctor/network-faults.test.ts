import { expect, test } from "vitest";
import { networkFault } from "./network-faults.ts";

const target = new URL("https://lab.example:8443/versions.txt");
const host = "lab.example:8443";
const error = (code: string | undefined, message = "It failed", more: object = {}): NodeJS.ErrnoException =>
  Object.assign(new Error(message), { ...(code === undefined ? {} : { code }), ...more });

test.each([
  ["ENOTFOUND", "name-unknown", { host: "lab.example", detail: "ENOTFOUND" }],
  ["EAI_AGAIN", "name-unknown", { host: "lab.example", detail: "EAI_AGAIN" }],
  ["EAI_NODATA", "name-unknown", { host: "lab.example", detail: "EAI_NODATA" }],
  ["ECONNREFUSED", "connection-refused", { host, detail: "It failed" }],
  ["ECONNRESET", "connection-broken", { detail: "ECONNRESET" }],
  ["EPIPE", "connection-broken", { detail: "EPIPE" }],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "tls-name", { host, detail: "It failed" }],
  ["CERT_HAS_EXPIRED", "tls-expired", { host, detail: "It failed" }],
  ["CERT_NOT_YET_VALID", "tls-expired", { host, detail: "It failed" }],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls-self-signed", { host, detail: "It failed" }],
  ["SELF_SIGNED_CERT_IN_CHAIN", "tls-self-signed", { host, detail: "It failed" }],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls-chain", { host, detail: "It failed" }],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "tls-chain", { host, detail: "It failed" }],
  ["UNABLE_TO_GET_ISSUER_CERT", "tls-chain", { host, detail: "It failed" }],
  ["ERR_SSL_SOMETHING", "tls-other", { host, detail: "It failed" }],
  ["ERR_TLS_SOMETHING", "tls-other", { host, detail: "It failed" }],
  ["EPROTO", "tls-other", { host, detail: "It failed" }],
  ["CERT_REVOKED", "tls-other", { host, detail: "It failed" }],
  ["INVALID_SSL", "tls-other", { host, detail: "It failed" }],
  ["HPE_INVALID_CONSTANT", "not-http", { detail: "It failed" }],
  ["X_HPE", "connection-failed", { host, detail: "X_HPE" }],
  ["X_ERR_TLS", "connection-failed", { host, detail: "X_ERR_TLS" }],
  ["EHOSTUNREACH", "connection-failed", { host, detail: "EHOSTUNREACH" }],
  ["toString", "connection-failed", { host, detail: "toString" }],
  [undefined, "connection-failed", { host, detail: "It failed" }],
])("takes %s for %s", (code, fault, args) =>
  expect(networkFault(error(code), target)).toEqual([fault, args]),
);

test.each(["wrong version number", "WRONG_VERSION_NUMBER", "packet length too long", "http request"])(
  "takes %j for a server that does not speak TLS",
  (text) =>
    expect(networkFault(error("EPROTO", `SSL routines: ${text} here`), target)).toEqual([
      "tls-not-spoken",
      { host, detail: text },
    ]),
);

test("finds the sign of a server without TLS in the code too", () =>
  expect(networkFault(error("ERR_SSL_WRONG_VERSION_NUMBER"), target)).toEqual([
    "tls-not-spoken",
    { host, detail: "WRONG_VERSION_NUMBER" },
  ]));

test("takes the first of several tries, and the code for a message that is empty", () =>
  expect(networkFault(new AggregateError([error("ECONNREFUSED", ""), error("EPIPE")]), target)).toEqual([
    "connection-refused",
    { host, detail: "ECONNREFUSED" },
  ]));

test("quotes 160 characters of the reason why a certificate is for another name", () =>
  expect(
    networkFault(error("ERR_TLS_CERT_ALTNAME_INVALID", "", { reason: "x".repeat(161) }), target),
  ).toEqual(["tls-name", { host, detail: `${"x".repeat(160)}…` }]));
