import type { leftOut } from "../strings/docker.ts";
import { isObject, type JsonObject, type JsonValue } from "../registry/model/json.ts";

/** An option that has no place in a workspace: reported with the reason, never dropped silently. */
export interface NotMapped {
  /** As it was written: `--name`, `container_name`, `services.db`. */
  option: string;
  /** "" where it has none. */
  value: string;
  reason: string;
}

/** Why an option has no place, by its key in src/strings/en/docker.ts. */
export type Reason = keyof typeof leftOut;

/** A workspace as a command or a compose service describes it. */
export interface ConvertedWorkspace {
  /** `name` (the image) and whatever else was found: docker_registry, architecture, cores, memory, gpu_count, run_config. */
  workspace: JsonObject;
  /** A name for people: a template's own, else one made of the image. */
  title: string;
  notMapped: NotMapped[];
  /** Things that were mapped, but need a look. */
  notes: string[];
}

/** A converted workspace, or why there is none; line and column count from 1. `services` names the choice where a compose file has several. */
export type Conversion =
  | ({ ok: true } & ConvertedWorkspace)
  | { ok: false; message: string; line: number; column: number; services: string[] };

/** A workspace while options are added to it. */
export interface PartialWorkspace {
  workspace: JsonObject;
  /** The later run_config. */
  config: JsonObject;
  notMapped: NotMapped[];
  notes: Set<string>;
}

/** Puts the value of one option into the workspace; returns the reason where it has no place. */
export type Put = (partial: PartialWorkspace, value: string, option: string) => string | undefined;

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

export function newPartial(): PartialWorkspace {
  return { workspace: {}, config: {}, notMapped: [], notes: new Set() };
}

/** Applies one option and reports it where it has no place. */
export function apply(partial: PartialWorkspace, put: Put, value: string, option: string): void {
  const reason = put(partial, value, option);
  if (reason !== undefined) partial.notMapped.push({ option, value, reason });
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
