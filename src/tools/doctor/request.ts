import {
  request as requestHttp,
  type Agent as HttpAgent,
  type ClientRequest,
  type IncomingMessage,
} from "node:http";
import { request as requestHttps, type Agent as HttpsAgent } from "node:https";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { details, stages } from "../../strings/doctor.ts";
import type { Diagnosis, DiagnosisCode } from "./faults.ts";
import { networkFault } from "./network-faults.ts";
import { printable, size } from "./printable.ts";

/** A file of a registry, from the network or from a folder. */
export interface FetchedFile {
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

export interface FetchFailure {
  ok: false;
  fault: Diagnosis;
  url: string;
}

export type FetchResult = FetchedFile | FetchFailure;

export interface Limits {
  /** Bytes of the unpacked body at most. */
  limit: number;
  /** Stop reading quietly at the limit instead of failing. */
  cut?: boolean;
  /** Usually GET. */
  method?: "GET" | "HEAD";
  /** Beside those that every request has. */
  headers?: Record<string, string>;
}

export interface Agents {
  http: HttpAgent;
  https: HttpsAgent;
}

/** Milliseconds: those left for this request, and those for the whole file, which the message names. */
export interface Deadline {
  left: number;
  whole: number;
}

/** The arguments of the fault "timed-out": what was waited for, and how long. */
export function timedOut(stage: keyof typeof stages, milliseconds: number): Diagnosis["args"] {
  return { stage: stages[stage], seconds: String(Math.round(milliseconds / 100) / 10) };
}

/** Sends one request. Settles once, with what comes first: the whole body, a limit, the deadline or an error. */
export function sendRequest(
  url: string,
  limits: Limits,
  deadline: Deadline,
  agents: Agents,
): Promise<FetchResult> {
  const target = new URL(url);
  const end = performance.now() + deadline.left;
  return new Promise((resolve) => {
    let stage: keyof typeof stages = "connecting";
    const settle = (result: FetchResult): void => {
      clearTimeout(timer);
      resolve(result);
      request.destroy();
    };
    const fail: Fail = (code, args = {}) => {
      const host = printable(target.host);
      settle({ ok: false, url, fault: { code, args: { url: printable(url), host, ...args } } });
    };
    const request = openRequest(target, limits, agents);
    const timer = setTimeout(() => fail("timed-out", timedOut(stage, deadline.whole)), deadline.left);
    request.on("socket", (socket) => {
      // A connection that an earlier request opened.
      if (!socket.connecting) stage = "waiting";
      else socket.once(target.protocol === "https:" ? "secureConnect" : "connect", () => (stage = "waiting"));
    });
    request.on("error", (cause: NodeJS.ErrnoException) => {
      // The server closed a connection that was kept, which is its right: https://nodejs.org/api/http.html#requestreusedsocket
      if (cause.code !== "ECONNRESET" || !request.reusedSocket || stage === "receiving")
        return fail(...networkFault(cause, target));
      clearTimeout(timer);
      const left = Math.max(1, end - performance.now());
      resolve(sendRequest(url, limits, { ...deadline, left }, agents));
    });
    request.on("response", (response) => {
      stage = "receiving";
      const { statusCode: status = 0 } = response;
      const headers = headersOf(response);
      const done = (body: Uint8Array, cut: boolean): void =>
        settle({ ok: true, status, url, hops: [], headers, body, cut });
      const isRedirect = headers["location"] !== undefined && status >= 300 && status < 400;
      if (isRedirect || limits.method === "HEAD") done(new Uint8Array(), false);
      else readBody(response, limits, done, fail);
    });
    request.end();
  });
}

function openRequest(target: URL, { method = "GET", headers }: Limits, agents: Agents): ClientRequest {
  const isSecure = target.protocol === "https:";
  return (isSecure ? requestHttps : requestHttp)(target, {
    agent: isSecure ? agents.https : agents.http,
    method,
    headers: {
      "user-agent": "kasm-registry-doctor",
      accept: "*/*",
      "accept-encoding": "gzip, deflate, br",
      ...headers,
    },
    maxHeaderSize: 64 * 1024,
  });
}

type Fail = (code: DiagnosisCode, args?: Diagnosis["args"]) => void;

function headersOf(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
}

function readBody(
  response: IncomingMessage,
  limits: Limits,
  done: (body: Uint8Array, cut: boolean) => void,
  fail: Fail,
): void {
  const chunks: Buffer[] = [];
  let received = 0;
  const body = decompressed(response);
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
      : fail("connection-broken", { detail: details.shortBody }),
  );
  const broken = (cause: NodeJS.ErrnoException): void =>
    body !== response && /^(?:Z_|ERR__?BROTLI|ERR_BROTLI)/.test(cause.code ?? "")
      ? fail("bad-encoding", {
          encoding: printable(response.headers["content-encoding"], 40),
          detail: printable(cause.message),
        })
      : fail("connection-broken", { detail: printable(cause.code ?? cause.message) });
  body.on("error", broken);
  if (body !== response) response.on("error", broken);
  response.on("aborted", () => fail("connection-broken", { detail: details.cutOff }));
}

/** The body with its content-encoding undone; limits count these bytes, so that a small bomb stays small. */
function decompressed(response: IncomingMessage): Readable {
  const encoding = (response.headers["content-encoding"] ?? "").trim().toLowerCase();
  if (encoding === "gzip" || encoding === "x-gzip") return response.pipe(createGunzip());
  if (encoding === "deflate") return response.pipe(createInflate());
  if (encoding === "br") return response.pipe(createBrotliDecompress());
  return response;
}
