import { Document, visit } from "yaml";
import type { JsonObject, JsonValue } from "../../registry/model/json.ts";
import type { Checked } from "../../registry/model/types.ts";
import { runSettings } from "../../review/docker-run/to-docker-run.ts";
import { listAt, objectAt, setKey } from "../converted-workspace.ts";
import { csvFields, keyValue } from "../values/csv.ts";

/** A workspace translated to a compose file. */
export interface ComposeText {
  yaml: string;
  /** Paths of the settings that a compose file cannot say, in authored order. */
  notMapped: string[];
}

/** Puts an option's value into the service. */
type Write = (service: JsonObject, value: string) => void;

const serviceName = "session";

/** The compose file that says what a workspace says, by way of the options of `docker run`. Kasm's own additions are not shown. */
export function toCompose(workspace: Checked): ComposeText {
  const { settings, entrypoint, command, image, notMapped } = runSettings(workspace);
  const service: JsonObject = { image };
  const unwritten = settings.flatMap(({ path, options }) => {
    const writes = options.map(([option = "", value = ""]) => ({ write: keys[option], value }));
    if (!writes.every(({ write, value }) => write && !/\bvolume-(?:driver|opt)=/.test(value))) return [path];
    for (const { write, value } of writes) write?.(service, value);
    return [];
  });
  for (const [key, words] of Object.entries({ entrypoint, command }))
    if (words.length > 0) service[key] = words;
  const hooks = Object.keys(workspace.data.exec_config ?? {});
  return {
    yaml: write({ services: { [serviceName]: service }, ...namedParts(service) }),
    notMapped: [...notMapped, ...unwritten, ...hooks.map((hook) => `exec_config.${hook}`)],
  };
}

const text =
  (key: string): Write =>
  (service, value) =>
    void (service[key] = value);
const number =
  (key: string): Write =>
  (service, value) =>
    void (service[key] = Number.isFinite(Number(value)) ? Number(value) : value);
const on =
  (key: string): Write =>
  (service) =>
    void (service[key] = true);
const item =
  (key: string): Write =>
  (service, value) =>
    void listAt(service, key).push(value);
/** `name=value` into an object. */
const pair =
  (key: string): Write =>
  (service, value) => {
    const [name, inner] = keyValue(value);
    setKey(objectAt(service, key), name, inner);
  };
/** Writes into an object of the service. */
const within =
  (key: string, write: Write): Write =>
  (service, value) =>
    write(objectAt(service, key), value);

/** `/dev/sda:10` as {path, weight | rate}. */
const amount =
  (key: string, name: string): Write =>
  (service, value) => {
    const colon = value.lastIndexOf(":");
    const device = { path: value.slice(0, colon), [name]: Number(value.slice(colon + 1)) };
    listAt(objectAt(service, "blkio_config"), key).push(device);
  };

/** `nofile=1024:2048` as {soft, hard}. */
const ulimit: Write = (service, value) => {
  const [name, limits] = keyValue(value);
  const [soft = 0, hard] = (limits ?? "").split(":").map(Number);
  setKey(objectAt(service, "ulimits"), name, hard === undefined ? soft : { soft, hard });
};

const gpus: Write = (service, value) => {
  if (value === "all") return void (service["gpus"] = value);
  const request: JsonObject = {};
  for (const field of csvFields(value)) {
    const [key, inner] = keyValue(field);
    if (inner === null) request["count"] = Number(key);
    else if (key === "count") request["count"] = inner === "all" ? inner : Number(inner);
    else if (key === "driver") request["driver"] = inner;
    else if (key === "options") for (const option of csvFields(inner)) pair("options")(request, option);
    else request[key === "device" ? "device_ids" : key] = inner.split(",");
  }
  listAt(service, "gpus").push(request);
};

/** The fields of `--mount`, those of a kind of mount below its name. */
const mount: Write = (service, value) => {
  const made: JsonObject = {};
  for (const field of csvFields(value)) {
    const [key, inner] = keyValue(field);
    const [, kind, detail = ""] = /^(bind|tmpfs|volume)-(\w+)$/.exec(key) ?? [];
    if (detail === "label") pair("labels")(objectAt(made, "volume"), inner ?? "");
    else if (kind) setKey(objectAt(made, kind), detail, mountDetail(detail, inner));
    else made[key === "readonly" ? "read_only" : key] = inner ?? true;
  }
  listAt(service, "volumes").push(made);
};

/** A detail of a mount; compose takes the number of a mode, the command line its octal digits. */
function mountDetail(name: string, text: string | null): JsonValue {
  if (text === null || !/^\d+$/.test(text)) return text ?? true;
  return name === "mode" ? parseInt(text, 8) : Number(text);
}

const networks = /^(?:host|none|bridge|default|container:.*)$/;
const network: Write = (service, value) =>
  (networks.test(value) ? text("network_mode") : item("networks"))(service, value);

/** The key of each option that compose has one for. Source: the compose specification, services. */
const keys: Readonly<Record<string, Write>> = {
  "--name": text("container_name"),
  "--hostname": text("hostname"),
  "--domainname": text("domainname"),
  "--platform": text("platform"),
  "--runtime": text("runtime"),
  "--isolation": text("isolation"),
  "--user": text("user"),
  "--privileged": on("privileged"),
  "--cap-add": item("cap_add"),
  "--cap-drop": item("cap_drop"),
  "--security-opt": item("security_opt"),
  "--group-add": item("group_add"),
  "--userns": text("userns_mode"),
  "--device": item("devices"),
  "--device-cgroup-rule": item("device_cgroup_rules"),
  "--gpus": gpus,
  "--volume": item("volumes"),
  "--mount": mount,
  "--volumes-from": (service, value) => item("volumes_from")(service, `container:${value}`),
  "--tmpfs": item("tmpfs"),
  "--read-only": on("read_only"),
  "--storage-opt": pair("storage_opt"),
  "--pid": text("pid"),
  "--ipc": text("ipc"),
  "--uts": text("uts"),
  "--cgroupns": text("cgroup"),
  "--cgroup-parent": text("cgroup_parent"),
  "--network": network,
  "--publish": item("ports"),
  "--dns": item("dns"),
  "--dns-option": item("dns_opt"),
  "--dns-search": item("dns_search"),
  "--add-host": item("extra_hosts"),
  "--link": item("external_links"),
  "--mac-address": text("mac_address"),
  "--env": pair("environment"),
  "--workdir": text("working_dir"),
  "--init": on("init"),
  "--tty": on("tty"),
  "--interactive": on("stdin_open"),
  "--stop-signal": text("stop_signal"),
  "--no-healthcheck": within("healthcheck", on("disable")),
  "--health-cmd": within("healthcheck", text("test")),
  "--health-interval": within("healthcheck", text("interval")),
  "--health-timeout": within("healthcheck", text("timeout")),
  "--health-start-period": within("healthcheck", text("start_period")),
  "--health-retries": within("healthcheck", number("retries")),
  "--restart": text("restart"),
  "--label": pair("labels"),
  "--log-driver": within("logging", text("driver")),
  "--log-opt": within("logging", pair("options")),
  "--sysctl": pair("sysctls"),
  "--ulimit": ulimit,
  "--memory": text("mem_limit"),
  "--memory-swap": text("memswap_limit"),
  "--memory-reservation": text("mem_reservation"),
  "--memory-swappiness": number("mem_swappiness"),
  "--shm-size": text("shm_size"),
  "--oom-kill-disable": on("oom_kill_disable"),
  "--oom-score-adj": number("oom_score_adj"),
  "--pids-limit": number("pids_limit"),
  "--cpus": number("cpus"),
  "--cpu-count": number("cpu_count"),
  "--cpu-percent": number("cpu_percent"),
  "--cpu-period": number("cpu_period"),
  "--cpu-quota": number("cpu_quota"),
  "--cpu-rt-period": number("cpu_rt_period"),
  "--cpu-rt-runtime": number("cpu_rt_runtime"),
  "--cpu-shares": number("cpu_shares"),
  "--cpuset-cpus": text("cpuset"),
  "--blkio-weight": within("blkio_config", number("weight")),
  "--blkio-weight-device": amount("weight_device", "weight"),
  "--device-read-bps": amount("device_read_bps", "rate"),
  "--device-read-iops": amount("device_read_iops", "rate"),
  "--device-write-bps": amount("device_write_bps", "rate"),
  "--device-write-iops": amount("device_write_iops", "rate"),
};

/** Networks and volumes by name, which compose wants declared: the networks are there already. */
function namedParts(service: JsonObject): JsonObject {
  const names = (key: string): string[] =>
    ((service[key] as JsonValue[] | undefined) ?? []).flatMap((value) => {
      const source = typeof value === "string" ? value.split(":", 1)[0] : (value as JsonObject)["source"];
      return typeof source === "string" && /^[\w][\w.-]*$/.test(source) ? [source] : [];
    });
  const parts = {
    networks: { names: names("networks"), with: { external: true } },
    volumes: { names: names("volumes"), with: {} },
  };
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([, part]) => part.names.length > 0)
      .map(([key, part]) => [key, Object.fromEntries(part.names.map((name) => [name, part.with]))]),
  );
}

/** YAML in which a dollar sign is one: compose would put a variable there. */
function write(file: JsonObject): string {
  const document = new Document(file);
  visit(document, {
    Scalar: (key, node) => {
      if (key !== "key" && typeof node.value === "string") node.value = node.value.replaceAll("$", "$$$$");
    },
  });
  return document.toString({ lineWidth: 0 });
}
