/** Days of the calendar, as texts: YYYY-MM-DD. */

/** Whether it is a day of this century's calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const time = /^20\d{2}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && dayOf(time) === text;
}

/** The day of a time in milliseconds since 1970, YYYY-MM-DD in UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
