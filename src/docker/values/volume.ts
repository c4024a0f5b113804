import { type JsonObject, own } from "../../registry/model/json.ts";
import { badValue, leftOut, notes as words } from "../../strings/docker.ts";
import { csvFields, goBoolean, keyValue } from "./csv.ts";
import { parseBytes } from "./amounts.ts";
import { forms, isVolumeMode } from "../../registry/model/docker-forms.ts";
import { listAt, objectAt, setKey, type Put, type PartialWorkspace } from "../converted-workspace.ts";

/** The sockets and the key of a display, of its sound and its pictures, in the container or outside. */
const ofDisplay =
  /\.X11-unix\b|xauth(?:ority)?$|\/(?:wayland-\d|pipewire-\d|pulse(?:\/(?:native|cookie))?)$|\$\{?(?:XAUTH(?:ORITY)?|WAYLAND_DISPLAY)\b/i;

/** A pipe of Windows, also where a shell took its backslashes. */
const namedPipe = /^(?:npipe:|\\{1,2}\.\\?pipe)/i;

/** `-v [source:]target[:options]`. Source: the docker reference for `--volume`; drive letters as docker for Windows reads them. */
export const putVolume: Put = (partial, value) => {
  if (namedPipe.test(value)) return leftOut.windows;
  // One letter before a colon is a drive only where a folder in the container follows: in a:/a it is a volume.
  const [drive, path = "", rest = ""] = /^([A-Za-z]:[\\/][^:]*):(\/[^]*)$/.exec(value) ?? [];
  const [first = "", second, third, ...more] = drive ? [path, ...rest.split(":")] : colonParts(value);
  if (more.length > 0 || second === "" || third === "" || (first === "" && second !== undefined))
    return leftOut.notVolume;
  if (second === undefined)
    return first.startsWith("/") ? addVolume(partial, "", first, "") : leftOut.noTarget;
  return addVolume(partial, first, second, third ?? "");
};

/** The parts between colons; one inside `${…}` belongs to the variable. */
function colonParts(value: string): string[] {
  const marked = value.replace(/\$\{[^{}]*\}/g, (variable) => variable.replaceAll(":", "\0"));
  return marked.split(":").map((part) => part.replaceAll("\0", ":"));
}

/**
 * Adds to run_config.volumes: the object form, or the list form where an object cannot say it (one source mounted twice, an
 * anonymous volume).
 */
function addVolume(
  partial: PartialWorkspace,
  source: string,
  target: string,
  mode: string,
): string | undefined {
  const { config, notes } = partial;
  if (target === "/") return leftOut.rootTarget;
  if (!forms.absolute.test(target)) return badValue.target(target);
  if (ofDisplay.test(source) || ofDisplay.test(target)) return leftOut.ownDisplay;
  if (mode !== "" && !isVolumeMode(mode)) return leftOut.volumeMode;
  if (
    /^(?:\.|~|\$|`|%)|^(?:[A-Za-z]:[\\/]|\\\\|\/\/[a-z]\/|\/[a-z]\/users\/)|^\/(?:(?:[\w-]+\/)?path|your|some|my)(?=[/_-])/i.test(
      source,
    )
  )
    notes.add(words.hostPath(source));
  else if (source !== "" && !/^[/{]/.test(source) && !forms.volumeName.test(source))
    return leftOut.volumeName;
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
};

/** Details of a mount below its type, with what becomes of each. */
const mountDetails =
  /^(?:bind\.(?:propagation|create_host_path)|volume\.(?:nocopy|subpath|driver|(?:opt|label)\..+)|tmpfs\.(?:size|mode))$/;

/** `--mount type=bind,source=/a,target=/b,readonly`. */
export const putMount: Put = (partial, value) => {
  const mount = new Map<string, string>();
  for (const field of csvFields(value)) {
    const [written, text] = keyValue(field);
    const word = written.toLowerCase();
    const key = own(mountWords, word) ?? word.replace("-", ".");
    // volume-opt=type=nfs and volume-label=a=b hold a pair of their own.
    const [name, inner] = /^volume\.(?:opt|label)$/.test(key) ? keyValue(text ?? "") : ["", null];
    if (name === "") mount.set(key, text ?? "true");
    else mount.set(`${key}.${name}`, inner ?? "");
  }
  return addMount(partial, mount);
};

/** Adds a mount in the plainest form that says it: volumes, tmpfs or, with special options, mounts. */
export function addMount(partial: PartialWorkspace, mount: ReadonlyMap<string, string>): string | undefined {
  const type = (mount.get("type") ?? "volume").toLowerCase();
  const source = mount.get("source") ?? "";
  const target = mount.get("target") ?? "";
  const details = [...mount.keys()].filter(
    (key) => !["type", "source", "target", "readonly", "consistency"].includes(key),
  );
  const fault = mountFault(type, mount, details);
  if (fault !== undefined) return fault;
  const readOnly = goBoolean(mount.get("readonly") ?? "false") === true;
  if (type === "tmpfs") return addTmpfs(partial, target, mount, readOnly);
  if (goBoolean(mount.get("bind.create_host_path") ?? "true") === false)
    partial.notes.add(words.hostPathMade(source));
  if (type === "bind" || details.length === 0) {
    const mode = [readOnly && "ro", mount.get("bind.propagation")].filter(Boolean).join(",");
    return addVolume(partial, source, target, mode);
  }
  listAt(partial.config, "mounts").push({
    Type: type,
    Source: source,
    Target: target,
    ReadOnly: readOnly,
    VolumeOptions: volumeOptions(mount),
  });
  return undefined;
}

/** Why docker or docker-py would refuse the mount. */
function mountFault(
  type: string,
  mount: ReadonlyMap<string, string>,
  details: readonly string[],
): string | undefined {
  const source = mount.get("source") ?? "";
  const target = mount.get("target") ?? "";
  if (type === "npipe") return leftOut.windows;
  if (target === "") return leftOut.noTarget;
  if (target === "/") return leftOut.rootTarget;
  if (!forms.absolute.test(target)) return badValue.target(target);
  if (!["bind", "volume", "tmpfs"].includes(type)) return badValue.mountType(type);
  if (type === "bind" && !/^(?:[/.~$%`{]|[A-Za-z]:[\\/]|\\\\)/.test(source)) return leftOut.noSource;
  if (type === "volume" && source !== "" && !/^[$%`{]/.test(source) && !forms.volumeName.test(source))
    return leftOut.volumeName;
  if (type === "tmpfs" && source !== "") return leftOut.tmpfsSource;
  const unknown = details.filter((key) => !mountDetails.test(key));
  if (unknown.length > 0) return badValue.mountOption(unknown.join(", ").replaceAll(".", "-"));
  const mixed = details.find((key) => !key.startsWith(`${type}.`));
  if (mixed !== undefined) return badValue.mountMix(mixed.replaceAll(".", "-"), type);
  for (const key of ["readonly", "volume.nocopy"]) {
    const text = mount.get(key);
    if (text !== undefined && goBoolean(text) === null) return badValue.boolean(text);
  }
  return undefined;
}

function volumeOptions(mount: ReadonlyMap<string, string>): JsonObject {
  const options: JsonObject = {};
  if (goBoolean(mount.get("volume.nocopy") ?? "false")) options["NoCopy"] = true;
  const subpath = mount.get("volume.subpath");
  const driver = mount.get("volume.driver");
  if (subpath !== undefined) options["Subpath"] = subpath;
  if (driver !== undefined) setKey(objectAt(options, "DriverConfig"), "Name", driver);
  for (const [key, text] of mount) {
    if (key.startsWith("volume.label.")) setKey(objectAt(options, "Labels"), key.slice(13), text);
    if (key.startsWith("volume.opt."))
      setKey(objectAt(objectAt(options, "DriverConfig"), "Options"), key.slice(11), text);
  }
  return options;
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
  if (mode !== undefined && !/^[0-7]{1,4}$/.test(mode)) return badValue.octal(mode);
  const words = [readOnly && "ro", bytes !== null && `size=${bytes}`, mode && `mode=${mode}`].filter(Boolean);
  setKey(objectAt(partial.config, "tmpfs"), target, words.join(","));
  return undefined;
}

/** `--tmpfs /run:size=64m`. */
export const putTmpfs: Put = (partial, value) => {
  const colon = value.indexOf(":");
  const path = colon < 0 ? value : value.slice(0, colon);
  const options = colon < 0 ? "" : value.slice(colon + 1);
  if (!path.startsWith("/")) return leftOut.noAbsoluteTarget;
  const odd = options.split(",").find((option) => option !== "" && !forms.tmpfsOption.test(option));
  if (odd !== undefined) return badValue.tmpfsOption(odd);
  setKey(objectAt(partial.config, "tmpfs"), path, options);
  return undefined;
};
