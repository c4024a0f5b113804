import type { Fault } from "../json/parse.ts";
import { severityOf } from "../model/problem.ts";

/** Problems of one kind that are shown of one file. A file can hold 100,000, and nobody reads them. */
const mostOfAKind = 50;

/** Warnings of the review, without those at a place that has an error, which is to be mended first. */
export function warningsBeside(faults: readonly Fault[], warnings: readonly Fault[]): Fault[] {
  const wrong = new Set(
    faults.filter((fault) => severityOf(fault) === "error").map(({ pointer }) => pointer),
  );
  return limitFaults(warnings.filter(({ pointer }) => !wrong.has(pointer)));
}

/** The first problems of each kind; one more says how many of that kind follow. */
export function limitFaults(faults: readonly Fault[]): Fault[] {
  const counts = new Map<Fault["code"], number>();
  const shown = faults.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= mostOfAKind;
  });
  for (const [code, count] of counts) {
    const last = count > mostOfAKind ? shown.findLast((fault) => fault.code === code) : undefined;
    if (last)
      shown.push({ ...last, code: "more-problems", args: { count: String(count - mostOfAKind), code } });
  }
  return shown;
}
