import type { Put } from "./converted-workspace.ts";
import { podmanOptions } from "./podman-options.ts";
import { leaveOut, putFlag, putForm, putItem, putPair, putSize, putText, putWhole } from "./put.ts";
import { parseBytes, parseWeight, parseWhole } from "./values/amounts.ts";
import { putDevice } from "./values/device.ts";
import { isCapability } from "../review/capabilities.ts";
import { forms, isAddress, isCpuset, wholeRanges } from "../registry/model/docker-forms.ts";
import { putGpus } from "./values/gpu.ts";
import * as limits from "./values/limits.ts";
import { putPort } from "./values/port.ts";
import * as text from "./values/text.ts";
import { putMount, putTmpfs, putVolume } from "./values/volume.ts";

/** An option of `docker run`: whether it takes a value, and what becomes of it. */
export interface Option {
  value: boolean;
  put: Put;
}

/** Handles a value as this option does. */
export function putOf(name: string): Put {
  const option = options.get(name);
  if (!option) throw new Error(`docker run has no option ${name}`);
  return option.put;
}

type Row = readonly [names: string, put: Put];

/** Options with a value. Names as on the command line, the short one first. Source: the docker reference for `container run`. */
const withValue: readonly Row[] = [
  ["add-host", text.putHost],
  ["annotation", leaveOut("run")],
  ["a attach", leaveOut("terminal")],
  ["blkio-weight", putWhole("blkio_weight", ...wholeRanges.blkio_weight)],
  ["blkio-weight-device", limits.putDeviceRate("blkio_weight_device", "Weight", parseWeight)],
  ["cap-add", putItem("cap_add", { test: isCapability }, "notCapability")],
  ["cap-drop", putItem("cap_drop", { test: isCapability }, "notCapability")],
  ["cgroup-parent", putText("cgroup_parent")],
  ["cgroupns", putForm("cgroupns", /^(?:host|private)$/, "cgroupns")],
  ["cidfile", leaveOut("client")],
  ["cpu-count", leaveOut("windows")],
  ["cpu-percent", leaveOut("windows")],
  ["cpu-period", putWhole("cpu_period", ...wholeRanges.cpu_period)],
  ["cpu-quota", putWhole("cpu_quota")],
  ["cpu-rt-period", putWhole("cpu_rt_period")],
  ["cpu-rt-runtime", putWhole("cpu_rt_runtime")],
  ["c cpu-shares", putWhole("cpu_shares")],
  ["cpus", limits.putCpus],
  ["cpuset-cpus", putForm("cpuset_cpus", { test: isCpuset }, "cpuset")],
  ["cpuset-mems", putForm("cpuset_mems", { test: isCpuset }, "cpuset")],
  ["detach-keys", leaveOut("client")],
  ["device", putDevice],
  [
    "device-cgroup-rule",
    putItem("device_cgroup_rules", /^[abc] (?:\d+|\*):(?:\d+|\*) [rwm]{1,3}$/, "notDeviceRule"),
  ],
  ["device-read-bps", limits.putDeviceRate("device_read_bps", "Rate", parseBytes)],
  ["device-read-iops", limits.putDeviceRate("device_read_iops", "Rate", parseWhole)],
  ["device-write-bps", limits.putDeviceRate("device_write_bps", "Rate", parseBytes)],
  ["device-write-iops", limits.putDeviceRate("device_write_iops", "Rate", parseWhole)],
  ["dns", putItem("dns", { test: isAddress }, "notAddress")],
  ["dns-opt dns-option", putItem("dns_opt")],
  ["dns-search", putItem("dns_search", forms.domain, "notDomain")],
  ["domainname", putText("domainname")],
  ["entrypoint", (partial, value) => void (partial.config["entrypoint"] = [value])],
  ["e env", text.putEnvironment],
  ["env-file", leaveOut("file")],
  ["expose", leaveOut("expose")],
  ["gpus", putGpus],
  ["group-add", putItem("group_add")],
  ["health-cmd", limits.putHealthCommand],
  ["health-interval", limits.putHealthTime("interval")],
  ["health-retries", limits.putHealthRetries],
  ["health-start-interval", leaveOut("run")],
  ["health-start-period", limits.putHealthTime("start_period")],
  ["health-timeout", limits.putHealthTime("timeout")],
  ["h hostname", putText("hostname")],
  ["io-maxbandwidth", leaveOut("windows")],
  ["io-maxiops", leaveOut("windows")],
  ["ip", leaveOut("address")],
  ["ip6", leaveOut("address")],
  ["ipc", putForm("ipc_mode", forms.ipc, "ipc")],
  ["isolation", putForm("isolation", /^default$/, "isolation")],
  ["kernel-memory", leaveOut("obsolete")],
  ["l label", text.putLabel],
  ["label-file", leaveOut("file")],
  ["link", text.putLink],
  ["link-local-ip", leaveOut("address")],
  ["log-driver", text.putLogDriver],
  ["log-opt", text.putLogOption],
  ["mac-address", putForm("mac_address", forms.mac, "notMac")],
  ["m memory", limits.putMemory],
  ["memory-reservation", limits.putReservation],
  ["memory-swap", limits.putMemorySwap],
  ["memory-swappiness", putWhole("mem_swappiness", ...wholeRanges.mem_swappiness)],
  ["mount", putMount],
  ["name", leaveOut("name")],
  ["network net", text.putNetwork],
  ["network-alias net-alias", leaveOut("address")],
  ["oom-score-adj", putWhole("oom_score_adj", ...wholeRanges.oom_score_adj)],
  ["pid", putForm("pid_mode", /^(?:host|container:.+)$/, "pid")],
  ["pids-limit", putWhole("pids_limit")],
  ["platform", text.putPlatform],
  ["p publish", putPort],
  ["pull", leaveOut("pull")],
  ["restart", text.putRestart],
  ["runtime", putText("runtime")],
  ["security-opt", text.putSecurity],
  ["shm-size", putSize("shm_size")],
  ["stop-signal", putForm("stop_signal", forms.signal, "notSignal")],
  ["stop-timeout", leaveOut("run")],
  ["storage-opt", putPair("storage_opt")],
  ["sysctl", putPair("sysctls", forms.sysctl, "notSysctl")],
  ["tmpfs", putTmpfs],
  ["ulimit", limits.putUlimit],
  ["u user", text.putUser],
  ["userns", putForm("userns_mode", forms.hostOnly, "hostOnly")],
  ["uts", putForm("uts_mode", forms.hostOnly, "hostOnly")],
  ["v volume", putVolume],
  ["volume-driver", putText("volume_driver")],
  ["volumes-from", putItem("volumes_from", forms.volumesFrom, "notVolumesFrom")],
  ["w workdir", putForm("working_dir", forms.absolute, "notAbsolute")],
];

/** Options that are on or off. */
const switches: readonly Row[] = [
  ["d detach", leaveOut("terminal")],
  ["disable-content-trust", leaveOut("pull")],
  ["help", leaveOut("client")],
  ["init", putFlag("init")],
  ["i interactive", leaveOut("terminal")],
  ["no-healthcheck", limits.putNoHealth],
  ["oom-kill-disable", putFlag("oom_kill_disable")],
  ["privileged", putFlag("privileged")],
  ["P publish-all", putFlag("publish_all_ports")],
  ["q quiet", leaveOut("client")],
  ["read-only", putFlag("read_only")],
  ["rm", leaveOut("remove")],
  ["sig-proxy", leaveOut("client")],
  ["t tty", leaveOut("terminal")],
  ["use-api-socket", leaveOut("apiSocket")],
];

/** By long name, without the dashes. */
export const options: ReadonlyMap<string, Option> = table((name) => name.length > 1);
/** By letter. */
export const shortOptions: ReadonlyMap<string, Option> = table((name) => name.length === 1);

function table(wanted: (name: string) => boolean): Map<string, Option> {
  const rows = new Map<string, Option>();
  const fill = (value: boolean, names: string, put: Put): void => {
    for (const name of names.split(" ").filter(wanted)) if (!rows.has(name)) rows.set(name, { value, put });
  };
  for (const [names, put] of withValue) fill(true, names, put);
  for (const [names, put] of switches) fill(false, names, put);
  fill(true, podmanOptions.withValue, leaveOut("podman"));
  fill(false, podmanOptions.switches, leaveOut("podman"));
  return rows;
}
