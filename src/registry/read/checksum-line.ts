/** A line as `sha256sum` prints it, which marks names with line breaks or backslashes. `sum` is 64 hex digits. */
export function checksumLine(path: string, sum: string): string {
  const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r" };
  const escaped = path.replace(/[\\\n\r]/g, (char) => escapes[char] ?? char);
  return `${escaped === path ? "" : "\\"}${sum}  ${escaped}\n`;
}
