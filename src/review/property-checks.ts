import { checkCapAdd } from "./checks/capabilities.ts";
import { checkDeviceCgroupRules, checkDevices } from "./checks/devices.ts";
import { checkEnvironment, checkLabels } from "./checks/environment.ts";
import {
  checkAutoRemove,
  checkDetach,
  checkEntrypoint,
  checkHealthcheck,
  checkLogConfig,
  checkRestartPolicy,
} from "./checks/lifecycle.ts";
import { checkHealthWords, checkWords } from "./checks/secrets.ts";
import { checkMounts, checkTmpfs, checkVolumes, checkVolumesFrom } from "./checks/mounts.ts";
import {
  checkCgroupns,
  checkGroupAdd,
  checkIpcMode,
  checkNetwork,
  checkNetworkMode,
  checkPidMode,
  checkRuntime,
} from "./checks/namespaces.ts";
import { checkDns, checkExtraHosts, checkPorts, checkPublishAllPorts } from "./checks/network.ts";
import {
  checkMemLimit,
  checkOomKillDisable,
  checkOomScoreAdj,
  checkPidsLimit,
  checkShmSize,
  checkSysctls,
  checkUlimits,
  sized,
} from "./checks/resources.ts";
import { checkSecurityOpt } from "./checks/security-opt.ts";
import { checkPrivileged, checkUser } from "./checks/user.ts";
import { anyValue, finding, type Check } from "./finding.ts";
import type { PropertyName } from "../registry/model/run-config.ts";

/** Harmless options are mentioned only because Kasm flags them. */
const neutral: Check = (_value, place) => (place.flag === null ? [] : [finding("neutral-option", place)]);
const obsolete = anyValue("obsolete-option");

/** The check of each property's value; a property without a line here is a type error. */
export const propertyChecks = {
  user: checkUser,
  privileged: checkPrivileged,
  cap_add: checkCapAdd,
  cap_drop: anyValue("cap-drop"),
  security_opt: checkSecurityOpt,
  group_add: checkGroupAdd,
  userns_mode: anyValue("userns-host"),
  runtime: checkRuntime,

  devices: checkDevices,
  device_cgroup_rules: checkDeviceCgroupRules,
  device_requests: anyValue("gpu-request"),

  volumes: checkVolumes,
  mounts: checkMounts,
  volumes_from: checkVolumesFrom,
  volume_driver: anyValue("volume-driver"),
  tmpfs: checkTmpfs,
  read_only: neutral,
  storage_opt: anyValue("storage-opt"),

  pid_mode: checkPidMode,
  ipc_mode: checkIpcMode,
  uts_mode: anyValue("uts-host"),
  cgroupns: checkCgroupns,
  cgroup_parent: anyValue("cgroup-parent"),
  isolation: neutral,

  network_mode: checkNetworkMode,
  network: checkNetwork,
  networking_config: anyValue("networking-config"),
  network_disabled: neutral,
  ports: checkPorts,
  publish_all_ports: checkPublishAllPorts,
  dns: checkDns,
  dns_opt: anyValue("dns-opt"),
  dns_search: anyValue("dns-search"),
  extra_hosts: checkExtraHosts,
  links: anyValue("links-legacy"),
  mac_address: anyValue("mac-address"),
  hostname: () => [],
  domainname: neutral,
  use_config_proxy: neutral,

  sysctls: checkSysctls,
  ulimits: checkUlimits,

  mem_limit: sized(checkMemLimit),
  memswap_limit: sized(anyValue("memswap-limit")),
  mem_reservation: sized(neutral),
  mem_swappiness: neutral,
  kernel_memory: obsolete,
  shm_size: sized(checkShmSize),
  oom_kill_disable: checkOomKillDisable,
  oom_score_adj: checkOomScoreAdj,
  pids_limit: checkPidsLimit,
  nano_cpus: neutral,
  cpu_period: neutral,
  cpu_quota: neutral,
  cpu_shares: neutral,
  cpuset_cpus: neutral,
  cpuset_mems: neutral,
  cpu_count: neutral,
  cpu_percent: neutral,
  cpu_rt_period: anyValue("cpu-realtime"),
  cpu_rt_runtime: anyValue("cpu-realtime"),
  blkio_weight: neutral,
  blkio_weight_device: neutral,
  device_read_bps: neutral,
  device_read_iops: neutral,
  device_write_bps: neutral,
  device_write_iops: neutral,

  entrypoint: (value, place) => [...checkEntrypoint(value, place), ...checkWords(value, place)],
  command: (value, place) => [finding("command-set", place), ...checkWords(value, place)],
  environment: checkEnvironment,
  working_dir: neutral,
  healthcheck: (value, place) => [...checkHealthcheck(value, place), ...checkHealthWords(value, place)],
  init: neutral,
  init_path: obsolete,
  stdin_open: neutral,
  tty: neutral,
  stop_signal: neutral,
  restart_policy: checkRestartPolicy,
  detach: checkDetach,
  remove: checkAutoRemove,
  auto_remove: checkAutoRemove,
  stream: neutral,
  stdout: neutral,
  stderr: neutral,
  name: anyValue("name-fixed"),
  labels: checkLabels,
  image: anyValue("image-override"),
  platform: neutral,
  version: obsolete,
  lxc_conf: obsolete,
  log_config: checkLogConfig,
} as const satisfies Record<PropertyName, Check>;
