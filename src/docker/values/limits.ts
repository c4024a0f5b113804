import { dockerPySize, parseBytes, parseDuration, parseWhole } from "./amounts.ts";
import { listAt, objectAt, setKey, type Put, type Sketch } from "../draft.ts";

/** `--memory 2g` is the workspace's own `memory`, in MB of 1,000,000 bytes, rounded up. */
export const putMemory: Put = (sketch, value, option) => {
  const bytes = parseBytes(value);
  if (bytes === null) return `"${value}" is not a size such as 512m or 2g.`;
  if (bytes === 0) return "0 means no limit; Kasm always sets one.";
  const memory = Math.ceil(bytes / 1e6);
  sketch.workspace["memory"] = memory;
  sketch.notes.add(`${option} ${value} became the workspace's memory: ${memory} MB.`);
  return undefined;
};

/** `--cpus 1.5` is the workspace's own `cores`. */
export const putCpus: Put = (sketch, value) => {
  const cores = Number(value);
  if (!/^\d*\.?\d+$/.test(value)) return `"${value}" is not a number of cores.`;
  if (cores === 0) return "0 means no limit; Kasm always sets one.";
  sketch.workspace["cores"] = cores;
  return undefined;
};

/** `--memory-swap 4g`, or -1 for no limit. */
export const putMemorySwap: Put = (sketch, value) => {
  const size = value === "-1" ? -1 : dockerPySize(value);
  if (size === null) return `"${value}" is not a size such as 512m or 2g.`;
  sketch.config["memswap_limit"] = size;
  return undefined;
};

/** `--ulimit nofile=1024:2048` in docker-py's form; one number stands for both limits. */
export const putUlimit: Put = (sketch, value) => {
  const match = /^([a-z]+)=(-?\d+)(?::(-?\d+))?$/.exec(value);
  if (!match) return "It is not name=soft[:hard].";
  const [, name, soft, hard] = match;
  listAt(sketch.config, "ulimits").push({ Name: name!, Soft: Number(soft), Hard: Number(hard ?? soft) });
  return undefined;
};

/** `--device-read-bps /dev/sda:1mb` and its kin: a list of {Path, Rate}; `--blkio-weight-device` has Weight. */
export function putDeviceRate(key: string, amount: "Rate" | "Weight", bytes: boolean): Put {
  return (sketch, value) => {
    const match = /^(\/.+):([^:]+)$/.exec(value);
    const rate = match ? (bytes ? parseBytes(match[2]!) : parseWhole(match[2]!)) : null;
    if (!match || rate === null) return "It is not /dev/name:amount.";
    listAt(sketch.config, key).push({ Path: match[1]!, [amount]: rate });
    return undefined;
  };
}

/** `--health-interval 30s`: nanoseconds below healthcheck. */
export function putHealthTime(key: string): Put {
  return (sketch, value) => {
    const time = parseDuration(value);
    if (time === null) return `"${value}" is not a duration such as 30s or 1m30s.`;
    return setHealth(sketch, key, time);
  };
}

/** `--health-cmd "curl …"`: docker runs it with the shell of the image. */
export const putHealthCommand: Put = (sketch, value) => setHealth(sketch, "test", ["CMD-SHELL", value]);

/** `--health-retries 3`. */
export const putHealthRetries: Put = (sketch, value) => {
  const retries = parseWhole(value);
  return retries === null || retries < 0
    ? `"${value}" is not a whole number.`
    : setHealth(sketch, "retries", retries);
};

/** `--no-healthcheck`. */
export const putNoHealth: Put = (sketch) => {
  sketch.config["healthcheck"] = { test: ["NONE"] };
  return undefined;
};

/** One field of healthcheck. */
export function setHealth(sketch: Sketch, key: string, value: string[] | number): undefined {
  setKey(objectAt(sketch.config, "healthcheck"), key, value);
}
