import { isObject, type JsonObject, type JsonValue } from "../registry/model/json.ts";

/** An option that has no place in the draft: named, with the reason, never dropped silently. */
export interface NotMapped {
  /** As it was written: `--name`, `container_name`, `services.db`. */
  option: string;
  /** "" where it has none. */
  value: string;
  reason: string;
}

/** What a command or a compose service says about a workspace. */
export interface Draft {
  /** `name` (the image) and whatever else was found: docker_registry, architecture, cores, memory, gpu_count, run_config. */
  workspace: JsonObject;
  notMapped: NotMapped[];
  /** Things that were mapped, but need a look. */
  notes: string[];
}

/** A draft, or why there is none; line and column count from 1. `services` names the choice where a compose file has several. */
export type Conversion =
  ({ ok: true } & Draft) | { ok: false; message: string; line: number; column: number; services: string[] };

/** A draft while it is being made. */
export interface Sketch {
  workspace: JsonObject;
  /** The later run_config. */
  config: JsonObject;
  notMapped: NotMapped[];
  notes: Set<string>;
}

/** Puts the value of one option into the sketch; a string that comes back is the reason why it could not. */
export type Put = (sketch: Sketch, value: string, option: string) => string | undefined;

/** Bad input, with the place of the fault: offset in the pasted text, in UTF-16 code units. */
export class PasteError extends Error {
  readonly offset: number;
  readonly services: string[];

  constructor(message: string, offset: number, services: string[] = []) {
    super(message);
    this.offset = offset;
    this.services = services;
  }
}

export function newSketch(): Sketch {
  return { workspace: {}, config: {}, notMapped: [], notes: new Set() };
}

/** Applies one option and keeps the reason where it has no place. */
export function apply(sketch: Sketch, put: Put, value: string, option: string): void {
  const reason = put(sketch, value, option);
  if (reason !== undefined) sketch.notMapped.push({ option, value, reason });
}

/** Sets an own property, whatever its name: "__proto__" is an ordinary name here. */
export function setKey(target: JsonObject, key: string, value: JsonValue): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** The object below a key of run_config, made where there is none. */
export function objectAt(config: JsonObject, key: string): JsonObject {
  const present = config[key];
  if (isObject(present)) return present;
  const made: JsonObject = {};
  setKey(config, key, made);
  return made;
}

/** The list below a key of run_config, made where there is none. */
export function listAt(config: JsonObject, key: string): JsonValue[] {
  const present = config[key];
  if (Array.isArray(present)) return present;
  const made: JsonValue[] = [];
  setKey(config, key, made);
  return made;
}

/** The sketch as a draft, once what depends on several options is settled. */
export function finish(sketch: Sketch): Draft {
  const { config, notes } = sketch;
  if (config["network_mode"] === "host" && isObject(config["ports"])) {
    const ports = Object.keys(config["ports"]).join(", ");
    delete config["ports"];
    const reason = "With the host's network there is nothing to publish, and Docker refuses both together.";
    sketch.notMapped.push({ option: "published ports", value: ports, reason });
  }
  const log = config["log_config"];
  if (isObject(log) && log["Type"] === undefined) {
    config["log_config"] = { Type: "json-file", ...log };
    notes.add('The log options name no driver; "json-file", Docker\'s default, was filled in.');
  }
  if (Object.keys(config).length > 0) sketch.workspace["run_config"] = config;
  return { workspace: sketch.workspace, notMapped: sketch.notMapped, notes: [...notes] };
}
