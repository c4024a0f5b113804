import { isObject, own } from "../../registry/model/json.ts";
import { PasteError, type NotMapped, type Reason } from "../converted-workspace.ts";
import { leftOut, pasteFaults } from "../../strings/docker.ts";
import { casaFacts, portainerServices, type TemplateFacts } from "../templates.ts";
import type { ComposeFile } from "./read.ts";
import { shortened, shown, type Mapping } from "./value.ts";

/** The service to convert. */
export interface Service {
  name: string;
  keys: Mapping;
  /** Offset of its keys in the paste. */
  offset: number;
  /** Offset of the value of one of its keys. */
  offsetOf: (key: string) => number;
  /** The rest of the file. */
  notMapped: NotMapped[];
  facts: TemplateFacts | null;
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
  const templates = portainerServices(root);
  if (templates) {
    const keys = Object.fromEntries([...templates].map(([title, template]) => [title, template.keys]));
    const service = pick(keys, wanted, () => 0, []);
    return { ...service, facts: templates.get(service.name)?.facts ?? null };
  }
  const casa = casaFacts(root);
  if (!Object.hasOwn(root, "services")) {
    if (looksLikeService(root)) {
      return {
        name: wanted ?? "",
        keys: root,
        offset: 0,
        offsetOf: (key) => offsetOf([key]),
        notMapped: [],
        facts: null,
      };
    }
    const named = Object.entries(root).filter(([, value]) => isObject(value) && looksLikeService(value));
    if (named.length === 0) {
      throw new PasteError(pasteFaults.noService, 0);
    }
    return pick(Object.fromEntries(named) as Record<string, Mapping>, wanted, offsetOf, []);
  }
  const services = root["services"];
  if (!isObject(services)) throw new PasteError(pasteFaults.servicesForm, offsetOf(["services"]));
  const rest = Object.entries(root).filter(([key]) => key !== "services");
  const notMapped = rest.map(([key, value]) => ({
    option: key,
    value: shortened(value),
    reason: leftOut[own(topLevel, key) ?? (key.startsWith("x-") ? "extension" : "unknownFileKey")],
  }));
  const named = Object.entries(services).filter((entry): entry is [string, Mapping] => isObject(entry[1]));
  const main = casa?.main !== undefined && Object.hasOwn(services, casa.main) ? casa.main : undefined;
  const service = pick(
    Object.fromEntries(named),
    wanted ?? main,
    (path) => offsetOf(["services", ...path]),
    notMapped,
  );
  return { ...service, facts: casa };
}

function pick(
  services: Record<string, Mapping>,
  wanted: string | undefined,
  offsetOf: ComposeFile["offsetOf"],
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
  return {
    name,
    keys,
    offset: offsetOf([name]),
    offsetOf: (key) => offsetOf([name, key]),
    notMapped,
    facts: null,
  };
}

function looksLikeService(value: Mapping): boolean {
  return ["image", "build", "extends"].some(
    (key) => Object.hasOwn(value, key) && !(key === "image" && isObject(value[key])),
  );
}
