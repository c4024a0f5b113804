import { isObject, own, type JsonValue } from "../../registry/model/json.ts";
import { unsaidEnvironment, unsaidLabels, unsaidSecurity } from "./values.ts";

/** The members of a setting that the command line can say, in small letters; true where any member can be. */
interface Members {
  readonly [name: string]: Members | true;
}

const names = (text: string): Members => Object.fromEntries(text.split(" ").map((name) => [name, true]));

const volumeMembers = names("bind mode ro propagation");
const members: Readonly<Record<string, Members>> = {
  device_requests: names("driver count deviceids device_ids capabilities options"),
  devices: names("pathonhost pathincontainer cgrouppermissions"),
  healthcheck: names("test interval timeout retries startperiod start_period"),
  log_config: names("type config"),
  mounts: {
    ...names("type source target readonly consistency"),
    bindoptions: names("propagation nonrecursive"),
    volumeoptions: { ...names("nocopy labels subpath"), driverconfig: names("name options") },
    tmpfsoptions: names("sizebytes mode"),
  },
  restart_policy: names("name maximumretrycount"),
  ulimits: names("name soft hard"),
};

/** Paths below a written setting that the command does not hold: members that neither Docker nor its command line knows, and misplaced options. */
export function unsaidMembers(path: string, value: JsonValue): string[] {
  const at = (name: string): string => `${path}.${name}`;
  const property = path.replace("run_config.", "");
  if (property === "environment") return unsaidEnvironment(value).map(at);
  if (property === "labels") return unsaidLabels(value).map(at);
  if (property === "security_opt") return unsaidSecurity(value).map(at);
  if (!/^volume(?:s|_mappings)$/.test(property)) return unknown(path, value, members[property] ?? true);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([source, settings]) => unknown(at(source), settings, volumeMembers));
}

function unknown(path: string, value: JsonValue, known: Members | true): string[] {
  if (known === true) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => unknown(`${path}.${index}`, item, known));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${path}.${key}`;
    const below = own(known, key.toLowerCase());
    return below === undefined ? [at] : unknown(at, inner, below);
  });
}
