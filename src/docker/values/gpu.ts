import type { JsonObject } from "../../registry/model/json.ts";
import { badValue, leftOut, notes } from "../../strings/docker.ts";
import { csvFields, keyValue } from "./csv.ts";
import { parseWhole } from "./amounts.ts";
import { listAt, setKey, type Put, type PartialWorkspace } from "../converted-workspace.ts";

/** A request for graphics processors. */
export interface GpuRequest {
  /** -1 for all; null where devices are named. */
  count: number | null;
  ids: string[];
  driver: string;
  capabilities: string[];
  options: JsonObject;
}

/** `--gpus all`, `--gpus 2`, `--gpus '"device=0,1",capabilities=utility'`. Source: the docker reference for `--gpus`. */
export const putGpus: Put = (partial, value) => {
  const request: GpuRequest = { count: null, ids: [], driver: "", capabilities: [], options: {} };
  const seen = new Set<string>();
  for (const field of csvFields(value)) {
    const [key, text] = keyValue(field);
    const name = text === null ? "count" : key;
    if (seen.has(name)) return badValue.gpuTwice(name);
    seen.add(name);
    if (text === null || key === "count") {
      const count = (text ?? key) === "all" ? -1 : parseWhole(text ?? key);
      if (count === null || count < -1) return badValue.gpuCount(text ?? key);
      request.count = count;
    } else if (key === "device") request.ids.push(...text.split(","));
    else if (key === "driver") request.driver = text;
    else if (key === "capabilities") request.capabilities.push(...text.split(","));
    else if (key === "options") {
      for (const option of csvFields(text).map(keyValue)) setKey(request.options, option[0], option[1] ?? "");
    } else return badValue.gpuOption(key);
  }
  return addGpus(partial, {
    ...request,
    count: request.count ?? (request.ids.length > 0 ? null : 1),
    capabilities: [...new Set(["gpu", ...request.capabilities])],
  });
};

/** A plain number is the workspace's own gpu_count; anything else becomes run_config.device_requests. */
export function addGpus(partial: PartialWorkspace, request: GpuRequest): string | undefined {
  const { count, ids, driver, capabilities, options } = request;
  if (count !== null && ids.length > 0) return leftOut.gpuCountAndNames;
  const plain =
    /^(?:nvidia)?$/.test(driver) &&
    capabilities.every((name) => name === "gpu") &&
    Object.keys(options).length === 0;
  if (count === 0) return leftOut.noGpu;
  if (count !== null && count > 0 && plain) {
    partial.workspace["gpu_count"] = count;
    return undefined;
  }
  putRequest(partial, {
    ...request,
    count: count ?? (ids.length > 0 ? 0 : -1),
    capabilities: capabilities.length > 0 ? capabilities : ["gpu"],
  });
  partial.notes.add(notes.gpuRequest);
  return undefined;
}

/** One more device request, in docker-py's form. */
export function putRequest(partial: PartialWorkspace, request: GpuRequest): void {
  const { driver, count, ids, capabilities, options } = request;
  listAt(partial.config, "device_requests").push({
    driver,
    count,
    device_ids: ids,
    capabilities: capabilities.length > 0 ? [capabilities] : [],
    options,
  });
}
