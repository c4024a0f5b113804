import { badValue, leftOut, notes } from "../../strings/docker.ts";
import { parseWhole } from "./amounts.ts";
import { csvFields, keyValue } from "./csv.ts";
import { forms, isAddress } from "../../registry/model/docker-forms.ts";
import { listAt, objectAt, setKey, type Put } from "../converted-workspace.ts";

/** Where programs find a display and its sound. */
const displayVariables = new Set([
  "DISPLAY",
  "WAYLAND_DISPLAY",
  "XAUTHORITY",
  "XAUTH",
  "PULSE_SERVER",
  "PULSE_COOKIE",
]);

/** Labels that Unraid, Traefik, Watchtower and their like read beside the container. */
const toolLabels =
  /^(?:net\.unraid|traefik|com\.centurylinklabs|com\.docker\.compose|homepage|diun|wud|caddy(?:_\d+)?|ofelia|swag|glance|io\.portainer|autoheal|dev\.dozzle|kuma|sablier|tsdproxy|homarr|coolify|docker-volume-backup)(?:\.|$)/;

/** `-e NAME=value`; a bare `-e NAME` takes its value from the shell, and VNC_PW is Kasm's own. */
export const putEnvironment: Put = (partial, value, option) => {
  const [name, text] = keyValue(value);
  if (name === "") return leftOut.noName;
  if (displayVariables.has(name)) return leftOut.ownDisplay;
  if (text === null) return badValue.environment(name);
  if (name === "VNC_PW") return leftOut.password;
  if (name !== name.trim()) partial.notes.add(notes.spaceInName(option, name));
  setKey(objectAt(partial.config, "environment"), name, text);
  return undefined;
};

/** `-l key=value`, or a bare key with an empty value. */
export const putLabel: Put = (partial, value) => {
  const [key, text] = keyValue(value);
  if (key === "") return leftOut.noName;
  if (toolLabels.test(key)) return leftOut.toolLabel;
  setKey(objectAt(partial.config, "labels"), key, text ?? "");
  return undefined;
};

/** `--user 1000` is a number for docker-py's sake and Kasm's; names and uid:gid stay text. */
export const putUser: Put = (partial, value) => {
  if (value === "") return leftOut.emptyUser;
  partial.config["user"] = /^\d+$/.test(value) ? (parseWhole(value) ?? value) : value;
  return undefined;
};

/** `--restart on-failure:3` as {Name, MaximumRetryCount}. */
export const putRestart: Put = (partial, value) => {
  const [, name, count] = /^([a-z-]+)(?::(\d*))?$/.exec(value) ?? [];
  if (name === undefined || !forms.restartPolicy.test(name) || (count !== undefined && name !== "on-failure"))
    return leftOut.restart;
  if (name === "unless-stopped") return leftOut.unlessStopped;
  partial.config["restart_policy"] = { Name: name, ...(count && { MaximumRetryCount: Number(count) }) };
  return undefined;
};

/** `--security-opt seccomp=unconfined`; the old colon becomes an equals sign. */
export const putSecurity: Put = (partial, value) => {
  const text = value.replace(
    /^(seccomp|apparmor|label|no-new-privileges|systempaths|writable-cgroups):/,
    "$1=",
  );
  const [key, setting] = keyValue(text);
  if (key === "systempaths") return leftOut.systempaths;
  if (!/^(?:seccomp|apparmor|label|writable-cgroups)$/.test(key) && !/^no-new-privileges(?:=|$)/.test(text))
    return leftOut.notSecurity;
  if (setting === null && key !== "no-new-privileges") return leftOut.notPair;
  const words = ["unconfined", "builtin", ""];
  if (
    key === "seccomp" &&
    setting !== null &&
    !words.includes(setting) &&
    !setting.trimStart().startsWith("{")
  ) {
    return leftOut.seccompFile;
  }
  listAt(partial.config, "security_opt").push(text);
  return undefined;
};

/** `--network host`, `--network name=web,alias=app`. */
export const putNetwork: Put = (partial, value) => {
  const fields = csvFields(value).map(keyValue);
  const name = value.includes("=") ? (fields.find(([key]) => key === "name")?.[1] ?? "") : value;
  const rest = value.includes("=") ? fields.filter(([key]) => key !== "name").map(([key]) => key) : [];
  if (name === "") return leftOut.noNetwork;
  if (name === "bridge" || name === "default") return leftOut.defaultNetwork;
  if (partial.config["network"] !== undefined || partial.config["network_mode"] !== undefined)
    return leftOut.oneNetwork;
  if (rest.length > 0) partial.notes.add(notes.networkOptions(rest.join(", "), name));
  const isMode = name === "host" || name === "none" || name.startsWith("container:");
  partial.config[isMode ? "network_mode" : "network"] = name;
  return undefined;
};

/** `--add-host name:address`, also with `=` and a bracketed IPv6 address. */
export const putHost: Put = (partial, value) => {
  const match = /^([^:=]+)[:=](.+)$/.exec(value);
  if (!match) return leftOut.notHost;
  const [, name = "", written = ""] = match;
  const address = written.replace(/^\[(.*)\]$/, "$1");
  if (address !== "host-gateway" && !isAddress(address)) return leftOut.notAddress;
  const hosts = partial.config["extra_hosts"];
  if (Array.isArray(hosts)) hosts.push(`${name}:${address}`);
  else if (Object.hasOwn(objectAt(partial.config, "extra_hosts"), name)) {
    const listed = Object.entries(objectAt(partial.config, "extra_hosts")).map(
      ([key, to]) => `${key}:${String(to)}`,
    );
    partial.config["extra_hosts"] = [...listed, `${name}:${address}`];
  } else setKey(objectAt(partial.config, "extra_hosts"), name, address);
  return undefined;
};

/** `--link container[:alias]`. */
export const putLink: Put = (partial, value) => {
  if (!forms.link.test(value)) return leftOut.notLink;
  const [container = "", alias] = value.split(":");
  setKey(objectAt(partial.config, "links"), container, alias ?? container);
  return undefined;
};

/** `--platform linux/arm64` is the workspace's own `architecture`. */
export const putPlatform: Put = (partial, value) => {
  const [, machine] = /^(?:linux\/)?(amd64|arm64|x86_64|aarch64)(?:\/v\d)?$/.exec(value) ?? [];
  if (!machine) return leftOut.platform;
  partial.workspace["architecture"] = [{ x86_64: "amd64", aarch64: "arm64" }[machine] ?? machine];
  return undefined;
};

/** `--log-driver json-file` and `--log-opt max-size=10m` as {Type, Config}. */
export const putLogDriver: Put = (partial, value) => {
  setKey(objectAt(partial.config, "log_config"), "Type", value);
  return undefined;
};

export const putLogOption: Put = (partial, value) => {
  const [key, text] = keyValue(value);
  if (text === null) return leftOut.notPair;
  setKey(objectAt(objectAt(partial.config, "log_config"), "Config"), key, text);
  return undefined;
};
