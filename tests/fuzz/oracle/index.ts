import type { LoadOptions } from "../../../src/registry/load.ts";
import type { Engine } from "../engine.ts";
import { soundEdits, soundRepairs } from "./edits.ts";
import { soundAddresses, soundLists } from "./lists.ts";
import { noSilentLoss } from "./loss.ts";
import { runEngine, type Invariant, type Outcome } from "./outcome.ts";
import { harmlessPages } from "./pages.ts";
import { soundProblems, soundReports } from "./problems.ts";
import { exactValues } from "./values.ts";

const invariants: readonly Invariant[] = [
  noSilentLoss,
  soundProblems,
  soundReports,
  soundLists,
  soundAddresses,
  exactValues,
  soundRepairs,
  soundEdits,
  harmlessPages,
];

/** Milliseconds for one case at most. A sound one takes ten; machines are noisy. */
const mostTime = 20_000;

/** Everything that is wrong with what comes out of a content folder, in words. A crash is one of them. */
export function examine(options: LoadOptions, engine: Engine): { wrong: string[]; outcome: Outcome | null } {
  const start = performance.now();
  let outcome: Outcome;
  let again: Outcome;
  try {
    outcome = runEngine(options, engine);
    again = runEngine(options, engine);
  } catch (error) {
    return { wrong: [`it crashes: ${error instanceof Error ? error.stack : String(error)}`], outcome: null };
  }
  const wrong = invariants.flatMap((invariant) => {
    try {
      return [...invariant(outcome, engine)];
    } catch (error) {
      return [`it crashes: ${error instanceof Error ? error.stack : String(error)}`];
    }
  });
  if (fingerprint(outcome) !== fingerprint(again)) wrong.push("two runs of one input differ");
  const time = performance.now() - start;
  if (time > mostTime) wrong.push(`it takes ${Math.round(time / 1000)} seconds`);
  return { wrong, outcome };
}

function fingerprint({
  registry,
  text,
  json,
  github,
  lists,
  pages,
  versions,
  kasmVersions,
}: Outcome): string {
  return JSON.stringify([
    registry.problems,
    registry.invalid,
    registry.aside,
    text,
    json,
    github,
    lists,
    pages,
    versions,
    kasmVersions,
  ]);
}
