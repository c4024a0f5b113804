import { isObject, own } from "../../registry/model/json.ts";
import { PasteError, type NotMapped, type Reason } from "../converted-workspace.ts";
import { leftOut, pasteFaults } from "../../strings/docker.ts";
import type { ComposeFile } from "./read.ts";
import { shown, type Mapping } from "./value.ts";

/** The service to convert. */
export interface Service {
  name: string;
  keys: Mapping;
  /** Offset of its keys in the paste. */
  offset: number;
  /** The rest of the file. */
  notMapped: NotMapped[];
}

const topLevel: Readonly<Record<string, Reason>> = {
  version: "composeVersion",
  name: "compose",
  volumes: "composeVolumes",
  networks: "composeNetworks",
  configs: "secret",
  secrets: "secret",
  include: "file",
  models: "compose",
};

/**
 * The named service, or the only one, of a whole compose file, of a piece of one (`web:` and its keys), or of the keys alone.
 * Throws PasteError with the names to choose from where there are several.
 */
export function pickService(file: ComposeFile, wanted: string | undefined): Service {
  const { root, offsetOf } = file;
  if (!Object.hasOwn(root, "services")) {
    if (looksLikeService(root)) return { name: wanted ?? "", keys: root, offset: 0, notMapped: [] };
    const named = Object.entries(root).filter(([, value]) => isObject(value) && looksLikeService(value));
    if (named.length === 0) {
      throw new PasteError(pasteFaults.noService, 0);
    }
    return pick(Object.fromEntries(named) as Record<string, Mapping>, wanted, (name) => offsetOf([name]), []);
  }
  const services = root["services"];
  if (!isObject(services)) throw new PasteError(pasteFaults.servicesForm, offsetOf(["services"]));
  const rest = Object.entries(root).filter(([key]) => key !== "services");
  const notMapped = rest.map(([key, value]) => ({
    option: key,
    value: shown(value),
    reason: leftOut[topLevel[key] ?? (key.startsWith("x-") ? "extension" : "unknownFileKey")],
  }));
  const named = Object.entries(services).filter((entry): entry is [string, Mapping] => isObject(entry[1]));
  return pick(Object.fromEntries(named), wanted, (name) => offsetOf(["services", name]), notMapped);
}

function pick(
  services: Record<string, Mapping>,
  wanted: string | undefined,
  offset: (name: string) => number,
  notMapped: NotMapped[],
): Service {
  const names = Object.keys(services);
  const name = wanted ?? (names.length === 1 ? names[0] : undefined);
  if (names.length === 0) throw new PasteError(pasteFaults.noServices, 0);
  if (name === undefined) throw new PasteError(pasteFaults.chooseService(names), 0, names);
  const keys = own(services, name);
  if (!keys) throw new PasteError(pasteFaults.unknownService(name, names), 0, names);
  for (const [other, { image }] of Object.entries(services))
    if (other !== name)
      notMapped.push({ option: `services.${other}`, value: shown(image), reason: leftOut.services });
  return { name, keys, offset: offset(name), notMapped };
}

function looksLikeService(value: Mapping): boolean {
  return ["image", "build", "extends"].some(
    (key) => Object.hasOwn(value, key) && !(key === "image" && isObject(value[key])),
  );
}
