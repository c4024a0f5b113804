import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mutant } from "@stryker-mutator/api/core";
import { Instrumenter } from "@stryker-mutator/instrumenter";

/** Where units prove what the code does. Pages, words, and what runs in a browser or in another process are proved by tests of whole commands and sites. */
const mutated = [
  "src/{docker,edit,icons,registry,report,review,site,tools}/**/*.ts",
  "src/client/builder/{convert-draft,draft,draft-values,option-defaults,row-codecs}.ts",
];
const isLeftOut = (file: string): boolean =>
  /\.(test|fixture)\.ts$|\/schema-types\.ts$|^src\/icons\/(jobs|worker|social-card)\.ts$/.test(file);

/** Says nothing and has no level. */
const logger = new Proxy({} as ConstructorParameters<typeof Instrumenter>[0], { get: () => () => false });

/** Some of all mutants of the code that units prove; the same for a seed and a state of the code. */
export async function sampleMutants(projectRoot: string, count: number, seed: number): Promise<Mutant[]> {
  const files = globSync(mutated, { cwd: projectRoot })
    .sort()
    .filter((file) => !isLeftOut(file))
    .map((name) => ({ name, mutate: true as const, content: readFileSync(join(projectRoot, name), "utf8") }));
  const { mutants } = await new Instrumenter(logger).instrument(files, {
    plugins: null,
    ignorers: [],
    excludedMutations: [],
  });
  return shuffle(mutants, seed).slice(0, count);
}

/** Fisher and Yates' shuffle with the generator mulberry32. */
function shuffle<T>(items: readonly T[], seed: number): T[] {
  const shuffled = [...items];
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
