/** One word of a command line for a POSIX shell, in quotation marks only where it needs them. Null characters cannot be passed and go. */
export function quote(word: string): string {
  const text = word.replaceAll("\0", "");
  if (/^[\w./:@%+,=-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** One line of comma-separated fields, as `--mount` and `--gpus` take them. */
export function commaSeparated(fields: readonly string[]): string {
  return fields
    .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(",");
}
