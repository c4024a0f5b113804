import { isObject, type JsonObject, type JsonValue, toPointer, own } from "../../registry/model/json.ts";
import { withMember } from "./draft.ts";

/** The texts of one row of inputs. */
export type Row = string[];

/** Between a JSON value and rows of inputs. Rows that are empty are not in the value. Pure. */
export interface Codec {
  /** Whether rows can show every part of the value. */
  fits: (value: JsonValue) => boolean;
  toRows: (value: JsonValue) => Row[];
  /** `before` is the value that the rows were made of: what no row shows is taken over from it. */
  toValue: (rows: readonly Row[], before: JsonValue) => JsonValue;
  /** Pointers, below that of the value, of the row and of each of its inputs. `place` counts the rows that are not empty. */
  pointers: (row: Row, place: number) => string[];
}

const numeric = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** The value of a typed text: a number where it is one and one is wanted, else the text itself, so that `check` can name its fault. */
export function readScalar(text: string, wantsNumber: boolean): JsonValue | undefined {
  if (text === "") return undefined;
  return wantsNumber && numeric.test(text.trim()) && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** A value as an input shows it. */
export function showScalar(value: JsonValue | undefined): string {
  return value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
}

/** A text, or the equal number or boolean that was there before. */
export function keepType(text: string, before: JsonValue | undefined): JsonValue {
  return before !== undefined && typeof before !== "object" && showScalar(before) === text ? before : text;
}

const isScalar = (value: JsonValue): boolean => typeof value !== "object";
export const isFilled = (row: Row): boolean => row.some((text) => text !== "");
const escapeStep = (key: string): string => toPointer([key]);

/** ["a", "b"]: one input a row. */
export const list: Codec = {
  fits: (value) => Array.isArray(value) && value.every(isScalar),
  toRows: (value) => (value as JsonValue[]).map((item) => [showScalar(item)]),
  toValue: (rows, before) =>
    rows
      .filter(isFilled)
      .map(([text = ""]) =>
        keepType(text, Array.isArray(before) ? before.find((item) => showScalar(item) === text) : undefined),
      ),
  pointers: (_, place) => [`/${place}`, ""],
};

/** {"NAME": "value"}: two inputs a row. */
export const pairs: Codec = pairsOf((text, before) => keepType(text, before));

/** {"8080/tcp": 8080}: a number where it is one; without a port the server picks one, which is null. */
export const ports: Codec = pairsOf((text) => readScalar(text, true) ?? null);

function pairsOf(valueOf: (text: string, before: JsonValue | undefined) => JsonValue): Codec {
  return {
    fits: (value) =>
      isObject(value) && Object.values(value).every((inner) => isScalar(inner) || inner === null),
    toRows: (value) =>
      Object.entries(value as JsonObject).map(([key, inner]) => [
        key,
        inner === null ? "" : showScalar(inner),
      ]),
    toValue: (rows, before) =>
      Object.fromEntries(
        rows.filter(isFilled).map(([key = "", text = ""]) => [key, valueOf(text, member(before, key))]),
      ),
    pointers: ([key = ""]) => [escapeStep(key), "", ""],
  };
}

/** {"/on/the/server": {"bind": "/in/the/session", "mode": "ro"}}: three inputs a row; other members stay. */
export const mounts: Codec = {
  fits: (value) =>
    isObject(value) &&
    Object.values(value).every(
      (mount) => isObject(mount) && ["bind", "mode"].every((key) => typeof (mount[key] ?? "") === "string"),
    ),
  toRows: (value) =>
    Object.entries(value as Record<string, JsonObject>).map(([source, mount]) => [
      source,
      showScalar(mount["bind"]),
      showScalar(mount["mode"]),
    ]),
  toValue: (rows, before) =>
    Object.fromEntries(
      rows.filter(isFilled).map(([source = "", bind = "", mode = ""]) => {
        const mount = member(before, source);
        return [
          source,
          withMember(withMember(isObject(mount) ? mount : {}, "bind", bind), "mode", mode || undefined),
        ];
      }),
    ),
  pointers: ([source = ""]) => {
    const pointer = escapeStep(source);
    return [pointer, "", `${pointer}/bind`, `${pointer}/mode`];
  },
};

/** The inputs of a compatibility entry of schema 1.1. */
export const releaseKeys = ["version", "image", "uncompressed_size_mb", "available_tags"] as const;

/** The compatibility of schema 1.1: four inputs a row. An empty row is an entry too: the last one says which schema this is. */
export const releases: Codec = {
  fits: (value) => Array.isArray(value),
  toRows: (value) =>
    (value as JsonValue[]).map((entry) => {
      if (!isObject(entry)) return [showScalar(entry), "", "", ""];
      const tags = entry["available_tags"];
      return [
        ...releaseKeys.slice(0, 3).map((key) => showScalar(entry[key])),
        Array.isArray(tags) && tags.every((tag) => typeof tag === "string")
          ? tags.join(", ")
          : showScalar(tags),
      ];
    }),
  toValue: (rows, before) =>
    rows.map(([version, image, size = "", tags = ""], place) => {
      const entry = Array.isArray(before) ? before[place] : undefined;
      const names = tags
        .split(",")
        .map((tag) => tag.trim())
        .filter(Boolean);
      const members: [string, JsonValue | undefined][] = [
        ["version", version || undefined],
        ["image", image || undefined],
        ["uncompressed_size_mb", readScalar(size, true)],
        ["available_tags", names.length > 0 ? names : undefined],
      ];
      return members.reduce(
        (made, [key, value]) => withMember(made, key, value),
        isObject(entry) ? entry : {},
      );
    }),
  pointers: (_, place) => [`/${place}`, ...releaseKeys.map((key) => `/${place}/${key}`)],
};

function member(value: JsonValue, key: string): JsonValue | undefined {
  return isObject(value) ? own(value, key) : undefined;
}
