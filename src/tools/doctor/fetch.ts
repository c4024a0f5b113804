import { setTimeout } from "node:timers/promises";
import { Reach } from "./reach.ts";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import pLimit from "p-limit";
import { details } from "../../strings/doctor.ts";
import type { Diagnosis, DiagnosisCode } from "./faults.ts";
import { printable } from "./printable.ts";
import {
  sendRequest,
  timedOut,
  type Agents,
  type FetchFailure,
  type FetchResult,
  type Limits,
} from "./request.ts";

export type Get = (url: string, limits: Limits) => Promise<FetchResult>;

export interface FetchOptions {
  /** Milliseconds for one file with all its redirects. */
  timeout: number;
  /** Further certificate authorities in PEM form. */
  ca?: string;
  /** For HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
  env?: NodeJS.ProcessEnv;
  /** Whether addresses of this machine and its network may be asked; left out, the first address decides. */
  mayBeInner?: boolean;
  /** Requests at once, on connections that later ones use again; left out, 8 with a connection each. */
  parallel?: number;
}

const maxRedirects = 10;
const maxParallel = 8;

/** Makes the one function that sends requests: a few at once, each bounded in time, size and redirects. Never rejects. */
export function makeGet(options: FetchOptions): Get {
  const queue = pLimit(options.parallel ?? maxParallel);
  const proxyEnv = options.env ?? {};
  const reach = new Reach(proxyEnv, options.mayBeInner);
  const { lookup } = reach;
  const shared = { proxyEnv, lookup, keepAlive: options.parallel !== undefined };
  const agents = {
    http: new HttpAgent(shared),
    https: new HttpsAgent({ ...shared, ...(options.ca === undefined ? {} : { ca: options.ca }) }),
  };
  return (url, limits) => queue(() => follow(url, limits, options, agents, reach));
}

/** Follows redirects up to a file, a fault or the end of the time. Credentials are for the first host alone. */
async function follow(
  first: string,
  { headers: { authorization, ...headers } = {}, ...limits }: Limits,
  options: FetchOptions,
  agents: Agents,
  reach: Reach,
): Promise<FetchResult> {
  const hops: string[] = [];
  const end = performance.now() + options.timeout;
  for (let url = first; ;) {
    const fail = (code: DiagnosisCode, args: Diagnosis["args"]): FetchFailure => ({
      ok: false,
      url,
      fault: { code, args: { url: printable(url), ...args } },
    });
    if (hops.includes(url))
      return fail("redirect-loop", {
        detail: [...hops.slice(hops.indexOf(url)), url].map((hop) => printable(hop, 80)).join(" → "),
      });
    if (hops.length > maxRedirects) return fail("redirect-many", { limit: String(maxRedirects) });
    hops.push(url);
    const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
    const left = (): number => Math.max(1, end - performance.now());
    const late = setTimeout(left(), undefined, { ref: false });
    const refused = await Promise.race([reach.judge(host), late]);
    if (refused === undefined) return fail("timed-out", timedOut("connecting", options.timeout));
    if (refused !== null) return fail("private-address", { host: printable(host), detail: refused });
    const isFirstHost = new URL(url).host === new URL(first).host;
    const sent = { ...headers, ...(authorization && isFirstHost && { authorization }) };
    const result = await sendRequest(
      url,
      { ...limits, headers: sent },
      { left: left(), whole: options.timeout },
      agents,
    );
    if (!result.ok) return result;
    const location = result.headers["location"];
    if (![301, 302, 303, 307, 308].includes(result.status)) return { ...result, hops };
    const next = location === undefined ? null : URL.parse(location, url);
    if (next === null || !/^https?:$/.test(next.protocol))
      return fail("redirect-broken", {
        detail: location === undefined ? details.noLocation : `"${printable(location)}"`,
      });
    next.hash = "";
    if (url.startsWith("https:") && next.protocol === "http:")
      return fail("redirect-insecure", { target: printable(next.href) });
    url = next.href;
  }
}
