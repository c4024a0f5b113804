import { isObject, type JsonObject } from "../../registry/model/json.ts";
import { csvFields, goBoolean, keyValue } from "./csv.ts";
import { parseBytes } from "./amounts.ts";
import { listAt, objectAt, setKey, type Put, type Sketch } from "../draft.ts";

/** `-v [source:]target[:options]`. Source: the docker reference for `--volume`; drive letters as docker for Windows reads them. */
export const putVolume: Put = (sketch, value) => {
  const match = /^((?:[A-Za-z]:[\\/])?[^:]*)(?::([^:]+))?(?::([^:]+))?$/.exec(value);
  if (!match) return "It is not [source:]target[:options].";
  const [, first = "", second, third] = match;
  if (second === undefined)
    return first.startsWith("/") ? addVolume(sketch, "", first, "") : "It names no folder in the container.";
  if (!second.startsWith("/") && !second.startsWith("$"))
    return `"${second}" is not an absolute path in the container.`;
  return addVolume(sketch, first, second, third ?? "");
};

/**
 * Adds to run_config.volumes: the object form, or the list form where an object cannot say it (one source mounted twice, an
 * anonymous volume).
 */
export function addVolume(sketch: Sketch, source: string, target: string, mode: string): string | undefined {
  const { config, notes } = sketch;
  if (/^(?:\.|~|\$|`|%)|^(?:[A-Za-z]:[\\/]|\\\\)/.test(source)) {
    notes.add(
      `"${source}" is a path of the computer the command was written for. Write an absolute path that exists on every Kasm agent.`,
    );
  }
  const volumes = Array.isArray(config["volumes"]) ? null : objectAt(config, "volumes");
  if (volumes && source !== "" && !Object.hasOwn(volumes, source)) {
    setKey(volumes, source, { bind: target, mode: mode || "rw" });
    return undefined;
  }
  if (volumes)
    config["volumes"] = Object.entries(volumes).map(([from, to]) => asText(from, to as JsonObject));
  listAt(config, "volumes").push(
    source === "" ? target : asText(source, { bind: target, mode: mode || "rw" }),
  );
  return undefined;
}

function asText(source: string, { bind, mode }: JsonObject): string {
  return `${source}:${String(bind)}${mode === "rw" ? "" : `:${String(mode)}`}`;
}

/** The words of `--mount` and of compose's long form, brought to one spelling. */
const mountWords: Record<string, string> = {
  src: "source",
  dst: "target",
  destination: "target",
  ro: "readonly",
  read_only: "readonly",
  "bind-propagation": "bind.propagation",
  "volume-nocopy": "volume.nocopy",
  "volume-subpath": "volume.subpath",
  "tmpfs-size": "tmpfs.size",
  "tmpfs-mode": "tmpfs.mode",
  "volume-driver": "volume.driver",
};

/** `--mount type=bind,source=/a,target=/b,readonly`. */
export const putMount: Put = (sketch, value) => {
  const mount = new Map<string, string>();
  for (const field of csvFields(value)) {
    const [key, text] = keyValue(field);
    mount.set(mountWords[key.toLowerCase()] ?? key.toLowerCase(), text ?? "true");
  }
  return addMount(sketch, mount);
};

/** Adds a mount in the plainest form that says it: volumes, tmpfs or, with special options, mounts. */
export function addMount(sketch: Sketch, mount: ReadonlyMap<string, string>): string | undefined {
  const type = mount.get("type") ?? "volume";
  const source = mount.get("source") ?? "";
  const target = mount.get("target");
  if (!target) return "It names no target folder in the container.";
  if (!["bind", "volume", "tmpfs"].includes(type))
    return `docker-py cannot make a mount of type "${type}" here.`;
  if (type === "bind" && !source) return "A bind mount needs a source folder.";
  const readOnly = goBoolean(mount.get("readonly") ?? "false") === true;
  const rest = [...mount.keys()].filter(
    (key) => !["type", "source", "target", "readonly", "consistency"].includes(key),
  );
  const propagation = mount.get("bind.propagation");
  if (type !== "tmpfs" && rest.every((key) => /^bind\.(?:propagation|create_host_path)$/.test(key))) {
    return addVolume(sketch, source, target, [readOnly ? "ro" : "", propagation].filter(Boolean).join(","));
  }
  const unknown = rest.filter(
    (key) => !/^(?:bind\.propagation|volume\.(?:nocopy|subpath)|tmpfs\.(?:size|mode))$/.test(key),
  );
  if (unknown.length > 0) return `The mount option ${unknown.join(", ")} is not known here.`;
  if (type === "tmpfs") return addTmpfs(sketch, target, mount, readOnly);
  const options: JsonObject = {};
  if (goBoolean(mount.get("volume.nocopy") ?? "false")) options["NoCopy"] = true;
  if (mount.has("volume.subpath")) options["Subpath"] = mount.get("volume.subpath")!;
  const made: JsonObject = { Type: type, Source: source, Target: target, ReadOnly: readOnly };
  if (Object.keys(options).length > 0) made["VolumeOptions"] = options;
  listAt(sketch.config, "mounts").push(made);
  return undefined;
}

function addTmpfs(
  sketch: Sketch,
  target: string,
  mount: ReadonlyMap<string, string>,
  readOnly: boolean,
): string | undefined {
  const size = mount.get("tmpfs.size");
  const bytes = size === undefined ? null : parseBytes(size);
  if (size !== undefined && bytes === null) return `"${size}" is not a size.`;
  const mode = mount.get("tmpfs.mode");
  const words = [readOnly && "ro", bytes !== null && `size=${bytes}`, mode && `mode=${mode}`].filter(Boolean);
  setKey(objectAt(sketch.config, "tmpfs"), target, words.join(","));
  return undefined;
}

/** `--tmpfs /run:size=64m`. */
export const putTmpfs: Put = (sketch, value) => {
  const colon = value.indexOf(":");
  const path = colon < 0 ? value : value.slice(0, colon);
  if (!path.startsWith("/")) return "It names no absolute path in the container.";
  const tmpfs = objectAt(sketch.config, "tmpfs");
  if (isObject(tmpfs)) setKey(tmpfs, path, colon < 0 ? "" : value.slice(colon + 1));
  return undefined;
};
