import { type JsonValue, own } from "../../registry/model/json.ts";

/** An option as the page knows it: of run_config, of exec_config, or of a command in it. */
export interface OptionInfo {
  name: string;
  /** Its effect. */
  does: string;
  /** The JSON types that it takes, as in registry/model/run-config.ts; "hook" is a command of exec_config; "" is not known. */
  jsonType: string;
}

/** First values of options that only JSON can show: their usual form, to be changed. */
export const jsonExamples: Readonly<Record<string, JsonValue>> = {
  ulimits: [{ Name: "nofile", Soft: 1024, Hard: 1048576 }],
  mounts: [{ Target: "/data", Source: "/mnt/data", Type: "bind", ReadOnly: true }],
  device_requests: [{ Driver: "nvidia", Count: -1, Capabilities: [["gpu"]] }],
  blkio_weight_device: [{ Path: "/dev/sda", Weight: 500 }],
  ...Object.fromEntries(
    ["device_read_bps", "device_read_iops", "device_write_bps", "device_write_iops"].map((name) => [
      name,
      [{ Path: "/dev/sda", Rate: 1048576 }],
    ]),
  ),
  healthcheck: { Test: ["CMD", "true"], Interval: 30000000000 },
  log_config: { Type: "json-file", Config: { "max-size": "10m" } },
  restart_policy: { Name: "on-failure", MaximumRetryCount: 3 },
  networking_config: {},
  lxc_conf: {},
};

/** The value that an option begins with when it is added. */
export function firstValue({ name, jsonType }: OptionInfo): JsonValue {
  const example = own(jsonExamples, name);
  if (example !== undefined) return structuredClone(example);
  if (jsonType === "hook") return { cmd: "" };
  if (jsonType === "boolean" || name === "privileged") return true;
  if (jsonType === "object" || name === "volumes" || jsonType === "list or object") return {};
  return jsonType.startsWith("list") && jsonType !== "list or string" ? [] : "";
}
