import { PasteError, setKey } from "../converted-workspace.ts";
import { putOf } from "../options.ts";
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

/** `service:web`, which only compose understands. */
function butNotService(name: string): PutValue {
  return (partial, value, key) => {
    const put =
      typeof value === "string" && value.startsWith("service:") ? leaveOut("services") : single(putOf(name));
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
    if (list.length === 0 && name === "command") return leaveOut("emptyCommand")(partial, value, key);
    // Docker clears an entrypoint by an empty word, but has no such way for the command.
    setKey(partial.config, name, list.length === 0 ? [""] : list);
  };
}

/** The keys of a service. Source: the compose specification, services. */
export const serviceKeys: Readonly<Record<string, PutValue>> = {
  annotations: leaveOut("run"),
  attach: leaveOut("compose"),
  blkio_config: blkio,
  build: leaveOut("build"),
  cap_add: each(putOf("cap-add")),
  cap_drop: each(putOf("cap-drop")),
  cgroup: single(putOf("cgroupns")),
  cgroup_parent: single(putOf("cgroup-parent")),
  command: words("command"),
  configs: leaveOut("secret"),
  container_name: leaveOut("name"),
  cpu_count: single(putOf("cpu-count")),
  cpu_percent: single(putOf("cpu-percent")),
  cpu_period: cpuTime("cpu-period"),
  cpu_quota: cpuTime("cpu-quota"),
  cpu_rt_period: cpuTime("cpu-rt-period"),
  cpu_rt_runtime: cpuTime("cpu-rt-runtime"),
  cpu_shares: single(putOf("cpu-shares")),
  cpus: single(putOf("cpus")),
  cpuset: single(putOf("cpuset-cpus")),
  credential_spec: leaveOut("windowsContainers"),
  depends_on: leaveOut("services"),
  deploy,
  develop: leaveOut("compose"),
  device_cgroup_rules: each(putOf("device-cgroup-rule")),
  devices: each(putOf("device"), putDevice),
  dns: each(putOf("dns")),
  dns_opt: each(putOf("dns-opt")),
  dns_search: each(putOf("dns-search")),
  domainname: single(putOf("domainname")),
  driver_opts: leaveOut("compose"),
  entrypoint: words("entrypoint"),
  env_file: leaveOut("file"),
  environment: pairs(putOf("env")),
  expose: leaveOut("expose"),
  extends: leaveOut("extends"),
  external_links: leaveOut("services"),
  extra_hosts: pairs(putOf("add-host")),
  gpus: each(putOf("gpus"), putGpuItem),
  group_add: each(putOf("group-add")),
  healthcheck,
  hostname: single(putOf("hostname")),
  image: single(putImage),
  init: single(putOf("init")),
  ipc: butNotService("ipc"),
  isolation: single(putOf("isolation")),
  label_file: leaveOut("file"),
  labels: pairs(putOf("label")),
  links: leaveOut("services"),
  logging: fields({ driver: single(putOf("log-driver")), options: pairs(putOf("log-opt")) }),
  mac_address: single(putOf("mac-address")),
  mem_limit: single(putOf("memory")),
  mem_reservation: single(putOf("memory-reservation")),
  mem_swappiness: single(putOf("memory-swappiness")),
  memswap_limit: single(putOf("memory-swap")),
  models: leaveOut("compose"),
  network_mode: butNotService("network"),
  networks: leaveOut("composeNetworks"),
  oom_kill_disable: single(putOf("oom-kill-disable")),
  oom_score_adj: single(putOf("oom-score-adj")),
  pid: butNotService("pid"),
  pids_limit: single(putOf("pids-limit")),
  platform: single(putOf("platform")),
  ports: each(putOf("publish"), putPortItem),
  post_start: leaveOut("hook"),
  pre_start: leaveOut("hook"),
  pre_stop: leaveOut("hook"),
  privileged: single(putOf("privileged")),
  profiles: leaveOut("compose"),
  provider: leaveOut("compose"),
  pull_policy: leaveOut("pull"),
  pull_refresh_after: leaveOut("pull"),
  read_only: single(putOf("read-only")),
  restart: single(putOf("restart")),
  runtime: single(putOf("runtime")),
  scale: leaveOut("swarm"),
  secrets: leaveOut("secret"),
  security_opt: each(putOf("security-opt")),
  shm_size: single(putOf("shm-size")),
  stdin_open: leaveOut("terminal"),
  stop_grace_period: leaveOut("run"),
  stop_signal: single(putOf("stop-signal")),
  storage_opt: pairs(putOf("storage-opt")),
  sysctls: pairs(putOf("sysctl")),
  tmpfs: each(putOf("tmpfs")),
  tty: leaveOut("terminal"),
  ulimits: putUlimitItem,
  use_api_socket: leaveOut("apiSocket"),
  user: single(putOf("user")),
  userns_mode: single(putOf("userns")),
  uts: single(putOf("uts")),
  volumes: each(putOf("volume"), putVolumeItem),
  volumes_from: leaveOut("services"),
  working_dir: single(putOf("workdir")),
};
