/** Bytes of `512m`, `1.5G`, `2GiB`, `1048576`, as docker reads them (powers of 1024); null where it is no size. */
export function parseBytes(text: string): number | null {
  const match = /^(\d+(?:\.\d*)?|\.\d+) ?(?:b|([kmgtp])(?:i?b)?)?$/i.exec(text);
  if (!match) return null;
  const [, amount, unit = "b"] = match;
  return Math.trunc(Number(amount) * 1024 ** "bkmgtp".indexOf(unit.toLowerCase()));
}

/** The size in a form that docker-py reads: as written where it can, else in bytes; null where it is no size. */
export function dockerPySize(text: string): string | number | null {
  const bytes = parseBytes(text);
  if (bytes === null) return null;
  if (/^\d+(?:\.\d+)?[kmg]b?$/i.test(text)) return text;
  const gibibytes = bytes / 1024 ** 3;
  return /[tp]/i.test(text) && Number.isInteger(gibibytes) ? `${gibibytes}g` : bytes;
}

const units: Record<string, number> = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

/** Nanoseconds of a Go duration such as `1m30s` or `500ms`; null where it is none. */
export function parseDuration(text: string): number | null {
  if (text === "0") return 0;
  if (!/^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))+$/.test(text)) return null;
  let sum = 0;
  for (const [, amount, unit = ""] of text.matchAll(/([\d.]+)(ns|us|µs|ms|s|m|h)/g))
    sum += Number(amount) * (units[unit] ?? NaN);
  return Math.round(sum);
}

/** The weight of a block device, or null; 0 is that of its parent. */
export function parseWeight(text: string): number | null {
  const weight = parseWhole(text);
  return weight === 0 || (weight !== null && weight >= 10 && weight <= 1000) ? weight : null;
}

/** A whole number, or null: a zero before it would make docker read it as an octal one. */
export function parseWhole(text: string): number | null {
  const number = Number(text);
  return /^[+-]?(?:0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(number) ? number : null;
}
