const day = 86_400_000;
const units = [
  ["year", 365],
  ["month", 30],
  ["day", 1],
] as const;

/** "5 days ago", "yesterday", "today" in the words of `lang`, of milliseconds since 1970. A time in the future is today. */
export function timeSince(then: number, now: number, lang: string): string {
  const days = Math.max(0, Math.floor(now / day) - Math.floor(then / day));
  const [unit, length] = units.find(([, length]) => days >= length) ?? ["day", 1];
  return new Intl.RelativeTimeFormat(lang, { numeric: "auto" }).format(-Math.floor(days / length), unit);
}
