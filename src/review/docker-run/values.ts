import { trimEnd } from "../../registry/model/trim.ts";
import { isObject, type JsonObject, type JsonValue } from "../../registry/model/json.ts";
import { asNumber, asText, ownAnyCase } from "../values.ts";

/** Turns a value into the words of its options, one array an option; null where it cannot be written as options. */
export type Render = (value: JsonValue) => string[][] | null;

/** Text and numbers, the only values that a single word can hold. */
const isWord = (value: JsonValue | undefined): value is string | number =>
  typeof value === "string" || typeof value === "number";

/** `--option value`. */
export const word =
  (option: string): Render =>
  (value) =>
    isWord(value) ? [[option, String(value)]] : null;

/** `--option` for true, nothing for false. */
export const onOff =
  (option: string): Render =>
  (value) =>
    typeof value === "boolean" ? (value ? [[option]] : []) : null;

/** `--option item` for every item of a list; text counts as one item. */
export function each(
  option: string,
  write: (item: JsonValue) => string | null = (item) => (isWord(item) ? String(item) : null),
): Render {
  return (value) => {
    if (!Array.isArray(value) && typeof value !== "string") return null;
    const words = (Array.isArray(value) ? value : [value]).map(write);
    return repeated(option, words);
  };
}

/** The option before each word; null where one of them cannot be written. */
function repeated(option: string, words: readonly (string | null)[]): string[][] | null {
  return words.every((word) => word !== null) ? words.map((word) => [option, word]) : null;
}

/** `--option name=value` for every member of an object, with another separator where one is given; items of a list are kept as they are. */
export function pairs(option: string, separator = "=", write: (item: JsonValue) => string = asText): Render {
  return (value) => {
    if (!isObject(value)) return each(option)(value);
    const entries = Object.entries(value);
    if (entries.some(([, item]) => typeof item === "object" && item !== null)) return null;
    return entries.map(([name, item]) => [
      option,
      item === null || (item === "" && separator === ":") ? name : `${name}${separator}${write(item)}`,
    ]);
  };
}

/** Text as docker-py formats it: "True" and "False" as Python writes them. */
export const pythonText = (item: JsonValue): string =>
  typeof item === "boolean" ? (item ? "True" : "False") : asText(item);

/** Members and items that the command line can say; `unsaid` names the others. */
const sayable = (value: JsonValue, unsaid: readonly string[]): JsonValue => {
  if (Array.isArray(value)) return value.filter((_, index) => !unsaid.includes(String(index)));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !unsaid.includes(name)));
};

/** A name without a value: docker-py unsets it, the command line would take it from its own shell. Python writes lists in its own way. */
export const unsaidEnvironment = (value: JsonValue): string[] => {
  if (Array.isArray(value))
    return indexesOf(value, (item) => typeof item !== "string" || !item.includes("="));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => (typeof item === "object" ? [name] : []));
};

/** A name with an equals sign, which the command line would split. docker-py takes an item of a list for a name. */
export const unsaidLabels = (value: JsonValue): string[] => {
  if (Array.isArray(value)) return indexesOf(value, (item) => typeof item !== "string" || item.includes("="));
  return isObject(value) ? Object.keys(value).filter((name) => name.includes("=")) : [];
};

/** A profile of seccomp itself, where the command line takes the path of a file. */
export const unsaidSecurity = (value: JsonValue): string[] =>
  Array.isArray(value) ? indexesOf(value, (item) => /^seccomp[=:]\s*\{/.test(asText(item))) : [];

export const securityOptions: Render = (value) =>
  each("--security-opt")(sayable(value, unsaidSecurity(value)));

function indexesOf(list: readonly JsonValue[], wanted: (item: JsonValue) => boolean): string[] {
  return list.flatMap((item, index) => (wanted(item) ? [String(index)] : []));
}

export const environment: Render = (value) =>
  pairs("--env", "=", pythonText)(sayable(value, unsaidEnvironment(value)));

export const labels: Render = (value) => pairs("--label")(sayable(value, unsaidLabels(value)));

/** A device: "host[:container[:permissions]]", or its form as an object. */
export function writeDevice(item: JsonValue): string | null {
  if (!isObject(item)) return isWord(item) ? String(item) : null;
  const parts = ["PathOnHost", "PathInContainer", "CgroupPermissions"].map((key) =>
    asText(ownAnyCase(item, key)),
  );
  return parts[0] ? trimEnd(parts.join(":"), ":") : null;
}

/** {source: {bind, mode, propagation}} or a list of "source:target[:options]". */
export const volumes: Render = (value) => {
  if (!isObject(value)) return each("--volume")(value);
  const words = Object.entries(value).map(([source, settings]) => {
    if (isWord(settings)) return `${source}:${settings}`;
    const target = isObject(settings) ? asText(ownAnyCase(settings, "bind")) : "";
    if (!isObject(settings) || target === "") return null;
    const mode = ownAnyCase(settings, "ro") === true ? "ro" : asText(ownAnyCase(settings, "mode"));
    const options = [mode === "rw" ? "" : mode, asText(ownAnyCase(settings, "propagation"))]
      .filter(Boolean)
      .join(",");
    return [source, target, options].filter(Boolean).join(":");
  });
  return repeated("--volume", words);
};

/** {"port/protocol": port | null | {HostIp, HostPort} | a list of those}. */
export const ports: Render = (value) => {
  if (!isObject(value)) return null;
  const words = Object.entries(value).flatMap(([port, bindings]) =>
    (Array.isArray(bindings) ? bindings : [bindings]).map((binding) => {
      if (binding === null) return port;
      if (isWord(binding)) return `${binding}:${port}`;
      if (!isObject(binding)) return null;
      const address = asText(ownAnyCase(binding, "HostIp"));
      const bracketed = address.includes(":") ? `[${address}]` : address;
      return [...(address ? [bracketed] : []), asText(ownAnyCase(binding, "HostPort")), port].join(":");
    }),
  );
  return repeated("--publish", words);
};

/** A block device with its weight or rate, {Path, Weight | Rate}. */
export const deviceAmounts = (option: string, key: string): Render =>
  each(option, (item) => {
    const amount = isObject(item) ? asNumber(ownAnyCase(item, key)) : null;
    const path = isObject(item) ? asText(ownAnyCase(item, "Path")) : "";
    return amount === null || path === "" ? null : `${path}:${amount}`;
  });

/** {Name, Soft, Hard}. */
export const ulimits: Render = each("--ulimit", (item) => {
  if (!isObject(item) || !asText(ownAnyCase(item, "Name"))) return null;
  const limits = [ownAnyCase(item, "Soft"), ownAnyCase(item, "Hard")].map(asText).filter(Boolean);
  return limits.length ? `${asText(ownAnyCase(item, "Name"))}=${limits.join(":")}` : null;
});

/** {Name, MaximumRetryCount}. */
export const restart: Render = (value) => {
  const name = isObject(value) ? asText(ownAnyCase(value, "Name")) : "";
  if (!isObject(value) || name === "") return null;
  const retries = asNumber(ownAnyCase(value, "MaximumRetryCount"));
  return [["--restart", retries ? `${name}:${retries}` : name]];
};

/** {Type, Config}. */
export const logging: Render = (value) => {
  if (!isObject(value)) return null;
  const type = asText(ownAnyCase(value, "Type"));
  const config = ownAnyCase(value, "Config") ?? {};
  const options = pairs("--log-opt")(config);
  return options && [...(type ? [["--log-driver", type]] : []), ...options];
};

/** Billionths of a processor. */
export const cpus: Render = (value) => (typeof value === "number" ? [["--cpus", String(value / 1e9)]] : null);

/** Pairs of a container and the name for it, or an object of them. */
export const links: Render = (value) => {
  if (isObject(value)) return pairs("--link", ":")(value);
  return each("--link", (item) =>
    Array.isArray(item) && item.every(isWord) ? item.join(":") : isWord(item) ? String(item) : null,
  )(value);
};

/** The own members of an object with these names, as text: "name=value" for those that are there. */
export function fieldsOf(item: JsonObject, names: Readonly<Record<string, string>>): string[] {
  return Object.entries(names).flatMap(([key, field]) => {
    const text = asText(ownAnyCase(item, key));
    return text === "" ? [] : [`${field}=${text}`];
  });
}
