import { PasteError, setKey, type Put } from "../converted-workspace.ts";
import { options } from "../options.ts";
import { splitWords } from "../tokenise.ts";
import { putImage } from "../values/image.ts";
import {
  blkio,
  cpuTime,
  deploy,
  healthcheck,
  putDevice,
  putGpuItem,
  putPortItem,
  putUlimitItem,
  putVolumeItem,
} from "./long-forms.ts";
import { each, fields, leaveOut, pairs, report, single, type PutValue, type Value } from "./value.ts";

/** Handles a value as an option of `docker run` does: compose means the same by its keys. */
function option(name: string): Put {
  return options.get(name)!.put;
}

/** `service:web`, which only compose understands. */
function butNotService(name: string): PutValue {
  return (partial, value, key) => {
    const put =
      typeof value === "string" && value.startsWith("service:") ? leaveOut("services") : single(option(name));
    put(partial, value, key);
  };
}

/** A command: a list as it is, a text split like a shell does. */
function words(name: "command" | "entrypoint"): PutValue {
  return (partial, value, key) => {
    if (value === null) return leaveOut("emptyCommand")(partial, value, key);
    let list: Value[] | null = Array.isArray(value) ? value : null;
    try {
      if (typeof value === "string") list = splitWords(value).map((word) => word.text);
    } catch (error) {
      if (!(error instanceof PasteError)) throw error;
      return report(partial, value, key, error.message);
    }
    if (list === null || !list.every((item) => typeof item === "string"))
      return leaveOut("needsWords")(partial, value, key);
    setKey(partial.config, name, list.length === 0 ? [""] : list);
  };
}

/** The keys of a service. Source: the compose specification, services. */
export const serviceKeys: Readonly<Record<string, PutValue>> = {
  annotations: leaveOut("run"),
  attach: leaveOut("compose"),
  blkio_config: blkio,
  build: leaveOut("build"),
  cap_add: each(option("cap-add")),
  cap_drop: each(option("cap-drop")),
  cgroup: single(option("cgroupns")),
  cgroup_parent: single(option("cgroup-parent")),
  command: words("command"),
  configs: leaveOut("secret"),
  container_name: leaveOut("name"),
  cpu_count: single(option("cpu-count")),
  cpu_percent: single(option("cpu-percent")),
  cpu_period: cpuTime("cpu-period"),
  cpu_quota: cpuTime("cpu-quota"),
  cpu_rt_period: cpuTime("cpu-rt-period"),
  cpu_rt_runtime: cpuTime("cpu-rt-runtime"),
  cpu_shares: single(option("cpu-shares")),
  cpus: single(option("cpus")),
  cpuset: single(option("cpuset-cpus")),
  credential_spec: leaveOut("windowsContainers"),
  depends_on: leaveOut("services"),
  deploy,
  develop: leaveOut("compose"),
  device_cgroup_rules: each(option("device-cgroup-rule")),
  devices: each(option("device"), putDevice),
  dns: each(option("dns")),
  dns_opt: each(option("dns-opt")),
  dns_search: each(option("dns-search")),
  domainname: single(option("domainname")),
  driver_opts: leaveOut("compose"),
  entrypoint: words("entrypoint"),
  env_file: leaveOut("file"),
  environment: pairs(option("env")),
  expose: leaveOut("expose"),
  extends: leaveOut("extends"),
  external_links: leaveOut("services"),
  extra_hosts: pairs(option("add-host")),
  gpus: each(option("gpus"), putGpuItem),
  group_add: each(option("group-add")),
  healthcheck,
  hostname: single(option("hostname")),
  image: single(putImage),
  init: single(option("init")),
  ipc: butNotService("ipc"),
  isolation: single(option("isolation")),
  label_file: leaveOut("file"),
  labels: pairs(option("label")),
  links: leaveOut("services"),
  logging: fields({ driver: single(option("log-driver")), options: pairs(option("log-opt")) }),
  mac_address: single(option("mac-address")),
  mem_limit: single(option("memory")),
  mem_reservation: single(option("memory-reservation")),
  mem_swappiness: single(option("memory-swappiness")),
  memswap_limit: single(option("memory-swap")),
  models: leaveOut("compose"),
  network_mode: butNotService("network"),
  networks: leaveOut("composeNetworks"),
  oom_kill_disable: single(option("oom-kill-disable")),
  oom_score_adj: single(option("oom-score-adj")),
  pid: butNotService("pid"),
  pids_limit: single(option("pids-limit")),
  platform: single(option("platform")),
  ports: each(option("publish"), putPortItem),
  post_start: leaveOut("hook"),
  pre_stop: leaveOut("hook"),
  privileged: single(option("privileged")),
  profiles: leaveOut("compose"),
  provider: leaveOut("compose"),
  pull_policy: leaveOut("pull"),
  read_only: single(option("read-only")),
  restart: single(option("restart")),
  runtime: single(option("runtime")),
  scale: leaveOut("swarm"),
  secrets: leaveOut("secret"),
  security_opt: each(option("security-opt")),
  shm_size: single(option("shm-size")),
  stdin_open: leaveOut("terminal"),
  stop_grace_period: leaveOut("run"),
  stop_signal: single(option("stop-signal")),
  storage_opt: pairs(option("storage-opt")),
  sysctls: pairs(option("sysctl")),
  tmpfs: each(option("tmpfs")),
  tty: leaveOut("terminal"),
  ulimits: putUlimitItem,
  use_api_socket: leaveOut("apiSocket"),
  user: single(option("user")),
  userns_mode: single(option("userns")),
  uts: single(option("uts")),
  volumes: each(option("volume"), putVolumeItem),
  volumes_from: leaveOut("services"),
  working_dir: single(option("workdir")),
};
