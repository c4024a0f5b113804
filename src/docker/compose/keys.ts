import { PasteError, setKey, type Put } from "../draft.ts";
import { options } from "../options.ts";
import { reasons } from "../reasons.ts";
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
import { each, fields, leaveOut, pairs, single, type PutValue, type Value } from "./value.ts";

/** What an option of `docker run` does with its value: compose means the same by its keys. */
function option(name: string): Put {
  return options.get(name)!.put;
}

/** `service:web`, which only compose understands. */
function butNotService(name: string): PutValue {
  return (sketch, value, key) => {
    const put =
      typeof value === "string" && value.startsWith("service:")
        ? leaveOut(reasons.services)
        : single(option(name));
    put(sketch, value, key);
  };
}

/** A command: a list as it is, a text split like a shell does. */
function words(name: "command" | "entrypoint"): PutValue {
  return (sketch, value, key) => {
    if (value === null) return leaveOut("It is empty: the image's own is used.")(sketch, value, key);
    let list: Value[] | null = Array.isArray(value) ? value : null;
    try {
      if (typeof value === "string") list = splitWords(value).map((word) => word.text);
    } catch (error) {
      if (!(error instanceof PasteError)) throw error;
      return leaveOut(error.message)(sketch, value, key);
    }
    if (list === null || !list.every((item) => typeof item === "string"))
      return leaveOut("A text or a list of texts is expected here.")(sketch, value, key);
    setKey(sketch.config, name, list.length === 0 ? [""] : list);
  };
}

/** The keys of a service. Source: the compose specification, services. */
export const serviceKeys: Readonly<Record<string, PutValue>> = {
  annotations: leaveOut(reasons.run),
  attach: leaveOut(reasons.compose),
  blkio_config: blkio,
  build: leaveOut(reasons.build),
  cap_add: each(option("cap-add")),
  cap_drop: each(option("cap-drop")),
  cgroup: single(option("cgroupns")),
  cgroup_parent: single(option("cgroup-parent")),
  command: words("command"),
  configs: leaveOut(reasons.secret),
  container_name: leaveOut(reasons.name),
  cpu_count: single(option("cpu-count")),
  cpu_percent: single(option("cpu-percent")),
  cpu_period: cpuTime("cpu-period"),
  cpu_quota: cpuTime("cpu-quota"),
  cpu_rt_period: cpuTime("cpu-rt-period"),
  cpu_rt_runtime: cpuTime("cpu-rt-runtime"),
  cpu_shares: single(option("cpu-shares")),
  cpus: single(option("cpus")),
  cpuset: single(option("cpuset-cpus")),
  credential_spec: leaveOut("It is for Windows containers."),
  depends_on: leaveOut(reasons.services),
  deploy,
  develop: leaveOut(reasons.compose),
  device_cgroup_rules: each(option("device-cgroup-rule")),
  devices: each(option("device"), putDevice),
  dns: each(option("dns")),
  dns_opt: each(option("dns-opt")),
  dns_search: each(option("dns-search")),
  domainname: single(option("domainname")),
  driver_opts: leaveOut(reasons.compose),
  entrypoint: words("entrypoint"),
  env_file: leaveOut(reasons.file),
  environment: pairs(option("env")),
  expose: leaveOut(reasons.expose),
  extends: leaveOut("It takes over another service. Paste that service's keys in here."),
  external_links: leaveOut(reasons.services),
  extra_hosts: pairs(option("add-host")),
  gpus: each(option("gpus"), putGpuItem),
  group_add: each(option("group-add")),
  healthcheck,
  hostname: single(option("hostname")),
  image: single(putImage),
  init: single(option("init")),
  ipc: butNotService("ipc"),
  isolation: single(option("isolation")),
  label_file: leaveOut(reasons.file),
  labels: pairs(option("label")),
  links: leaveOut(reasons.services),
  logging: fields({ driver: single(option("log-driver")), options: pairs(option("log-opt")) }),
  mac_address: single(option("mac-address")),
  mem_limit: single(option("memory")),
  mem_reservation: single(option("memory-reservation")),
  mem_swappiness: single(option("memory-swappiness")),
  memswap_limit: single(option("memory-swap")),
  models: leaveOut(reasons.compose),
  network_mode: butNotService("network"),
  networks: leaveOut(
    "Networks of a compose file exist only where the file runs; Kasm chooses the network of a session.",
  ),
  oom_kill_disable: single(option("oom-kill-disable")),
  oom_score_adj: single(option("oom-score-adj")),
  pid: butNotService("pid"),
  pids_limit: single(option("pids-limit")),
  platform: single(option("platform")),
  ports: each(option("publish"), putPortItem),
  post_start: leaveOut(reasons.hook),
  pre_stop: leaveOut(reasons.hook),
  privileged: single(option("privileged")),
  profiles: leaveOut(reasons.compose),
  provider: leaveOut(reasons.compose),
  pull_policy: leaveOut(reasons.pull),
  read_only: single(option("read-only")),
  restart: single(option("restart")),
  runtime: single(option("runtime")),
  scale: leaveOut(reasons.swarm),
  secrets: leaveOut(reasons.secret),
  security_opt: each(option("security-opt")),
  shm_size: single(option("shm-size")),
  stdin_open: leaveOut(reasons.terminal),
  stop_grace_period: leaveOut(reasons.run),
  stop_signal: single(option("stop-signal")),
  storage_opt: pairs(option("storage-opt")),
  sysctls: pairs(option("sysctl")),
  tmpfs: each(option("tmpfs")),
  tty: leaveOut(reasons.terminal),
  ulimits: putUlimitItem,
  use_api_socket: leaveOut("It would hand the engine's control socket to the session."),
  user: single(option("user")),
  userns_mode: single(option("userns")),
  uts: single(option("uts")),
  volumes: each(option("volume"), putVolumeItem),
  volumes_from: leaveOut(reasons.services),
  working_dir: single(option("workdir")),
};
