import {
  forms,
  isAddress,
  isCpuset,
  isVolumeMode,
  leastMemory,
  wholeRanges,
} from "../../registry/model/docker-forms.ts";
import { officialFlag } from "../../registry/model/flags.ts";
import { isObject, own, type JsonObject, type JsonValue } from "../../registry/model/json.ts";
import type { PropertyName } from "../../registry/model/run-config.ts";
import type { Finding } from "../../registry/model/types.ts";
import { noteWords as words } from "../../strings/findings.ts";
import { isCapability } from "../capabilities.ts";
import { finding, type Check } from "../finding.ts";
import { splitAtColons } from "../host-path.ts";
import { listItems, memberPlace, topPlace, type SettingPlace } from "../setting-place.ts";
import { asBytes, asNumber, asText, ownAnyCase } from "../values.ts";

/** Values of the right type that Docker's engine refuses all the same; the edit is in the advice. Sources: moby, daemon; runc. */
export function checkRefused(property: PropertyName, value: JsonValue, place: SettingPlace): Finding[] {
  const range = Object.hasOwn(wholeRanges, property)
    ? wholeRanges[property as keyof typeof wholeRanges]
    : undefined;
  if (range) return checkRange(value, place, range);
  return refusals[property]?.(value, place) ?? [];
}

/** Settings of run_config that Docker refuses beside another. `memory` is the workspace's own, in MB. Sources: moby, daemon and runconfig. */
export function checkPairs(config: JsonObject, memory: JsonValue | undefined): Finding[] {
  const numberOf = (key: PropertyName): number => asBytes(own(config, key) ?? null) ?? 0;
  const limit = numberOf("mem_limit") || (asNumber(memory ?? null) ?? 0) * 1e6;
  const swap = numberOf("memswap_limit");
  const pairs: readonly (readonly [key: PropertyName, isRefused: boolean, advice: string])[] = [
    ["memswap_limit", swap > 0 && swap < limit, words.swapBelow],
    ["mem_reservation", limit > 0 && numberOf("mem_reservation") > limit, words.reservationAbove],
    ["hostname", own(config, "uts_mode") === "host" && asText(own(config, "hostname")) !== "", words.hostUts],
    ...(["cpu_period", "cpu_quota"] as const).map(
      (key) => [key, numberOf("nano_cpus") > 0 && numberOf(key) > 0, words.coresTwice] as const,
    ),
  ];
  return pairs
    .filter(([, isRefused]) => isRefused)
    .map(([key, , advice]) =>
      refused(topPlace("/run_config", key, officialFlag(key, own(config, key) ?? null)), advice),
    );
}

const refused = (place: SettingPlace, advice: string): Finding => finding("value-refused", place, { advice });

function checkRange(value: JsonValue, place: SettingPlace, range: readonly [number, number]): Finding[] {
  const [least, most] = range;
  const number = asNumber(value);
  // Docker takes 0 for no wish of one's own, and -1 for the swappiness of the kernel.
  if (number === null || number === 0 || number === -1 || (number >= least && number <= most)) return [];
  return [refused(place, words.range({ least, most }))];
}

function checkLeast(value: JsonValue, place: SettingPlace): Finding[] {
  const bytes = asBytes(value);
  return bytes !== null && bytes > 0 && bytes < leastMemory ? [refused(place, words.leastMemory)] : [];
}

function checkProcessors(value: JsonValue, place: SettingPlace): Finding[] {
  const isList = typeof value !== "string" || isCpuset(value.trim());
  return isList ? [] : [refused(place, words.processors)];
}

/** A text that is not of its form. */
function ofForm(form: RegExp, advice: string): Check {
  return (value, place) =>
    typeof value === "string" && !isFillIn(value) && !form.test(value) ? [refused(place, advice)] : [];
}

const refusals: Readonly<Partial<Record<PropertyName, Check>>> = {
  mem_limit: checkLeast,
  mem_reservation: checkLeast,
  cpuset_cpus: checkProcessors,
  cpuset_mems: checkProcessors,

  restart_policy: (value, place) => {
    if (!isObject(value)) return [];
    const name = ownAnyCase(value, "Name");
    const times = asNumber(ownAnyCase(value, "MaximumRetryCount")) ?? 0;
    if (typeof name === "string" && name !== "" && !forms.restartPolicy.test(name))
      return [refused(place, words.restartName)];
    const isOfName = times === 0 || (times > 0 && name === "on-failure");
    return isOfName ? [] : [refused(place, words.restartTimes)];
  },

  ulimits: (value, place) =>
    listItems(value, place).flatMap(({ value: item, place: at }) => {
      if (!isObject(item)) return [];
      const name = ownAnyCase(item, "Name");
      if (typeof name === "string" && !forms.ulimit.test(name.toLowerCase()))
        return [refused(at, words.ulimitName)];
      const [soft, hard] = [ownAnyCase(item, "Soft"), ownAnyCase(item, "Hard")].map((limit) =>
        limit === -1 ? Infinity : limit,
      );
      return typeof soft === "number" && typeof hard === "number" && soft > hard
        ? [refused(at, words.ulimitOrder)]
        : [];
    }),

  healthcheck: (value, place) => [
    ...Object.entries(isObject(value) ? value : {})
      .filter(
        ([key, time]) =>
          /^(?:interval|timeout|start_?period)$/i.test(key) &&
          typeof time === "number" &&
          time !== 0 &&
          time < 1e6,
      )
      .map(([key]) => refused(memberPlace(place, key), words.nanoseconds)),
    ...Object.entries(isObject(value) ? value : {})
      .filter(
        ([key, times]) =>
          /^retries$/i.test(key) && times !== null && !(typeof times === "number" && times >= 0),
      )
      .map(([key]) => refused(memberPlace(place, key), words.retries)),
  ],

  device_requests: (value, place) =>
    listItems(value, place).flatMap(({ value: item, place: at }) => {
      if (!isObject(item)) return [];
      const count = ownAnyCase(item, "Count") ?? 0;
      const ids = ownAnyCase(item, "device_ids") ?? ownAnyCase(item, "DeviceIDs") ?? [];
      const capabilities = ownAnyCase(item, "Capabilities") ?? [];
      if (!Number.isInteger(count) || !Array.isArray(capabilities) || !capabilities.every(Array.isArray))
        return [refused(at, words.gpuForm)];
      return count !== 0 && Array.isArray(ids) && ids.length > 0 ? [refused(at, words.gpuCountAndNames)] : [];
    }),

  ports: (value, place) =>
    Object.entries(isObject(value) ? value : {})
      .filter(
        ([port, bindings]) =>
          !/^\d+(?:-\d+)?(?:\/(?:tcp|udp|sctp))?$/i.test(port.trim()) ||
          [port.split("/", 1)[0] ?? "", ...hostPorts(bindings)].some(isNoPort),
      )
      .map(([port]) => refused(memberPlace(place, port), words.portNumber)),

  extra_hosts: (value, place) => {
    const entries = isObject(value)
      ? Object.entries(value).map(([name, address]) => [memberPlace(place, name), name, address] as const)
      : listItems(value, place).map(({ value: item, place: at }) => {
          const colon = asText(item).indexOf(":");
          return colon < 0
            ? ([at, "", item] as const)
            : ([at, asText(item).slice(0, colon), asText(item).slice(colon + 1)] as const);
        });
    return entries
      .filter(([, name, address]) => typeof address === "string" && !isHost(name, address))
      .map(([at]) => refused(at, words.hostEntry));
  },

  volumes: (value, place) => {
    const modes = isObject(value)
      ? Object.entries(value).map(
          ([source, settings]) =>
            [memberPlace(place, source), isObject(settings) ? own(settings, "mode") : ""] as const,
        )
      : listItems(value, place).map(
          ({ value: item, place: at }) => [at, splitAtColons(asText(item))[2]] as const,
        );
    return modes
      .filter(([, mode]) => typeof mode === "string" && mode !== "" && !isVolumeMode(mode))
      .map(([at]) => refused(at, words.volumeMode));
  },

  dns: (value, place) =>
    listItems(value, place)
      .filter(({ value: item }) => typeof item === "string" && !isFillIn(item) && !isAddress(item.trim()))
      .map(({ place: at }) => refused(at, words.hostAddress)),

  mac_address: ofForm(forms.mac, words.macAddress),
  stop_signal: ofForm(forms.signal, words.signal),
  ipc_mode: ofForm(forms.ipc, words.unknownValueAdvice),
  uts_mode: ofForm(forms.hostOnly, words.unknownValueAdvice),
  userns_mode: ofForm(forms.hostOnly, words.unknownValueAdvice),

  cap_drop: (value, place) =>
    listItems(value, place)
      .filter(({ value: item }) => typeof item === "string" && !isCapability(item))
      .map(({ place: at }) => refused(at, words.capability)),

  volumes_from: (value, place) =>
    listItems(value, place)
      .filter(({ value: item }) => typeof item === "string" && !forms.volumesFrom.test(item))
      .map(({ place: at }) => refused(at, words.volumesFrom)),

  tmpfs: (value, place) => {
    const folders = isObject(value)
      ? Object.entries(value).map(([path, options]) => [memberPlace(place, path), path, options] as const)
      : listItems(value, place).map(({ value: item, place: at }) => {
          const [path = "", options = ""] = asText(item).split(/:([^]*)/);
          return [at, path, typeof item === "string" ? options : item] as const;
        });
    return folders.flatMap(([at, path, options]) => {
      if (typeof options !== "string") return [];
      if (!/^[/{]/.test(path)) return [refused(at, words.absolute)];
      const isKnown = options.split(",").every((option) => option === "" || forms.tmpfsOption.test(option));
      return isKnown ? [] : [refused(at, words.tmpfsOption)];
    });
  },

  working_dir: (value, place) =>
    typeof value === "string" && !/^[/{]/.test(value) ? [refused(place, words.absolute)] : [],

  devices: (value, place) =>
    listItems(value, place)
      .filter(({ value: item }) => typeof item === "string" && /^[^:]*:[rwm]{1,3}$/.test(item.trim()))
      .map(({ value: item, place: at }) => {
        const [path = "", mode = ""] = asText(item).trim().split(":");
        // The session starts, and the device is not where programs look for it.
        return finding("value-refused", at, {
          reason: words.deviceModeReason,
          advice: words.deviceMode({ path, mode }),
          warning: "will-not-start",
        });
      }),
};

/** The ports of the agent in the binding of one port of the session. */
function hostPorts(bindings: JsonValue): string[] {
  const list = Array.isArray(bindings) ? bindings : [bindings];
  return list.map((binding) => asText(isObject(binding) ? ownAnyCase(binding, "HostPort") : binding));
}

const isNoPort = (text: string): boolean =>
  !isFillIn(text) && (!/^(?:\d+(?:-\d+)?)?$/.test(text) || Number(text) > 65535);

/** Kasm may fill in a name between braces. */
const isFillIn = (text: string): boolean => text.includes("{");

function isHost(name: string, address: string): boolean {
  return name !== "" && (address === "host-gateway" || isFillIn(address) || isAddress(address));
}
