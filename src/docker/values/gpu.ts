import type { JsonObject } from "../../registry/model/json.ts";
import { csvFields, keyValue } from "./csv.ts";
import { parseWhole } from "./amounts.ts";
import { listAt, type Put, type Sketch } from "../draft.ts";

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
export const putGpus: Put = (sketch, value) => {
  const request: GpuRequest = { count: null, ids: [], driver: "", capabilities: [], options: {} };
  let last = "";
  for (const field of csvFields(value)) {
    const [key, text] = keyValue(field);
    if (text === null && last === "device") request.ids.push(key);
    else if (text === null || key === "count") {
      const count = (text ?? key) === "all" ? -1 : parseWhole(text ?? key);
      if (count === null || count < -1) return `"${text ?? key}" is not a number of GPUs.`;
      request.count = count;
    } else if (key === "device") request.ids.push(...text.split(","));
    else if (key === "driver") request.driver = text;
    else if (key === "capabilities") request.capabilities.push(...text.split(","));
    else return `The GPU option "${key}" is not known here.`;
    if (text !== null) last = key;
  }
  return addGpus(sketch, request);
};

/** A plain number is the workspace's own gpu_count; anything else becomes run_config.device_requests. */
export function addGpus(sketch: Sketch, request: GpuRequest): string | undefined {
  const { count, ids, driver, capabilities, options } = request;
  if (count !== null && ids.length > 0) return "A number of GPUs and named devices exclude each other.";
  const plain =
    driver === "" && capabilities.every((name) => name === "gpu") && Object.keys(options).length === 0;
  if (count === 0) return "No GPU was asked for.";
  if (count !== null && count > 0 && plain) {
    sketch.workspace["gpu_count"] = count;
    return undefined;
  }
  listAt(sketch.config, "device_requests").push({
    driver,
    count: count ?? (ids.length > 0 ? 0 : -1),
    device_ids: ids,
    capabilities: [capabilities.includes("gpu") ? capabilities : ["gpu", ...capabilities]],
    options,
  });
  sketch.notes.add(
    "The GPU request went to device_requests. If Kasm shall count GPUs for placement, set gpu_count instead.",
  );
  return undefined;
}
