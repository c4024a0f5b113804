/** A line as `sha256sum` prints it, which marks names with line breaks or backslashes. `sum` is 64 hex digits. */
export function checksumLine(path: string, sum: string): string {
  const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r" };
  const escaped = path.replace(/[\\\n\r]/g, (char) => escapes[char] ?? char);
  return `${escaped === path ? "" : "\\"}${sum}  ${escaped}\n`;
}

/** The path and the sum of such a line, without its end; null where it is none, or its path leads out of the folder. */
export function parseChecksumLine(line: string): { path: string; sum: string } | null {
  const [, mark, sum = "", name = ""] = /^(\\?)([0-9a-f]{64}) [ *](.+)$/s.exec(line) ?? [];
  const chars: Record<string, string> = { n: "\n", r: "\r" };
  const path = mark ? name.replace(/\\([\\nr])/g, (_, char: string) => chars[char] ?? char) : name;
  return path.split("/").some((part) => part === "" || part === "." || part === "..") ? null : { path, sum };
}
