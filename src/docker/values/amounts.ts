/** Bytes of `512m`, `1.5G`, `2GiB`, `1048576`, as docker reads them (powers of 1024); null where it is no size. */
export function parseBytes(text: string): number | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([bkmgtp])?(?:i?b)?\s*$/i.exec(text);
  if (!match) return null;
  const [, amount, unit = "b"] = match;
  return Math.round(Number(amount) * 1024 ** "bkmgtp".indexOf(unit.toLowerCase()));
}

/** The size in a form that docker-py reads: as written where it can, else in bytes; null where it is no size. */
export function dockerPySize(text: string): string | number | null {
  const bytes = parseBytes(text);
  if (bytes === null) return null;
  if (/^\d+$/.test(text)) return bytes;
  return /^\d+(?:\.\d+)?[kmgt]b?$/i.test(text) ? text : bytes;
}

const units: Record<string, number> = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

/** Nanoseconds of a Go duration such as `1m30s` or `500ms`; null where it is none. */
export function parseDuration(text: string): number | null {
  if (text === "0") return 0;
  if (!/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/.test(text)) return null;
  let sum = 0;
  for (const [, amount, unit = ""] of text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g))
    sum += Number(amount) * (units[unit] ?? NaN);
  return Math.round(sum);
}

/** A whole number, or null. */
export function parseWhole(text: string): number | null {
  const number = Number(text);
  return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(number) ? number : null;
}
