export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** Whether a value is a JSON object: neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a key that is the object's own: a key that a person wrote may be "constructor". */
export function own<Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** JSON pointer (RFC 6901) of a path: `["run_config", "a/b"]` becomes `/run_config/a~1b`; the empty path is "". */
export function toPointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The path of a JSON pointer: the reverse of `toPointer`. */
export function fromPointer(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The members of a JSON object that are texts; none where the file is missing or holds no object. */
export function textsIn(json: string | null): [key: string, text: string][] {
  return Object.entries(objectIn(json)).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
}

/** A JSON object; an empty one where the file is missing or holds none. */
export function objectIn(json: string | null): JsonObject {
  try {
    const data: unknown = JSON.parse(json ?? "null");
    return isObject(data) ? data : {};
  } catch {
    return {};
  }
}

/** The value at the steps of a JSON pointer; undefined where there is none. */
export function valueAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (inner, step) => (inner as Record<string, unknown> | undefined)?.[step],
    value,
  );
}
