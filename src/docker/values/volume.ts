import { isObject, type JsonObject } from "../../registry/model/json.ts";
import { badValue, leftOut, notes as words } from "../../strings/docker.ts";
import { csvFields, goBoolean, keyValue } from "./csv.ts";
import { parseBytes } from "./amounts.ts";
import { listAt, objectAt, setKey, type Put, type PartialWorkspace } from "../converted-workspace.ts";

/** `-v [source:]target[:options]`. Source: the docker reference for `--volume`; drive letters as docker for Windows reads them. */
export const putVolume: Put = (partial, value) => {
  const match = /^((?:[A-Za-z]:[\\/])?[^:]*)(?::([^:]+))?(?::([^:]+))?$/.exec(value);
  if (!match) return leftOut.notVolume;
  const [, first = "", second, third] = match;
  if (second === undefined)
    return first.startsWith("/") ? addVolume(partial, "", first, "") : leftOut.noTarget;
  if (!second.startsWith("/") && !second.startsWith("$")) return badValue.target(second);
  return addVolume(partial, first, second, third ?? "");
};

/**
 * Adds to run_config.volumes: the object form, or the list form where an object cannot say it (one source mounted twice, an
 * anonymous volume).
 */
export function addVolume(
  partial: PartialWorkspace,
  source: string,
  target: string,
  mode: string,
): string | undefined {
  const { config, notes } = partial;
  if (/^(?:\.|~|\$|`|%)|^(?:[A-Za-z]:[\\/]|\\\\)/.test(source)) {
    notes.add(words.hostPath(source));
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
export const putMount: Put = (partial, value) => {
  const mount = new Map<string, string>();
  for (const field of csvFields(value)) {
    const [key, text] = keyValue(field);
    mount.set(mountWords[key.toLowerCase()] ?? key.toLowerCase(), text ?? "true");
  }
  return addMount(partial, mount);
};

/** Adds a mount in the plainest form that says it: volumes, tmpfs or, with special options, mounts. */
export function addMount(partial: PartialWorkspace, mount: ReadonlyMap<string, string>): string | undefined {
  const type = mount.get("type") ?? "volume";
  const source = mount.get("source") ?? "";
  const target = mount.get("target");
  if (!target) return leftOut.noTarget;
  if (!["bind", "volume", "tmpfs"].includes(type)) return badValue.mountType(type);
  if (type === "bind" && !source) return leftOut.noSource;
  const readOnly = goBoolean(mount.get("readonly") ?? "false") === true;
  const rest = [...mount.keys()].filter(
    (key) => !["type", "source", "target", "readonly", "consistency"].includes(key),
  );
  const propagation = mount.get("bind.propagation");
  if (type !== "tmpfs" && rest.every((key) => /^bind\.(?:propagation|create_host_path)$/.test(key))) {
    return addVolume(partial, source, target, [readOnly ? "ro" : "", propagation].filter(Boolean).join(","));
  }
  const unknown = rest.filter(
    (key) => !/^(?:bind\.propagation|volume\.(?:nocopy|subpath)|tmpfs\.(?:size|mode))$/.test(key),
  );
  if (unknown.length > 0) return badValue.mountOption(unknown.join(", "));
  if (type === "tmpfs") return addTmpfs(partial, target, mount, readOnly);
  const options: JsonObject = {};
  if (goBoolean(mount.get("volume.nocopy") ?? "false")) options["NoCopy"] = true;
  const subpath = mount.get("volume.subpath");
  if (subpath !== undefined) options["Subpath"] = subpath;
  const made: JsonObject = { Type: type, Source: source, Target: target, ReadOnly: readOnly };
  if (Object.keys(options).length > 0) made["VolumeOptions"] = options;
  listAt(partial.config, "mounts").push(made);
  return undefined;
}

function addTmpfs(
  partial: PartialWorkspace,
  target: string,
  mount: ReadonlyMap<string, string>,
  readOnly: boolean,
): string | undefined {
  const size = mount.get("tmpfs.size");
  const bytes = size === undefined ? null : parseBytes(size);
  if (size !== undefined && bytes === null) return badValue.tmpfsSize(size);
  const mode = mount.get("tmpfs.mode");
  const words = [readOnly && "ro", bytes !== null && `size=${bytes}`, mode && `mode=${mode}`].filter(Boolean);
  setKey(objectAt(partial.config, "tmpfs"), target, words.join(","));
  return undefined;
}

/** `--tmpfs /run:size=64m`. */
export const putTmpfs: Put = (partial, value) => {
  const colon = value.indexOf(":");
  const path = colon < 0 ? value : value.slice(0, colon);
  if (!path.startsWith("/")) return leftOut.noAbsoluteTarget;
  const tmpfs = objectAt(partial.config, "tmpfs");
  if (isObject(tmpfs)) setKey(tmpfs, path, colon < 0 ? "" : value.slice(colon + 1));
  return undefined;
};
