import { request as requestHttp, Agent as HttpAgent, type IncomingMessage } from "node:http";
import { request as requestHttps, Agent as HttpsAgent } from "node:https";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import pLimit from "p-limit";
import type { Fault, FaultCode } from "./faults.ts";
import { printable, size } from "./printable.ts";

/** A file as a registry gives it, over the network or from a folder. */
export interface Answer {
  ok: true;
  status: number;
  /** Where the bytes came from, after redirects. */
  url: string;
  /** Every address asked, the first and the last included. */
  hops: string[];
  /** Lower-case names. */
  headers: Record<string, string>;
  /** Unpacked; at most `limit` bytes. */
  body: Uint8Array;
  /** The body went on after `limit`; only with `cut`. */
  cut: boolean;
}

export interface Failure {
  ok: false;
  fault: Fault;
  url: string;
}

export type Outcome = Answer | Failure;

export interface Limits {
  /** Bytes of the unpacked body at most. */
  limit: number;
  /** Stop reading quietly at the limit instead of failing. */
  cut?: boolean;
}

export type Get = (url: string, limits: Limits) => Promise<Outcome>;

export interface FetchOptions {
  /** Milliseconds for one file with all its redirects. */
  timeout: number;
  /** Further certificate authorities in PEM form. */
  ca?: string;
  /** For HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
  env?: NodeJS.ProcessEnv;
}

const mostRedirects = 10;
const mostAtOnce = 8;

/** Makes the one function that sends requests: at most 8 at once, each bounded in time, size and redirects. Never rejects. */
export function makeGet(options: FetchOptions): Get {
  const queue = pLimit(mostAtOnce);
  const proxyEnv = options.env ?? {};
  const agents = {
    http: new HttpAgent({ proxyEnv }),
    https: new HttpsAgent({ proxyEnv, ...(options.ca === undefined ? {} : { ca: options.ca }) }),
  };
  return (url, limits) => queue(() => follow(url, limits, options, agents));
}

interface Agents {
  http: HttpAgent;
  https: HttpsAgent;
}

async function follow(
  first: string,
  limits: Limits,
  options: FetchOptions,
  agents: Agents,
): Promise<Outcome> {
  const hops: string[] = [];
  const end = performance.now() + options.timeout;
  for (let url = first; ;) {
    const fail = (code: FaultCode, args: Record<string, string>): Failure => ({
      ok: false,
      url,
      fault: { code, args: { url: printable(url), ...args } },
    });
    if (hops.includes(url))
      return fail("redirect-loop", {
        detail: [...hops.slice(hops.indexOf(url)), url].map((hop) => printable(hop, 80)).join(" → "),
      });
    if (hops.length > mostRedirects) return fail("redirect-many", { limit: String(mostRedirects) });
    hops.push(url);
    const outcome = await ask(url, limits, Math.max(1, end - performance.now()), options.timeout, agents);
    if (!outcome.ok) return outcome;
    const location = outcome.headers["location"];
    if (![301, 302, 303, 307, 308].includes(outcome.status)) return { ...outcome, hops };
    const next = location === undefined ? null : URL.parse(location, url);
    if (next === null || !/^https?:$/.test(next.protocol))
      return fail("redirect-broken", {
        detail: location === undefined ? "nowhere (there is no Location header)" : `"${printable(location)}"`,
      });
    next.hash = "";
    if (url.startsWith("https:") && next.protocol === "http:")
      return fail("redirect-insecure", { target: printable(next.href) });
    url = next.href;
  }
}

/** One request. The promise settles once, with whatever comes first: the whole body, a limit, the deadline or an error. */
function ask(url: string, limits: Limits, time: number, wholeTime: number, agents: Agents): Promise<Outcome> {
  const target = new URL(url);
  const secure = target.protocol === "https:";
  const host = printable(target.host);
  return new Promise((resolve) => {
    let stage = "no connection";
    const settle = (outcome: Outcome): void => {
      clearTimeout(timer);
      resolve(outcome);
      request.destroy();
    };
    const fail = (code: FaultCode, args: Record<string, string> = {}): void =>
      settle({ ok: false, url, fault: { code, args: { url: printable(url), host, ...args } } });
    const request = (secure ? requestHttps : requestHttp)(target, {
      agent: secure ? agents.https : agents.http,
      headers: {
        "user-agent": "kasm-registry-doctor",
        accept: "*/*",
        "accept-encoding": "gzip, deflate, br",
      },
      maxHeaderSize: 64 * 1024,
    });
    const timer = setTimeout(
      () => fail("timed-out", { stage, seconds: String(Math.round(wholeTime / 100) / 10) }),
      time,
    );
    request.on("socket", (socket) => {
      if (!socket.connecting) stage = "no answer";
      socket.once(secure ? "secureConnect" : "connect", () => (stage = "no answer"));
    });
    request.on("error", (cause: NodeJS.ErrnoException) => fail(...failureOf(cause, target)));
    request.on("response", (response) => {
      stage = "the answer did not end";
      const headers = Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.join(", ") : (value ?? ""),
        ]),
      );
      const done = (body: Uint8Array, cut: boolean): void =>
        settle({ ok: true, status: response.statusCode ?? 0, url, hops: [], headers, body, cut });
      if (headers["location"] !== undefined && response.statusCode! >= 300 && response.statusCode! < 400)
        return done(new Uint8Array(), false);
      const chunks: Buffer[] = [];
      let received = 0;
      const body = unpacked(response);
      body.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        received += chunk.length;
        if (received <= limits.limit) return;
        body.pause();
        if (limits.cut) done(Buffer.concat(chunks).subarray(0, limits.limit), true);
        else fail("too-large", { limit: size(limits.limit) });
      });
      body.on("end", () =>
        response.complete
          ? done(Buffer.concat(chunks), false)
          : fail("connection-broken", { detail: "the announced length was not reached" }),
      );
      const broken = (cause: NodeJS.ErrnoException): void =>
        body !== response && /^(?:Z_|ERR__?BROTLI|ERR_BROTLI)/.test(cause.code ?? "")
          ? fail("bad-encoding", {
              encoding: printable(headers["content-encoding"], 40),
              detail: printable(cause.message),
            })
          : fail("connection-broken", { detail: printable(cause.code ?? cause.message) });
      body.on("error", broken);
      if (body !== response) response.on("error", broken);
      response.on("aborted", () => fail("connection-broken", { detail: "it was cut off" }));
    });
    request.end();
  });
}

/** The body with its content-encoding undone; what a limit counts is this, so that a small bomb stays small. */
function unpacked(response: IncomingMessage): Readable {
  const encoding = (response.headers["content-encoding"] ?? "").trim().toLowerCase();
  const decoder =
    encoding === "gzip" || encoding === "x-gzip"
      ? createGunzip()
      : encoding === "deflate"
        ? createInflate()
        : encoding === "br"
          ? createBrotliDecompress()
          : null;
  return decoder ? response.pipe(decoder) : response;
}

/** Node's error codes in the words of the catalogue. */
function failureOf(cause: NodeJS.ErrnoException, target: URL): [FaultCode, Record<string, string>] {
  const inner = cause instanceof AggregateError ? (cause.errors[0] as NodeJS.ErrnoException) : cause;
  const code = inner.code ?? "";
  const detail = printable(inner.message || code);
  const host = printable(target.host);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "EAI_NODATA")
    return ["name-unknown", { host: printable(target.hostname), detail: code }];
  if (code === "ECONNREFUSED") return ["connection-refused", { host }];
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID")
    return [
      "tls-name",
      {
        host,
        detail: printable((inner as NodeJS.ErrnoException & { reason?: string }).reason ?? detail, 160),
      },
    ];
  if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID") return ["tls-expired", { host, detail }];
  if (code === "DEPTH_ZERO_SELF_SIGNED_CERT" || code === "SELF_SIGNED_CERT_IN_CHAIN")
    return ["tls-self-signed", { host, detail }];
  if (
    code === "UNABLE_TO_VERIFY_LEAF_SIGNATURE" ||
    code === "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" ||
    code === "UNABLE_TO_GET_ISSUER_CERT"
  )
    return ["tls-chain", { host, detail }];
  if (/wrong.version.number|packet.length.too.long|http.request/i.test(code + inner.message))
    return [
      "tls-not-spoken",
      {
        host,
        detail: /wrong.version.number|packet.length.too.long|http.request/i.exec(code + inner.message)![0],
      },
    ];
  if (/^ERR_SSL|^ERR_TLS|EPROTO|CERT|SSL/.test(code)) return ["tls-other", { host, detail }];
  if (/^HPE_/.test(code)) return ["not-http", { detail }];
  if (code === "ECONNRESET" || code === "EPIPE") return ["connection-broken", { detail: code }];
  return ["connection-failed", { host, detail: code || detail }];
}
