import { isObject, type JsonObject, type JsonValue, own } from "../../registry/model/json.ts";
import type { Finding, Severity } from "../../registry/model/types.ts";
import { isTruthy } from "../../registry/model/flags.ts";
import type { RuleId } from "../catalogue/rules.ts";
import { finding, type Check } from "../finding.ts";
import { isHostPath, normalizePath, splitAtColons } from "../host-path.ts";
import { listItems, memberPlace, type SettingPlace } from "../setting-place.ts";
import { asText, ownAnyCase } from "../values.ts";
import { noteWords } from "../../strings/findings.ts";
import { deviceRule } from "./devices.ts";

/** One mount, whichever way it was written. */
interface Mount {
  /** A path on the agent or the name of a volume; "" for a volume without a name. */
  source: string;
  /** The path in the session; "" where none is written. */
  target: string;
  readOnly: boolean;
  /** Options such as "ro" and "rshared", in lower case. */
  options: readonly string[];
}

/** Kinds of paths on the agent; the first that fits counts. The second severity holds for a mount that is read-only. */
const hostPathPatterns: readonly (readonly [
  rule: RuleId,
  fits: (path: string) => boolean,
  readOnly?: Severity,
])[] = [
  [
    "mount-control-socket",
    (path) => /(?:(?:docker|containerd|crio|podman|buildkitd)\.sock|\/docker_engine)$/.test(path),
  ],
  [
    "mount-host-root",
    (path) => /^\/(?:run(?:\/(?:docker|containerd|crio|podman|buildkit|systemd))?)?$/.test(path),
  ],
  ["mount-timezone", (path) => /^\/etc\/(?:localtime|timezone)$/.test(path)],
  ["mount-system-path", isSystemPath, "high"],
  ["mount-kernel-fs", (path) => /^\/sys(?:\/|$)/.test(path), "medium"],
  ["mount-dev", (path) => /^\/dev(?:\/|$)/.test(path) && deviceRule(path) !== "device-inert"],
  ["mount-runtime-path", (path) => path.startsWith("/run/")],
  [
    "mount-home",
    (path) =>
      /^\/home(?:\/[^/]+)?$/.test(path) || /\/\.(?:ssh|aws|docker|kube|gnupg|config)(?:\/|$)/.test(path),
  ],
  ["mount-tmp", (path) => /^\/tmp(?:\/|$)/.test(path)],
  ["mount-host-path", () => true, "low"],
];

/** Below /var and /opt only some folders belong to the system; /var/www or /opt/data may well be data. */
function isSystemPath(path: string): boolean {
  return (
    /^\/(?:etc|root|boot|proc|usr|bin|sbin|lib[^/]*)(?:\/|$)/.test(path) ||
    /^\/(?:var|var\/lib|opt)$/.test(path) ||
    /^\/(?:var\/lib\/(?:docker|containerd)|var\/spool\/cron|opt\/kasm)(?:\/|$)/.test(path)
  );
}

/** Time zone files are harmless to read; writing to them is not. */
const writable: Readonly<Partial<Record<RuleId, Severity>>> = { "mount-timezone": "medium" };

function checkMount(mount: Mount, place: SettingPlace): Finding[] {
  const isName = mount.source !== "" && !isHostPath(mount.source);
  const refused = isRefused(mount);
  const found = refused ? [finding("mount-refused", place)] : [];
  if (!refused || !isName) found.push(checkSource(mount, place));
  if (mount.options.some((option) => /^r?(?:shared|slave)$/.test(option)))
    found.push(finding("mount-propagation", place));
  return found;
}

const isAbsolute = (path: string): boolean => /^(?:[/\\{]|[a-z]:[\\/]|npipe:)/i.test(path);

/** Docker's API takes absolute paths and names of volumes; a shell or compose would look up $HOME, ~ and ./ before it. Kasm fills in {user_id} and the like. */
function isRefused({ source, target }: Mount): boolean {
  const isVolume = /^[a-z\d][\w.{}-]*$/i.test(source);
  return (source !== "" && !isAbsolute(source) && !isVolume) || (target !== "" && !isAbsolute(target));
}

function checkSource({ source, readOnly }: Mount, place: SettingPlace): Finding {
  if (source === "") return finding("mount-anonymous", place);
  if (!isHostPath(source)) return finding("mount-named-volume", place);
  const path = normalizePath(source);
  // The last pattern fits every path.
  const [rule, , whenReadOnly] = hostPathPatterns.find(([, fits]) => fits(path))!;
  const severity = readOnly ? whenReadOnly : writable[rule];
  // The usual advice recommends a volume mapping, which this one is already.
  const isMapping = rule === "mount-host-path" && place.property === "volume_mappings";
  const isDisplay = /^\/tmp\/\.X11-unix(?:\/|$)|\/\.Xauthority$/.test(path);
  return finding(rule, place, {
    ...(isDisplay && { warning: "own-display" }),
    ...(severity && { severity }),
    ...(isMapping && { advice: noteWords.volumeMappingAdvice }),
  });
}

/** `volumes`: {source: {bind, mode | ro, propagation}}, or a list of "source:target[:options]". */
export const checkVolumes: Check = (value, place) => {
  if (isObject(value)) {
    return Object.entries(value).flatMap(([source, settings]) =>
      checkBinding(source, settings, memberPlace(place, source)),
    );
  }
  return listItems(value, place).flatMap(({ value: item, place: at }) =>
    typeof item === "string" ? checkMount(readVolume(item), at) : [finding("type-mismatch", at)],
  );
};

/** The Docker SDK takes an object for each source; text there is the spelling of Compose. */
function checkBinding(source: string, settings: JsonValue, place: SettingPlace): Finding[] {
  const isText = typeof settings === "string" && place.property === "volumes";
  return [
    ...(isText ? [finding("type-mismatch", place, { advice: noteWords.bindingType })] : []),
    ...checkMount(readBinding(source, settings), place),
  ];
}

function readBinding(source: string, settings: JsonValue): Mount {
  const target = isObject(settings) ? asText(own(settings, "bind")).trim() : "";
  if (!isObject(settings)) return { source: source.trim(), target, readOnly: false, options: [] };
  const options = readOptions(
    [asText(own(settings, "mode")), asText(own(settings, "propagation"))].join(","),
  );
  const ro = own(settings, "ro");
  return {
    source: source.trim(),
    target,
    readOnly: ro === undefined ? options.includes("ro") : isTruthy(ro),
    options,
  };
}

function readVolume(item: string): Mount {
  const [first = "", target, ...rest] = splitAtColons(item.trim());
  const options = readOptions(rest.join(","));
  const readOnly = options.includes("ro");
  if (target === undefined) return { source: "", target: first, readOnly, options };
  return { source: first, target: target.trim(), readOnly, options };
}

function readOptions(text: string): string[] {
  return text
    .toLowerCase()
    .split(",")
    .map((option) => option.trim());
}

/** `mounts`: objects in the form of Docker's own interface, which the SDK hands on unchanged. */
export const checkMounts: Check = (value, place) =>
  listItems(value, place).flatMap(({ value: item, place: at }) => {
    if (!isObject(item)) return [finding("type-mismatch", at)];
    if (asText(ownAnyCase(item, "Type")).trim().toLowerCase() === "tmpfs")
      return [finding("mount-tmpfs", at)];
    const ignored = own(item, "read_only") === true && ownAnyCase(item, "ReadOnly") === undefined;
    const source = asText(ownAnyCase(item, "Source")).trim();
    const isLookedUp = isBind(item) && source !== "" && !isAbsolute(source);
    const found = [...(isLookedUp ? [finding("mount-refused", at)] : []), ...checkMount(readMount(item), at)];
    return ignored ? [finding("mounts-readonly-ignored", at), ...found] : found;
  });

const isBind = (item: JsonObject): boolean =>
  asText(ownAnyCase(item, "Type")).trim().toLowerCase() === "bind";

function readMount(item: JsonObject): Mount {
  const bind = ownAnyCase(item, "BindOptions");
  const source = asText(ownAnyCase(item, "Source")).trim();
  return {
    // A bind mount has no named volumes: its source is always a path.
    source:
      boundDevice(item) ?? (isBind(item) && source !== "" && !isHostPath(source) ? `/${source}` : source),
    target: asText(ownAnyCase(item, "Target")).trim(),
    readOnly: ownAnyCase(item, "ReadOnly") === true,
    options: readOptions(isObject(bind) ? asText(ownAnyCase(bind, "Propagation")) : ""),
  };
}

/** The path on the agent behind a volume of the "local" driver, which is a bind mount under another name; undefined for other volumes. */
function boundDevice(item: JsonObject): string | undefined {
  const volume = ownAnyCase(item, "VolumeOptions");
  const driver = isObject(volume) ? ownAnyCase(volume, "DriverConfig") : undefined;
  const options = isObject(driver) ? ownAnyCase(driver, "Options") : undefined;
  if (
    !isObject(driver) ||
    !isObject(options) ||
    !["", "local"].includes(asText(ownAnyCase(driver, "Name")).toLowerCase())
  )
    return undefined;
  const device = asText(ownAnyCase(options, "device")).trim();
  return isHostPath(device) ? device : undefined;
}

/** Another container by name: `volumes_from` takes a list or text with commas. Kasm's own service containers are called kasm_…. */
export const checkVolumesFrom: Check = (value, place) => {
  const names = (Array.isArray(value) ? value : asText(value).split(",")).map((name) =>
    asText(name).trim().toLowerCase(),
  );
  return [
    finding(
      "volumes-from",
      place,
      names.some((name) => name.startsWith("kasm_")) ? { severity: "critical" } : {},
    ),
  ];
};

/** `tmpfs`: {path: options}, or a list of "path[:options]". */
export const checkTmpfs: Check = (value, place) => {
  if (isObject(value))
    return Object.entries(value).map(([path, options]) =>
      checkTmpfsOptions(options, memberPlace(place, path)),
    );
  return listItems(value, place).map(({ value: item, place: at }) => {
    if (typeof item !== "string") return finding("type-mismatch", at);
    const colon = item.indexOf(":");
    return checkTmpfsOptions(colon < 0 ? "" : item.slice(colon + 1), at);
  });
};

function checkTmpfsOptions(options: JsonValue, place: SettingPlace): Finding {
  if (typeof options !== "string" && options !== null) return finding("type-mismatch", place);
  const list = readOptions(options ?? "");
  if (list.some((option) => option === "exec" || option === "suid" || option === "dev"))
    return finding("tmpfs-relaxed", place);
  return finding(list.some((option) => option.startsWith("size=")) ? "tmpfs-sized" : "tmpfs-unsized", place);
}
