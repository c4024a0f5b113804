import { PasteError, type NotMapped } from "../draft.ts";
import { reasons } from "../reasons.ts";
import type { ComposeFile } from "./read.ts";
import { isMapping, shown, type Mapping } from "./value.ts";

/** The service to convert. */
export interface Service {
  name: string;
  keys: Mapping;
  /** Offset of its keys in the paste. */
  offset: number;
  /** The rest of the file. */
  notMapped: NotMapped[];
}

const topLevel: Readonly<Record<string, string>> = {
  version: "Compose itself ignores it.",
  name: reasons.compose,
  volumes:
    "Named volumes are made where the file runs; on a Kasm agent, Docker makes them as plain local ones.",
  networks: "Networks of a compose file exist only where the file runs.",
  configs: reasons.secret,
  secrets: reasons.secret,
  include: reasons.file,
  models: reasons.compose,
};

/**
 * The named service, or the only one, of a whole compose file, of a piece of one (`web:` and its keys), or of the keys alone.
 * Throws PasteError with the names to choose from where there are several.
 */
export function pickService(file: ComposeFile, wanted: string | undefined): Service {
  const { root, offsetOf } = file;
  if (!Object.hasOwn(root, "services")) {
    if (looksLikeService(root)) return { name: wanted ?? "", keys: root, offset: 0, notMapped: [] };
    const named = Object.entries(root).filter(([, value]) => isMapping(value) && looksLikeService(value));
    if (named.length === 0) {
      throw new PasteError(
        "There is no service here. Paste a compose file with services:, or a service with its image:.",
        0,
      );
    }
    return pick(Object.fromEntries(named) as Record<string, Mapping>, wanted, (name) => offsetOf([name]), []);
  }
  const services = root["services"];
  if (!isMapping(services))
    throw new PasteError("Below services: there has to be a name and its keys.", offsetOf(["services"]));
  const rest = Object.entries(root).filter(([key]) => key !== "services");
  const notMapped = rest.map(([key, value]) => ({
    option: key,
    value: shown(value),
    reason:
      topLevel[key] ??
      (key.startsWith("x-") ? "An extension of this file." : "No key of a compose file has this name."),
  }));
  const named = Object.entries(services).filter((entry): entry is [string, Mapping] => isMapping(entry[1]));
  return pick(Object.fromEntries(named), wanted, (name) => offsetOf(["services", name]), notMapped);
}

function pick(
  services: Record<string, Mapping>,
  wanted: string | undefined,
  offset: (name: string) => number,
  notMapped: NotMapped[],
): Service {
  const names = Object.keys(services);
  const name = wanted ?? (names.length === 1 ? names[0]! : undefined);
  if (names.length === 0) throw new PasteError("There is no service below services:.", 0);
  if (name === undefined)
    throw new PasteError(
      `There are ${names.length} services: ${names.join(", ")}. Name one of them.`,
      0,
      names,
    );
  if (!Object.hasOwn(services, name))
    throw new PasteError(`There is no service "${name}"; there is ${names.join(", ")}.`, 0, names);
  for (const other of names.filter((candidate) => candidate !== name)) {
    notMapped.push({
      option: `services.${other}`,
      value: shown(services[other]!["image"]),
      reason: reasons.services,
    });
  }
  return { name, keys: services[name]!, offset: offset(name), notMapped };
}

function looksLikeService(value: Mapping): boolean {
  return ["image", "build", "extends"].some(
    (key) => Object.hasOwn(value, key) && !(key === "image" && isMapping(value[key])),
  );
}
