import { compareVersions, parseVersion } from "../registry/model/kasm-versions.ts";

/** Values as people read them. Pure. */

/** The language when it is one, else English: `lang` of registry.json is free text. */
function locale(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? "en";
  } catch {
    return "en";
  }
}

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Making a format costs far more than using it. */
function once<F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F {
  let format = formats.get(key);
  if (!format) formats.set(key, (format = make()));
  return format as F;
}

/** "850 MB", "4.6 GB" in the words of `lang`; "" for 0, which is a size that nobody has filled in. */
export function formatSize(megabytes: number, lang: string): string {
  if (megabytes === 0) return "";
  const [value, unit] = megabytes < 1000 ? [megabytes, "megabyte"] : [megabytes / 1000, "gigabyte"];
  return once(
    `${unit} ${lang}`,
    () => new Intl.NumberFormat(locale(lang), { style: "unit", unit, maximumFractionDigits: 1 }),
  ).format(value);
}

/** "24 November 2026", of milliseconds since 1970, in UTC, so that every build says the same. */
export function formatDate(milliseconds: number, lang: string): string {
  return formatParts(milliseconds, lang, { dateStyle: "long" });
}

/** "November 2026" and "24 November", of milliseconds since 1970, in UTC. */
export const formatMonth = (milliseconds: number, lang: string): string =>
  formatParts(milliseconds, lang, { month: "long", year: "numeric" });
export const formatDay = (milliseconds: number, lang: string): string =>
  formatParts(milliseconds, lang, { month: "long", day: "numeric" });

function formatParts(milliseconds: number, lang: string, parts: Intl.DateTimeFormatOptions): string {
  const key = `${JSON.stringify(parts)} ${lang}`;
  return once(key, () => new Intl.DateTimeFormat(locale(lang), { ...parts, timeZone: "UTC" })).format(
    milliseconds,
  );
}

/** Runs of neighbouring versions: ["1.14.x", "1.15.x", "1.17.x", "1.17.1"] → "1.14–1.15, 1.17, 1.17.1". */
export function formatVersions(versions: readonly string[]): string {
  const runs: [first: string, last: string][] = [];
  for (const version of [...new Set(versions)].sort(compareVersions)) {
    const run = runs.at(-1);
    const [major, minor, patch] = parseVersion(version) ?? [];
    const before = `${major}.${(minor ?? 0) - 1}.x`;
    if (run?.[1] === before && patch === undefined) run[1] = version;
    else runs.push([version, version]);
  }
  const short = (version: string): string => version.replace(/\.x$/, "");
  return runs
    .map(([first, last]) => (first === last ? short(first) : `${short(first)}–${short(last)}`))
    .join(", ");
}
