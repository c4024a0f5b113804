import { isObject, type JsonObject, type JsonValue } from "../../../registry/model/json.ts";
import { withMember } from "../draft.ts";
import { isFilled, keepType, showScalar, type Codec } from "../row-codecs.ts";

/** A member that rows show, and its JSON type in the schema. */
export interface RecordColumn {
  name: string;
  type: string;
}

/** A list of objects: an input for each of these members; others stay with the object of the same first member. */
export function records(columns: readonly RecordColumn[]): Codec {
  const read = (text: string, type: string, before: JsonValue | undefined): JsonValue | undefined => {
    if (text === "") return before === null ? null : undefined;
    if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
    return keepType(text, before);
  };
  return {
    fits: (value) =>
      Array.isArray(value) &&
      value.every(
        (item) =>
          isObject(item) &&
          columns.every(({ name }) => typeof (item[name] ?? "") !== "object") &&
          columns.some(({ name }) => (item[name] ?? "") !== ""),
      ),
    toRows: (value) =>
      (value as JsonObject[]).map((item) => columns.map(({ name }) => showScalar(item[name] ?? undefined))),
    toValue: (rows, before) => {
      const items = Array.isArray(before) ? before : [];
      const first = columns[0]?.name ?? "";
      return rows.filter(isFilled).map((row, place) => {
        const isSame = (item: JsonValue | undefined): boolean =>
          item !== undefined && isObject(item) && showScalar(item[first]) === row[0];
        const item = isSame(items[place]) ? items[place] : (items.find(isSame) ?? items[place]);
        const base = isObject(item) ? item : {};
        return columns.reduce<JsonObject>(
          (made, { name, type }, column) => withMember(made, name, read(row[column] ?? "", type, base[name])),
          base,
        );
      });
    },
    pointers: (_, place) => [`/${place}`, ...columns.map(({ name }) => `/${place}/${name}`)],
  };
}
