import { parseWhole } from "./amounts.ts";
import { csvFields, keyValue } from "./csv.ts";
import { listAt, objectAt, setKey, type Put } from "../draft.ts";

/** `-e NAME=value`; a bare `-e NAME` takes its value from the shell, and VNC_PW is Kasm's own. */
export const putEnvironment: Put = (sketch, value) => {
  const [name, text] = keyValue(value);
  if (name === "") return "It has no name.";
  if (text === null)
    return `${name} comes from the shell of whoever runs the command. Write ${name}=value, or leave it to the image.`;
  if (name === "VNC_PW") return "Kasm sets the display password of every session itself.";
  setKey(objectAt(sketch.config, "environment"), name, text);
  return undefined;
};

/** `-l key=value`, or a bare key with an empty value. */
export const putLabel: Put = (sketch, value) => {
  const [key, text] = keyValue(value);
  setKey(objectAt(sketch.config, "labels"), key, text ?? "");
  return undefined;
};

/** `--user 1000` is a number for docker-py's sake and Kasm's; names and uid:gid stay text. */
export const putUser: Put = (sketch, value) => {
  if (value === "") return "It is empty; Kasm then uses 1000.";
  sketch.config["user"] = /^\d+$/.test(value) ? (parseWhole(value) ?? value) : value;
  return undefined;
};

/** `--restart on-failure:3` as {Name, MaximumRetryCount}. */
export const putRestart: Put = (sketch, value) => {
  const match = /^(no|always|unless-stopped|on-failure)(?::(\d+))?$/.exec(value);
  if (!match || (match[2] !== undefined && match[1] !== "on-failure")) {
    return "A restart policy is no, always, unless-stopped or on-failure[:times].";
  }
  if (match[1] === "unless-stopped") return "It is what Kasm does anyway.";
  sketch.config["restart_policy"] = {
    Name: match[1]!,
    ...(match[2] && { MaximumRetryCount: Number(match[2]) }),
  };
  return undefined;
};

/** `--security-opt seccomp=unconfined`; the old colon becomes an equals sign. */
export const putSecurity: Put = (sketch, value) => {
  const text = value.replace(/^(seccomp|apparmor|label|no-new-privileges|systempaths):/, "$1=");
  const [key, setting] = keyValue(text);
  if (key === "systempaths")
    return "Only the docker command understands it; docker-py and Docker's API refuse it.";
  const words = ["unconfined", "builtin", ""];
  if (
    key === "seccomp" &&
    setting !== null &&
    !words.includes(setting) &&
    !setting.trimStart().startsWith("{")
  ) {
    return "The docker command reads this file on your computer, Kasm cannot. Put the JSON of the profile itself after seccomp=.";
  }
  listAt(sketch.config, "security_opt").push(text);
  return undefined;
};

/** `--network host`, `--network name=web,alias=app`. */
export const putNetwork: Put = (sketch, value) => {
  const fields = csvFields(value).map(keyValue);
  const name = value.includes("=") ? (fields.find(([key]) => key === "name")?.[1] ?? "") : value;
  const rest = value.includes("=") ? fields.filter(([key]) => key !== "name").map(([key]) => key) : [];
  if (name === "") return "It names no network.";
  if (name === "bridge" || name === "default")
    return "It is Docker's default; Kasm chooses the network of a session itself.";
  if (rest.length > 0)
    sketch.notes.add(`${rest.join(", ")} of the network ${name} cannot be expressed and was left out.`);
  if (name === "host" || name === "none" || name.startsWith("container:"))
    sketch.config["network_mode"] = name;
  else if (sketch.config["network"] !== undefined && sketch.config["network"] !== name)
    return "A container of docker-py joins one network.";
  else sketch.config["network"] = name;
  return undefined;
};

/** `--add-host name:address`, also with `=` and a bracketed IPv6 address. */
export const putHost: Put = (sketch, value) => {
  const match = /^([^:=]+)[:=](.+)$/.exec(value);
  if (!match) return "It is not name:address.";
  const [, name, written] = match;
  const address = written!.replace(/^\[(.*)\]$/, "$1");
  const hosts = sketch.config["extra_hosts"];
  if (Array.isArray(hosts)) hosts.push(`${name}:${address}`);
  else if (Object.hasOwn(objectAt(sketch.config, "extra_hosts"), name!)) {
    const listed = Object.entries(objectAt(sketch.config, "extra_hosts")).map(
      ([key, to]) => `${key}:${String(to)}`,
    );
    sketch.config["extra_hosts"] = [...listed, `${name}:${address}`];
  } else setKey(objectAt(sketch.config, "extra_hosts"), name!, address);
  return undefined;
};

/** `--link container[:alias]`. */
export const putLink: Put = (sketch, value) => {
  const [container = "", alias] = value.split(":");
  setKey(objectAt(sketch.config, "links"), container, alias ?? container);
  return undefined;
};

/** `--platform linux/arm64` is the workspace's own `architecture`. */
export const putPlatform: Put = (sketch, value) => {
  const match = /^(?:linux\/)?(amd64|arm64|x86_64|aarch64)(?:\/v\d)?$/.exec(value);
  if (!match) return "Kasm runs images for linux/amd64 and linux/arm64.";
  sketch.workspace["architecture"] = [{ x86_64: "amd64", aarch64: "arm64" }[match[1]!] ?? match[1]!];
  return undefined;
};

/** `--log-driver json-file` and `--log-opt max-size=10m` as {Type, Config}. */
export const putLogDriver: Put = (sketch, value) => {
  setKey(objectAt(sketch.config, "log_config"), "Type", value);
  return undefined;
};

export const putLogOption: Put = (sketch, value) => {
  const [key, text] = keyValue(value);
  if (text === null) return "It is not name=value.";
  setKey(objectAt(objectAt(sketch.config, "log_config"), "Config"), key, text);
  return undefined;
};
