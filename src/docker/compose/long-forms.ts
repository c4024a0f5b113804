import { isObject } from "../../registry/model/json.ts";
import { apply } from "../converted-workspace.ts";
import { putOf } from "../options.ts";
import { leftOut } from "../../strings/docker.ts";
import { parseDuration, parseWhole } from "../values/amounts.ts";
import { addGpus, type GpuRequest } from "../values/gpu.ts";
import { putHealthCommand, putNoHealth, setHealth } from "../values/limits.ts";
import { addPort } from "../values/port.ts";
import { addMount } from "../values/volume.ts";
import {
  each,
  fields,
  leaveOut,
  report,
  shown,
  single,
  type Mapping,
  type PutValue,
  type Value,
} from "./value.ts";

/** The keys that compose writes as mappings where docker's command line has one text. */

/** `{target: 80, published: "8080", host_ip: 127.0.0.1, protocol: tcp}`. */
export const putPortItem: PutValue = (partial, value, key) => {
  if (!isObject(value) || !value["target"]) return leaveOut("portForm")(partial, value, key);
  const { target, published, host_ip: ip, protocol, mode, name, app_protocol: appProtocol, ...rest } = value;
  const reason = addPort(partial, {
    container: shown(target),
    host: shown(published),
    ip: shown(ip),
    protocol: shown(protocol) || "tcp",
  });
  if (reason !== undefined) report(partial, value, key, reason);
  for (const [inner, text] of Object.entries({ mode, name, app_protocol: appProtocol, ...rest }))
    if (text !== undefined) leaveOut("compose")(partial, text, `${key}.${inner}`);
};

/** `{type: bind, source: ./a, target: /b, read_only: true, bind: {propagation: rslave}}`. */
export const putVolumeItem: PutValue = (partial, value, key) => {
  if (!isObject(value)) return leaveOut("volumeForm")(partial, value, key);
  const mount = new Map<string, string>();
  for (const [name, inner] of Object.entries(value)) {
    if (isObject(inner)) {
      for (const [detail, text] of Object.entries(inner)) {
        if (isObject(text))
          for (const [label, of] of Object.entries(text))
            mount.set(`${name}.${detail.replace(/s$/, "")}.${label}`, shown(of));
        else mount.set(`${name}.${detail}`, detail === "mode" ? octal(shown(text)) : shown(text));
      }
    } else mount.set(name === "read_only" ? "readonly" : name, shown(inner));
  }
  const reason = addMount(partial, mount);
  if (reason !== undefined) report(partial, value, key, reason);
};

/** The octal digits of a mode, which YAML has as a number in any notation. */
function octal(text: string): string {
  const [, digits] = /^0o?([0-7]+)$/.exec(text) ?? [];
  const number = parseWhole(text);
  return digits ?? (number === null ? text : number.toString(8));
}

/** `{source: /dev/a, target: /dev/b, permissions: rw}`. */
export const putDevice: PutValue = (partial, value, key) => {
  if (!isObject(value) || typeof value["source"] !== "string")
    return leaveOut("deviceSource")(partial, value, key);
  const { source, target, permissions } = value;
  const parts = [source, shown(target) || (permissions ? source : ""), shown(permissions)].filter(Boolean);
  apply(partial, putOf("device"), parts.join(":"), key);
};

/** `{nofile: {soft: 1, hard: 2}, nproc: 3}`. */
export const putUlimitItem: PutValue = (partial, value, key) => {
  if (!isObject(value)) return leaveOut("needsMapping")(partial, value, key);
  for (const [name, limit] of Object.entries(value)) {
    const text = isObject(limit) ? `${shown(limit["soft"])}:${shown(limit["hard"])}` : shown(limit);
    apply(partial, putOf("ulimit"), `${name}=${text}`, key);
  }
};

/** `{driver: nvidia, count: 1, device_ids: [...], capabilities: [gpu]}`, also below deploy. */
export const putGpuItem: PutValue = (partial, value, key) => {
  if (!isObject(value)) return leaveOut("needsMapping")(partial, value, key);
  const list = (inner: Value | undefined): string[] =>
    Array.isArray(inner) ? inner.map(shown) : inner ? [shown(inner)] : [];
  const count = value["count"] === "all" ? -1 : parseWhole(shown(value["count"]));
  const request: GpuRequest = {
    count,
    ids: list(value["device_ids"]),
    driver: shown(value["driver"]),
    capabilities: list(value["capabilities"]),
    options: Object.fromEntries(
      Object.entries((value["options"] ?? {}) as Mapping).map(([name, text]) => [name, shown(text)]),
    ),
  };
  if (shown(value["count"]) !== "" && count === null) return leaveOut("gpuCount")(partial, value, key);
  const reason = addGpus(partial, request);
  if (reason !== undefined) report(partial, value, key, reason);
};

export const healthcheck: PutValue = fields({
  test: (partial, value, key) => {
    if (typeof value === "string") return apply(partial, putHealthCommand, value, key);
    const list = Array.isArray(value) ? value.map(shown) : [];
    if (!/^(?:NONE|CMD|CMD-SHELL)$/.test(list[0] ?? "")) return leaveOut("testForm")(partial, value, key);
    setHealth(partial, "test", list);
  },
  interval: single(putOf("health-interval")),
  timeout: single(putOf("health-timeout")),
  retries: single(putOf("health-retries")),
  start_period: single(putOf("health-start-period")),
  start_interval: leaveOut("run"),
  disable: (partial, value, key) => {
    if (value === "true") apply(partial, putNoHealth, value, key);
    else leaveOut("off")(partial, value, key);
  },
});

const reservedDevices: PutValue = each(() => leftOut.needsRequests, putGpuItem);

/** Of `deploy`, the resources count for a single container; the rest is for a swarm. */
export const deploy: PutValue = (partial, value, key) => {
  if (!isObject(value)) return leaveOut("needsMapping")(partial, value, key);
  const { resources, ...rest } = value;
  for (const [name, inner] of Object.entries(rest)) leaveOut("swarm")(partial, inner, `${key}.${name}`);
  if (resources === undefined) return;
  fields({
    limits: fields({
      cpus: single(putOf("cpus")),
      memory: single(putOf("memory")),
      pids: single(putOf("pids-limit")),
    }),
    reservations: fields({
      cpus: leaveOut("swarm"),
      memory: single(putOf("memory-reservation")),
      devices: reservedDevices,
    }),
  })(partial, resources, `${key}.resources`);
};

/** `400ms`, or microseconds as a number. */
export function cpuTime(name: string): PutValue {
  return single((partial, value, key) => {
    const time = /^\d+$/.test(value) ? null : parseDuration(value);
    return putOf(name)(partial, time === null ? value : String(Math.round(time / 1000)), key);
  });
}

/** `{weight: 300, device_read_bps: [{path: /dev/sda, rate: 12mb}]}`. */
export const blkio: PutValue = (partial, value, key) => {
  const devices = (name: string): PutValue =>
    each(putOf(name), (inner, item, path) => {
      const { path: device, rate, weight } = item as Mapping;
      apply(inner, putOf(name), `${shown(device)}:${shown(rate ?? weight)}`, path);
    });
  const names = ["device_read_bps", "device_read_iops", "device_write_bps", "device_write_iops"];
  fields({
    weight: single(putOf("blkio-weight")),
    weight_device: devices("blkio-weight-device"),
    ...Object.fromEntries(names.map((name) => [name, devices(name.replaceAll("_", "-"))])),
  })(partial, value, key);
};
