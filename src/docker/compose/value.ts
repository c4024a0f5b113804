import { isObject, own } from "../../registry/model/json.ts";
import { badValue, leftOut } from "../../strings/docker.ts";
import { apply, type Put, type Reason, type PartialWorkspace } from "../converted-workspace.ts";

/** A value of a compose file with every scalar as its text, so that `1.10`, `0644` and `yes` stay what they are. */
export type Value = string | null | Value[] | { [key: string]: Value };
export type Mapping = { [key: string]: Value };

/** Puts the value of one compose key into the workspace. */
export type PutValue = (partial: PartialWorkspace, value: Value, key: string) => void;

/** The value as text: that of a scalar as it is. */
export function shown(value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The value as a reader sees it in a table: the beginning of a long one. */
export function shortened(value: Value | undefined): string {
  const text = shown(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** Reports a value that has no place, with the reason. */
export function report(partial: PartialWorkspace, value: Value, key: string, reason: string): void {
  partial.notMapped.push({ option: key, value: shortened(value), reason });
}

/** A key that has no place in a workspace. */
export function leaveOut(reason: Reason): PutValue {
  return (partial, value, key) => report(partial, value, key, leftOut[reason]);
}

/** One scalar. */
export function single(put: Put): PutValue {
  return (partial, value, key) => {
    if (typeof value === "string") apply(partial, put, value, key);
    else leaveOut("needsValue")(partial, value, key);
  };
}

/** A list of scalars; one scalar counts as a list of one. Items of another kind go to `other`. */
export function each(put: Put, other: PutValue = leaveOut("needsText")): PutValue {
  return (partial, value, key) => {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (typeof item === "string") apply(partial, put, item, key);
      else if (item !== null) other(partial, item, key);
    }
  };
}

/** A mapping, or a list of `name=value`: both become `name=value`; a name without a value stays alone. */
export function pairs(put: Put): PutValue {
  return (partial, value, key) => {
    if (!isObject(value)) return each(put)(partial, value, key);
    for (const [name, inner] of Object.entries(value)) {
      const values = Array.isArray(inner) ? inner : [inner];
      for (const one of values) {
        if (isObject(one) || Array.isArray(one)) leaveOut("needsText")(partial, one, `${key}.${name}`);
        else apply(partial, put, one === null ? name : `${name}=${one}`, key);
      }
    }
  };
}

/** A mapping with known keys of its own; an unknown one is named. */
export function fields(table: Readonly<Record<string, PutValue>>): PutValue {
  return (partial, value, key) => {
    if (!isObject(value)) return leaveOut("needsMapping")(partial, value, key);
    for (const [name, inner] of Object.entries(value)) {
      const path = `${key}.${name}`;
      const put = own(table, name);
      if (put) put(partial, inner, path);
      else report(partial, inner, path, badValue.nestedKey(key));
    }
  };
}
