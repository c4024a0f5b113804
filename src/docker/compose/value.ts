import type { Put, Sketch } from "../draft.ts";
import { apply } from "../draft.ts";

/** A value of a compose file with every scalar as its text, so that `1.10`, `0644` and `yes` stay what they are. */
export type Value = string | null | Value[] | { [key: string]: Value };
export type Mapping = { [key: string]: Value };

/** Puts the value of one compose key into the sketch. */
export type PutValue = (sketch: Sketch, value: Value, key: string) => void;

export function isMapping(value: Value | undefined): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as a reader sees it in a table. */
export function shown(value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Names a value that has no place. */
export function leaveOut(reason: string): PutValue {
  return (sketch, value, key) => void sketch.notMapped.push({ option: key, value: shown(value), reason });
}

/** One scalar. */
export function single(put: Put): PutValue {
  return (sketch, value, key) => {
    if (typeof value === "string") apply(sketch, put, value, key);
    else leaveOut("One plain value is expected here.")(sketch, value, key);
  };
}

/** A list of scalars; one scalar counts as a list of one. Items of another kind go to `other`. */
export function each(put: Put, other: PutValue = leaveOut("A plain text is expected here.")): PutValue {
  return (sketch, value, key) => {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (typeof item === "string") apply(sketch, put, item, key);
      else if (item !== null) other(sketch, item, key);
    }
  };
}

/** A mapping, or a list of `name=value`: both become `name=value`; a name without a value stays alone. */
export function pairs(put: Put): PutValue {
  return (sketch, value, key) => {
    if (!isMapping(value)) return each(put)(sketch, value, key);
    for (const [name, inner] of Object.entries(value)) {
      const values = Array.isArray(inner) ? inner : [inner];
      for (const one of values) {
        if (isMapping(one) || Array.isArray(one))
          leaveOut("A plain text is expected here.")(sketch, one, `${key}.${name}`);
        else apply(sketch, put, one === null ? name : `${name}=${one}`, key);
      }
    }
  };
}

/** A mapping with known keys of its own; an unknown one is named. */
export function fields(table: Readonly<Record<string, PutValue>>): PutValue {
  return (sketch, value, key) => {
    if (!isMapping(value)) return leaveOut("Keys and values are expected here.")(sketch, value, key);
    for (const [name, inner] of Object.entries(value)) {
      const put = Object.hasOwn(table, name) ? table[name]! : leaveOut(`No key of ${key} has this name.`);
      put(sketch, inner, `${key}.${name}`);
    }
  };
}
