import { visible, withoutLogins } from "../../registry/model/text.ts";
import { details, units } from "../../strings/doctor.ts";

/** Text of a foreign server for a terminal: one line without invisible characters and logins, 120 characters at most. */
export function printable(value: unknown, maxLength = 120): string {
  const text = withoutLogins(typeof value === "string" ? value : (JSON.stringify(value) ?? String(value)));
  const clean = visible(text.slice(0, maxLength * 2));
  return clean.length > maxLength || text.length > maxLength * 2 ? clean.slice(0, maxLength) + "…" : clean;
}

/** The same in double quotes. */
export const quoted = (value: unknown, maxLength = 120): string =>
  `"${printable(typeof value === "string" ? value : JSON.stringify(value), maxLength)}"`;

/** Bytes as people read them. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${units.bytes}`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} ${units.kilobytes}`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} ${units.megabytes}`;
}

/** "a, b and 3 more". */
export function some(items: readonly string[], maxItems = 3): string {
  const shown = items.slice(0, maxItems).map((item) => printable(item, 60));
  const rest = items.length - shown.length;
  if (rest > 0) return details.someAndMore(shown.join(", "), rest);
  const [last] = shown.slice(-1);
  if (last === undefined) return details.nothing;
  return shown.length > 1 ? details.someAndLast(shown.slice(0, -1).join(", "), last) : last;
}
