import { badValue, leftOut, notes } from "../../strings/docker.ts";
import { goBoolean } from "./csv.ts";
import { putSize } from "../put.ts";
import { forms, leastMemory } from "../../registry/model/docker-forms.ts";
import { dockerPySize, parseBytes, parseDuration, parseWhole } from "./amounts.ts";
import { listAt, objectAt, setKey, type Put, type PartialWorkspace } from "../converted-workspace.ts";

/** `--memory 2g` is the workspace's own `memory`, in MB of 1,000,000 bytes, rounded up. */
export const putMemory: Put = (partial, value, option) => {
  const bytes = parseBytes(value);
  if (bytes === null) return badValue.size(value);
  if (bytes === 0) return leftOut.noLimit;
  if (bytes < leastMemory) return leftOut.leastMemory;
  const memory = Math.ceil(bytes / 1e6);
  partial.workspace["memory"] = memory;
  partial.notes.add(notes.memory(option, value, memory));
  return undefined;
};

/** `--memory-reservation 1g`. */
export const putReservation: Put = (partial, value, option) => {
  const bytes = parseBytes(value) ?? 0;
  if (bytes > 0 && bytes < leastMemory) return leftOut.leastMemory;
  return putSize("mem_reservation")(partial, value, option);
};

/** `--cpus 1.5` is the workspace's own `cores`. */
export const putCpus: Put = (partial, value) => {
  const cores = Number(value);
  if (!/^(?:\d+(?:\.\d+)?|\.\d+)$/.test(value)) return badValue.cores(value);
  if (cores === 0) return leftOut.noLimit;
  partial.workspace["cores"] = cores;
  return undefined;
};

/** `--memory-swap 4g`, or -1 for no limit. */
export const putMemorySwap: Put = (partial, value) => {
  const size = value === "-1" ? -1 : dockerPySize(value);
  if (size === null) return badValue.size(value);
  partial.config["memswap_limit"] = size;
  return undefined;
};

/** `--ulimit nofile=1024:2048` in docker-py's form; one number sets both limits. */
export const putUlimit: Put = (partial, value) => {
  const match = /^([a-z]+)=(-?\d+)(?::(-?\d+))?$/.exec(value);
  const [, name = "", soft, hard = soft] = match ?? [];
  if (!forms.ulimit.test(name)) return leftOut.notUlimit;
  const rank = (limit = ""): number => (limit === "-1" ? Infinity : Number(limit));
  if (rank(soft) > rank(hard)) return leftOut.softLimit;
  listAt(partial.config, "ulimits").push({ Name: name, Soft: Number(soft), Hard: Number(hard) });
  return undefined;
};

/** `--device-read-bps /dev/sda:1mb` and its kin: a list of {Path, Rate}; `--blkio-weight-device` has Weight. */
export function putDeviceRate(
  key: string,
  amount: "Rate" | "Weight",
  parse: (text: string) => number | null,
): Put {
  return (partial, value) => {
    const [, path = "", written = ""] = /^(\/dev\/[^:]+):([^:]+)$/.exec(value) ?? [];
    const rate = parse(written);
    if (rate === null || rate < 0) return leftOut.notDeviceRate;
    listAt(partial.config, key).push({ Path: path, [amount]: rate });
    return undefined;
  };
}

/** `--health-interval 30s`: nanoseconds below healthcheck. */
export function putHealthTime(key: string): Put {
  return (partial, value) => {
    const time = parseDuration(value);
    if (time === null) return badValue.duration(value);
    if (time > 0 && time < 1e6) return leftOut.shortTime;
    return setHealth(partial, key, time);
  };
}

/** `--health-cmd "curl …"`: docker runs it with the shell of the image. */
export const putHealthCommand: Put = (partial, value) => setHealth(partial, "test", ["CMD-SHELL", value]);

/** `--health-retries 3`. */
export const putHealthRetries: Put = (partial, value) => {
  const retries = parseWhole(value);
  return retries === null || retries < 0 ? badValue.number(value) : setHealth(partial, "retries", retries);
};

/** `--no-healthcheck`. */
export const putNoHealth: Put = (partial, value) => {
  if (goBoolean(value) !== true) return leftOut.off;
  if (partial.config["healthcheck"] !== undefined) return leftOut.noHealth;
  partial.config["healthcheck"] = { test: ["NONE"] };
  return undefined;
};

/** One field of healthcheck. */
export function setHealth(
  partial: PartialWorkspace,
  key: string,
  value: string[] | number,
): string | undefined {
  const health = objectAt(partial.config, "healthcheck");
  if (String(health["test"]) === "NONE") return leftOut.noHealth;
  setKey(health, key, value);
  return undefined;
}
