/**
 * The fields of one CSV line, as docker reads `--mount`, `--gpus` and `--network`: a field in double quotes may hold commas,
 * and quotes are doubled inside it.
 */
export function csvFields(line: string): string[] {
  const fields: string[] = [];
  const pattern = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gy;
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (pattern.lastIndex >= line.length) break;
  }
  return fields;
}

/** `key=value` at its first equals sign; the value is null where there is none. */
export function keyValue(field: string): [key: string, value: string | null] {
  const equals = field.indexOf("=");
  return equals < 0 ? [field, null] : [field.slice(0, equals), field.slice(equals + 1)];
}

/** A boolean as Go's flag packages read it, or null. */
export function goBoolean(text: string): boolean | null {
  if (/^(?:1|t|true)$/i.test(text)) return true;
  return /^(?:0|f|false)$/i.test(text) ? false : null;
}
