import type { Send } from "../../images/client.ts";
import { own } from "../../registry/model/json.ts";
import { imageFaults as words } from "../../strings/images.ts";
import { makeGet, type FetchOptions } from "../doctor/fetch.ts";

/** Sends the requests of an ImageClient as doctor sends its own: bounded, at most 8 at once, and to inner addresses only where that is allowed. */
export function makeSend(options: FetchOptions): Send {
  const get = makeGet(options);
  return async (url, request) => {
    // Layers are packed already, and parts are of the packed bytes.
    const headers = { "accept-encoding": "identity", ...request.headers };
    const result = await get(url, { ...request, headers }).catch((error: unknown) => error as Error);
    if (result instanceof Error) return { fault: words.otherWay(new URL(url).host, result.message) };
    if (result.ok) return result;
    const { host } = new URL(result.url);
    const { code } = result.fault;
    return { fault: own(words.way, code)?.(host) ?? words.otherWay(host, code) };
  };
}
