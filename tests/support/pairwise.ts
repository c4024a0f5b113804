/** What a row of a covering table says about each dimension. */
export type Row<D extends Record<string, readonly unknown[]>> = { [K in keyof D]: D[K][number] };

/**
 * A table in which every value of the first two dimensions meets each other once, and every pair of values of any two dimensions occurs,
 * as long as the product of the first two has room for it. Deterministic: each row takes the remaining values that make most new pairs.
 */
export function coveringTable<D extends Record<string, readonly unknown[]>>(dimensions: D): Row<D>[] {
  const [first, second, ...others] = Object.keys(dimensions) as (keyof D & string)[];
  const missing = new Set(pairsOf(dimensions));
  const fillings = product(dimensions, others);
  return product(dimensions, [first!, second!]).map((start, number) => {
    let best: Row<D> | undefined;
    let gain = -1;
    for (let turn = 0; turn < fillings.length; turn++) {
      // Another one begins each time, so that equally good ones take turns.
      const row = { ...start, ...fillings[(turn + number * 7) % fillings.length]! } as Row<D>;
      const news = pairsIn(row).filter((pair) => missing.has(pair)).length;
      if (news > gain) [best, gain] = [row, news];
    }
    for (const pair of pairsIn(best!)) missing.delete(pair);
    return best!;
  });
}

/** Every pair of values of two different dimensions, as texts. */
export function pairsOf(dimensions: Record<string, readonly unknown[]>): string[] {
  const names = Object.keys(dimensions);
  return names.flatMap((a, place) =>
    names.slice(place + 1).flatMap((b) => product(dimensions, [a, b]).flatMap(pairsIn)),
  );
}

/** The pairs that a row holds, in the same form. */
export function pairsIn(row: Record<string, unknown>): string[] {
  const values = Object.entries(row).map(([name, value]) => `${name}=${String(value)}`);
  return values.flatMap((a, place) => values.slice(place + 1).map((b) => `${a} ${b}`));
}

function product(
  dimensions: Record<string, readonly unknown[]>,
  names: readonly string[],
): Record<string, unknown>[] {
  return names.reduce<Record<string, unknown>[]>(
    (rows, name) => rows.flatMap((row) => dimensions[name]!.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
}
