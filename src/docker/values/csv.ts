/**
 * The fields of one CSV line, as docker reads `--mount`, `--gpus` and `--network`: a field in double quotes may hold commas,
 * and quotes are doubled inside it.
 */
export function csvFields(line: string): string[] {
  // A comma before each field, so that no match is empty: at an empty one the search would not advance.
  const matches = `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/gy);
  return [...matches].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

/** `key=value` at its first equals sign; the value is null where there is none. */
export function keyValue(field: string): [key: string, value: string | null] {
  const equals = field.indexOf("=");
  return equals < 0 ? [field, null] : [field.slice(0, equals), field.slice(equals + 1)];
}

/** A boolean as Go's flag packages read it, or null. */
export function goBoolean(text: string): boolean | null {
  if (/^(?:1|[tT]|true|TRUE|True)$/.test(text)) return true;
  return /^(?:0|[fF]|false|FALSE|False)$/.test(text) ? false : null;
}
