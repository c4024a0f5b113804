import { fromPointer, isObject, type JsonValue, toPointer, valueAt } from "../registry/model/json.ts";
import { isEmpty } from "../review/values.ts";
import { withoutLogins } from "../registry/model/text.ts";
import type { Version } from "./version.ts";

/** One value of a workspace. */
export interface Setting {
  /** `user`, `security_opt[]`, `exec_config.go.cmd`, `description`: places in a list say nothing, as in the words of findings. */
  path: string;
  /** From the root of workspace.json. */
  pointer: string;
  /** The value as text; "…" where it is a secret, which a feed would carry on after it has been taken back. */
  value: string;
}

/** Keys that the differ compares by their meaning, and those that say nothing about the workspace. */
const compared = new Set([
  "name",
  "uncompressed_size_mb",
  "compatibility",
  "architecture",
  "image_src",
  "$schema",
  "sha",
  "flags",
]);

/** Names of what nobody should read, at the end of a path and in a value: `PGPASSWORD=x`, `--token x`, `-u bob:x`. Rather too many. */
const secretName =
  /(?:pass(?:w(?:or)?d)?\d?|pwd|secret|token|credentials?|_pat|api_?key|private_?key|access_?key)$/i;
const secretIn =
  /((?:pass(?:w(?:or)?d)?\d?|pwd|secret|token|credentials?|_pat|api[_-]?key|private[_-]?key|access[_-]?key)["']?(?:\s*[=:]\s*|\s+)|-u\s+[^\s:]{1,80}:)[^\s"',}]+/gi;

const cache = new WeakMap<Version, readonly Setting[]>();

/** All values of a version, cached. Nothing in a list, an object or a text is no value. */
export function settingsOf(version: Version): readonly Setting[] {
  let settings = cache.get(version);
  if (!settings) cache.set(version, (settings = readSettings(version)));
  return settings;
}

function readSettings({ data, findings }: Version): Setting[] {
  const secrets = findings.filter(({ rule }) => rule.endsWith("-secret")).map(({ pointer }) => pointer);
  return Object.keys(data)
    .filter((key) => !compared.has(key))
    .flatMap((key) => below([key], data[key] ?? null, key))
    .filter(
      ({ path, value }) =>
        !(path === "user" && value === "1000") && !(path === "privileged" && value === "false"),
    )
    .map((setting) =>
      secrets.some((pointer) => isWithin(setting.pointer, pointer)) || secretName.test(setting.path)
        ? { ...setting, value: "…" }
        : { ...setting, value: setting.value.replace(secretIn, "$1…") },
    );
}

function below(steps: string[], value: JsonValue, path: string): Setting[] {
  if (isEmpty(value)) return [];
  const isLeaf = typeof value !== "object" || value === null;
  // An object in a list is one value: its members mean little without each other.
  if (isLeaf || (isObject(value) && path.endsWith("[]")))
    return [{ path: path.replace(/^run_config\./, ""), pointer: toPointer(steps), value: textOf(value) }];
  return Object.entries(value).flatMap(([key, inner]) =>
    below([...steps, key], inner, Array.isArray(value) ? `${path}[]` : `${path}.${key}`),
  );
}

/** Whether a pointer is another one, or leads to something inside of it. */
export function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

/** The value at a pointer as text; "" where there is none. */
export function valueTextAt({ data }: Pick<Version, "data">, pointer: string): string {
  const value = valueAt(data, fromPointer(pointer)) as JsonValue | undefined;
  return value === undefined ? "" : textOf(value);
}

function textOf(value: JsonValue): string {
  return withoutLogins(typeof value === "string" ? value : JSON.stringify(value));
}
